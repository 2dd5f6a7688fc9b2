// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.content.Context
import app.tomeru.R
import app.tomeru.core.Origin
import app.tomeru.core.Reason
import app.tomeru.record.CallRecord
import app.tomeru.ui.Words

/**
 * What the warning about a call says, on the notice and on the overlay alike.
 *
 * @property title what it is, and what to do at once
 * @property where the country and the number, or null
 * @property why what makes it suspicious
 */
class WarningText(context: Context, record: CallRecord) {
    private val words = Words(context)

    val title: String = context.getString(
        when {
            record.reason == Reason.VERIFICATION_FAILED -> R.string.warning_title_unverified
            record.reason == Reason.BLOCK_LIST || record.reason == Reason.IMPORTED_LIST -> R.string.warning_title_listed
            record.origin in FORGED -> R.string.warning_title_forged
            record.origin == Origin.INTERNATIONAL || record.origin == Origin.GLOBAL_SERVICE -> R.string.warning_title
            else -> R.string.warning_title_other
        },
    )

    val where: String? = words.where(record)

    val why: String = (listOf(words.reason(record.reason)) + words.signs(record)).joinToString("\n")

    val whatToDo: String = context.getString(R.string.warning_what_to_do)

    companion object {
        /** Numbers that nobody has. */
        val FORGED = setOf(Origin.UNASSIGNED, Origin.DISGUISED_DOMESTIC, Origin.IMPOSSIBLE)
    }
}
