// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.icu.text.BreakIterator
import android.icu.util.ULocale
import android.text.Layout
import android.widget.Button
import android.widget.EditText
import android.widget.TextView
import org.junit.Assert.assertTrue
import org.robolectric.util.ReflectionHelpers

/**
 * Where the lines of a text end: never within a number or a Latin word, and of what is large or pressed never within a
 * Japanese phrase, as Android's own phrases are (ICU, `lw-phrase`). A phrase that is wider than its place has to break;
 * then no letter of what is large is left alone.
 */
internal object Breaks {
    /** Inspects [view], which is laid out; [isWhole]: its phrases are whole though it is neither large nor pressed. */
    fun inspect(name: String, view: TextView, isWhole: Boolean = false) {
        // What a person typed is theirs.
        if (view is EditText) return
        val layout = checkNotNull(view.layout)
        val text = layout.text.toString()
        for (line in 0 until layout.lineCount - 1) {
            val end = layout.getLineEnd(line)
            if (end >= text.length || text[end - 1].isWhitespace() || text[end - 1] == '\u3000') continue
            val shown = "'${text.substring(layout.getLineStart(line), end)}|${text.substring(end)}'"
            val others = others(text, end)
            // A line of a file is as long as it is.
            if (others != null && !others.all(::isOfNumber)) continue
            assertTrue("$name: a number is broken: $shown", !(isOfNumber(text[end - 1]) && isOfNumber(text[end])))
            assertTrue("$name: a word is broken: $shown", isHyphen(layout, line) || !isWithinWord(text, end))
            // The app has no say in how long a name is.
            if (others != null) continue
            val isLarge = view is Button || view.typeface?.isBold == true
            if (isWhole || isLarge) inspectPhrase(name, text, end, layout, shown, isLarge)
        }
    }

    /** What others wrote around [at] in [text]; null: it is the app's own. */
    private fun others(text: String, at: Int): String? {
        val begin = text.lastIndexOf('\u2068', at - 1)
        if (begin <= text.lastIndexOf('\u2069', at - 1)) return null
        return text.substring(begin + 1).substringBefore('\u2069')
    }

    private fun isOfNumber(letter: Char) = letter.isDigit() || letter in "+-\u2011\u00A0"

    /** A word that Android hyphenates is no broken one; the method is hidden. */
    private fun isHyphen(layout: Layout, line: Int): Boolean = ReflectionHelpers.callInstanceMethod<Int>(
        layout,
        "getEndHyphenEdit",
        ReflectionHelpers.ClassParameter.from(Int::class.java, line),
    ) != 0

    private fun isWithinWord(text: String, at: Int) = isLatin(text[at - 1]) && isLatin(text[at])

    private fun isLatin(letter: Char) = letter in 'A'..'Z' || letter in 'a'..'z'

    private fun inspectPhrase(
        name: String,
        text: String,
        at: Int,
        layout: Layout,
        shown: String,
        isLarge: Boolean,
    ) {
        val phrases = BreakIterator.getLineInstance(ULocale.forLanguageTag("ja-u-lw-phrase"))
        phrases.setText(text)
        if (phrases.isBoundary(at)) return
        val phrase = text.substring(phrases.preceding(at), phrases.following(at))
        val isTooWide = layout.paint.measureText(phrase) > layout.width
        val isAlone = phrases.following(at) - at == 1 || at - phrases.preceding(at) == 1
        assertTrue("$name: a phrase is broken: $shown", isTooWide && !(isLarge && isAlone))
    }
}
