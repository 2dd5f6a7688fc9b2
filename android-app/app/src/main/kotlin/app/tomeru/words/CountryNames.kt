// SPDX-License-Identifier: Apache-2.0
package app.tomeru.words

import android.content.Context
import android.icu.text.Collator
import app.tomeru.R
import app.tomeru.platform.core
import java.text.Normalizer
import java.util.Locale

/**
 * A country or territory in words.
 *
 * @property region ISO 3166-1 alpha-2
 * @property name in the person's language
 * @property other in the other language of the app
 * @property reading how the Japanese name is read, where its characters do not tell; or null
 * @property code the country calling code
 */
data class CountryName(
    val region: String,
    val name: String,
    val other: String,
    val reading: String?,
    val code: Int,
) {
    /** The flag, as the two letters that fonts draw it for (Unicode, "Emoji Flag Sequence"). */
    val flag: String = region.map { String(Character.toChars(it - 'A' + REGIONAL_INDICATOR_A)) }.joinToString("")

    /** Beneath what it stands in a list: a letter, or the first of the sounds of its row (あ か さ). */
    val heading: String
        get() {
            val first = Normalizer.normalize(reading ?: name, Normalizer.Form.NFKD).first()
            val sound = if (first in 'ァ'..'ヶ') first - ('ァ' - 'ぁ') else first
            return "${ROWS.lastOrNull { sound in 'あ'..'ん' && it <= sound } ?: first}"
        }

    private companion object {
        const val REGIONAL_INDICATOR_A = 0x1F1E6

        /** With what each row of the sounds begins. */
        const val ROWS = "あかさたなはまやらわ"
    }
}

/** Every country and territory that has telephone numbers, in the order of the person's language. */
class CountryNames(context: Context) {
    /** All of them. */
    val all: List<CountryName>

    init {
        val locale = context.resources.configuration.locales[0]
        val japanese = locale.language == Locale.JAPANESE.language
        val readings = context.resources.getStringArray(R.array.country_readings).associate { row ->
            row.substringBefore('|') to row.substringAfter('|')
        }
        val names = context.core.countries().map { country ->
            val region = Locale.Builder().setRegion(country.country).build()
            CountryName(
                country.country,
                region.getDisplayCountry(locale),
                region.getDisplayCountry(if (japanese) Locale.ENGLISH else Locale.JAPANESE),
                readings[country.country],
                country.callingCode.toInt(),
            )
        }
        val collator = Collator.getInstance(locale)
        // Nobody knows an order of characters; their readings have one.
        all = names.sortedWith(compareBy(collator) { if (japanese) it.reading ?: it.name else it.name })
    }

    /** Those that match [text]: a name in either language, a reading, or a code with or without a plus. */
    fun find(text: String): List<CountryName> {
        val wanted = fold(text)
        if (wanted.isEmpty()) return all
        val code = wanted.removePrefix("+")
        if (code.isNotEmpty() && code.all(Char::isDigit)) return all.filter { it.code.toString().startsWith(code) }
        return all.filter { country ->
            listOfNotNull(country.name, country.other, country.reading).any { wanted in fold(it) } ||
                country.region.equals(wanted, ignoreCase = true)
        }
    }

    /** Small letters, and katakana as hiragana: people write either. */
    private fun fold(text: String) = Normalizer.normalize(text, Normalizer.Form.NFKC)
        .lowercase()
        .filterNot(Char::isWhitespace)
        .map { if (it in 'ァ'..'ヶ') it - ('ァ' - 'ぁ') else it }
        .joinToString("")
}
