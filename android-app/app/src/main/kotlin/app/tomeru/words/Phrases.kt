// SPDX-License-Identifier: Apache-2.0
package app.tomeru.words

import android.content.res.Configuration
import android.icu.text.BreakIterator
import android.icu.util.ULocale
import android.os.Build
import app.tomeru.fault.Barrier

/** WORD JOINER: no line ends here. */
private const val JOINER = '\u2060'

/** Phrases and not words: `lw` of Unicode's locale extensions (UTS 35, "Line Break Word Identifier"). */
private val BY_PHRASE get() = ULocale.forLanguageTag("ja-u-lw-phrase")

/**
 * [text] with its Japanese phrases whole, where somebody else draws it: the app's own views ask for that themselves
 * (`lineBreakWordStyle`). Android knows phrases from 13 on; before that, and in another language, it stays as it is.
 */
fun keptWhole(text: String, configuration: Configuration): String {
    val isKnown = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU
    if (!isKnown || configuration.locales[0].language != "ja") return text
    // A notice that breaks its lines anywhere is better than none.
    return Barrier.ask(null, { text }) { glued(text) }
}

private fun glued(text: String): String {
    val phrases = BreakIterator.getLineInstance(BY_PHRASE).apply { setText(text) }
    return buildString {
        for ((at, letter) in text.withIndex()) {
            // Foreign names and numbers with signs have their own places to break at.
            val isWithin = at > 0 && letter.isOfPhrase && text[at - 1].isOfPhrase && !phrases.isBoundary(at)
            if (isWithin) append(JOINER)
            append(letter)
        }
    }
}

/** The sign that makes a vowel long, of no script of its own. */
private const val LONG_VOWEL = '\u30FC'

private val Char.isOfPhrase get() = when (Character.UnicodeScript.of(code)) {
    Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA, Character.UnicodeScript.HAN -> true
    else -> this == LONG_VOWEL || isDigit()
}
