// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.check

import android.content.Intent

/** What another app hands over: a number to check, or the settings of a family member. */
internal object SharedText {
    /** Long enough for any number with its spaces, too short for prose. */
    private val NUMBER = Regex("[+＋(#]?[0-9０-９][0-9０-９()\\-\\s.‐－ー]{1,30}")

    /** The text in [intent]: shared, selected or a `tel:` link; null if there is none. */
    fun of(intent: Intent): String? = when (intent.action) {
        Intent.ACTION_SEND -> intent.getStringExtra(Intent.EXTRA_TEXT)
        Intent.ACTION_PROCESS_TEXT -> intent.getCharSequenceExtra(Intent.EXTRA_PROCESS_TEXT)?.toString()
        Intent.ACTION_VIEW, Intent.ACTION_DIAL -> intent.data?.takeIf { it.scheme == "tel" }?.schemeSpecificPart
        else -> null
    }

    /** The first thing in [text] that looks like a number; all of it if nothing does. */
    fun number(text: String): String = (NUMBER.find(text)?.value ?: text).trim().take(MOST)

    private const val MOST = 64
}
