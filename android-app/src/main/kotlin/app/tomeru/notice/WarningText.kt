// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.content.Context
import app.tomeru.R
import app.tomeru.core.Reason
import app.tomeru.core.isAbroad
import app.tomeru.core.isForged
import app.tomeru.record.CallRecord
import app.tomeru.ui.Words

/**
 * What the warning about a call says, on the notice and on the overlay alike.
 *
 * @property title what it is, and what to do at once, a line each
 * @property where the country and the number, or null
 * @property why what else makes it suspicious, or null
 * @property whatToDo for who answered
 */
class WarningText(context: Context, record: CallRecord) {
    private val words = Words(context)

    val title: List<String> = when {
        record.reason == Reason.VERIFICATION_FAILED -> {
            listOf(R.string.warning_unverified)
        }

        record.reason == Reason.BLOCK_LIST || record.reason == Reason.IMPORTED_LIST -> {
            listOf(R.string.warning_listed, R.string.warning_order)
        }

        record.origin.isForged -> {
            listOf(R.string.warning_forged, R.string.warning_order)
        }

        record.origin.isAbroad -> {
            listOf(R.string.warning_abroad, R.string.warning_order)
        }

        else -> {
            listOf(R.string.warning_other)
        }
    }.map(context::getString)

    val where: String? = words.where(record)

    val why: String? = reasons(words, record).joinToString("\n").ifEmpty { null }

    val whatToDo: String = context.getString(R.string.warning_what_to_do)

    companion object {
        /** What makes a call suspicious, beside what the title says already: that it is an international one. */
        fun reasons(words: Words, record: CallRecord): List<String> =
            listOfNotNull(words.reason(record.reason).takeIf { record.reason != Reason.INTERNATIONAL }) +
                words.signs(record)
    }
}
