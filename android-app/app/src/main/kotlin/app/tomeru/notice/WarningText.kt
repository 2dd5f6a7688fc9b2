// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.content.Context
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Origin
import app.tomeru.core.Reason
import app.tomeru.words.Words
import app.tomeru.words.isAbroad
import app.tomeru.words.isForged

/**
 * What the warning about a call says, on the notice and on the overlay alike.
 *
 * @property order what to do at once, or to know, in a few words
 * @property kind what kind of call it is
 * @property country its country, or null
 * @property where the country and the number, or null; on no notice
 * @property why what else makes it suspicious, or null
 * @property advice what to do while it rings
 * @property whatToDo the same for who may have answered
 * @property answered what matters once somebody answered
 */
class WarningText(context: Context, record: CallRecord) {
    private val words = Words(context)

    /** A caller who may be a hospital is not one whom nobody should answer. */
    private val isOrdered =
        !record.rehearsal && (record.reason in LISTED || record.origin.isForged || record.origin.isAbroad)

    val order: String = context.getString(
        when {
            record.rehearsal -> R.string.rehearsal_order

            isOrdered -> R.string.warning_order

            // Where there is room for little, this is what has to be said.
            record.reason == Reason.POLICE_SHOWN -> R.string.warning_police_order

            record.reason == Reason.EMERGENCY_SHOWN -> R.string.warning_emergency_order

            else -> R.string.warning_careful
        },
    )

    /** A handset that is crossed out, or a triangle where the call may be answered. */
    val icon: Int = if (isOrdered) R.drawable.ic_no_answer else R.drawable.ic_triangle

    val kind: String = context.getString(
        when {
            record.rehearsal -> R.string.rehearsal_kind
            record.reason == Reason.VERIFICATION_FAILED -> R.string.warning_unverified
            record.reason in LISTED -> R.string.warning_listed
            record.reason == Reason.POLICE_SHOWN -> R.string.warning_police
            record.reason == Reason.EMERGENCY_SHOWN -> R.string.warning_emergency
            record.origin.isForged -> R.string.warning_forged
            record.origin.isAbroad -> R.string.warning_abroad
            else -> R.string.warning_other
        },
    )

    val country: String? = if (record.origin == Origin.INTERNATIONAL) words.country(record) else null

    val where: String? = words.whereFrom(record)

    val why: String? = whyElse(record).joinToString("\n").ifEmpty { null }.takeUnless { record.rehearsal }

    val advice: String = advice(context, record, R.string.warning_wait)

    val whatToDo: String = advice(context, record, R.string.warning_what_to_do)

    val answered: String =
        context.getString(if (record.rehearsal) R.string.rehearsal_order else R.string.warning_answered)

    /** The kind of call says the whole reason of these. */
    private fun whyElse(record: CallRecord) =
        if (record.reason in POLICE) words.signs(record) else reasons(words, record)

    private fun advice(context: Context, record: CallRecord, ordered: Int) = context.getString(
        when {
            record.rehearsal -> R.string.rehearsal_advice
            record.reason in POLICE -> R.string.warning_police_advice
            isOrdered -> ordered
            else -> R.string.warning_if_answered
        },
    )

    companion object {
        /** Numbers on a list. */
        private val LISTED = setOf(Reason.BLOCK_LIST, Reason.IMPORTED_LIST)

        /** A number of the police, or 110 itself, is shown: who calls may have a reason to, or speak of arrest. */
        private val POLICE = setOf(Reason.POLICE_SHOWN, Reason.EMERGENCY_SHOWN)

        /** What makes a call suspicious, beside what the kind says already: that it is an international one. */
        fun reasons(words: Words, record: CallRecord): List<String> =
            listOfNotNull(words.reason(record.reason).takeIf { record.reason != Reason.INTERNATIONAL }) +
                words.signs(record)

        /** Whether the recorded sentence, "international call, do not answer", is true of this call. */
        fun isSpokenOf(record: CallRecord): Boolean =
            !record.rehearsal && record.origin.isAbroad && record.reason !in LISTED
    }
}
