// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.check

import android.content.Intent
import app.tomeru.call.handleText

/** What another app hands over: a number to check, or the settings of a family member. */
internal object SharedText {
    /** The text in [intent]: shared, selected or a `tel:` link; null if there is none. */
    fun of(intent: Intent): String? = when (intent.action) {
        Intent.ACTION_SEND -> intent.getStringExtra(Intent.EXTRA_TEXT)
        Intent.ACTION_PROCESS_TEXT -> intent.getCharSequenceExtra(Intent.EXTRA_PROCESS_TEXT)?.toString()
        Intent.ACTION_VIEW, Intent.ACTION_DIAL -> intent.data?.takeIf { it.scheme == "tel" }?.handleText
        else -> null
    }

    /** [text] where no number was found in it: what fits the field. */
    fun cut(text: String): String = text.trim().take(MOST)

    private const val MOST = 64
}
