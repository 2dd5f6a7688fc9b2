// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.records

import android.content.Context
import android.telecom.Connection
import android.telecom.TelecomManager
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.call.Knowledge
import app.tomeru.words.Words
import app.tomeru.words.othersText

/** What was known when a call came, in words. */
internal class RecordWords(private val context: Context) {
    private val words = Words(context)

    /** One line each; what says nothing is left out. */
    fun circumstances(record: CallRecord): List<String> = listOfNotNull(
        record.number?.let(::othersText)?.ifEmpty { null }?.let { context.getString(R.string.known_number, it) }
            ?: context.getString(R.string.known_presentation, presentation(record.presentation)),
        context.getString(R.string.known_contact, told(record.contact)).takeUnless { record.outgoing },
        context.getString(R.string.known_dialled, told(record.dialled)).takeUnless { record.outgoing },
        context.getString(R.string.known_emergency).takeIf { record.sinceEmergency != null },
        words.country(record.network, more = false, code = null)?.let { context.getString(R.string.known_network, it) },
        verification(record.verification)?.let { context.getString(R.string.known_verification, it) },
        context.getString(R.string.known_locked).takeUnless { record.unlocked },
        record.fault?.let(words::fault),
        context.getString(R.string.known_took, words.seconds(record.tookMicros)),
    )

    private fun told(told: Knowledge) = context.getString(
        when (told) {
            Knowledge.NO -> R.string.no
            Knowledge.YES -> R.string.yes
            Knowledge.CANNOT_TELL -> R.string.cannot_tell
        },
    )

    private fun presentation(presentation: Int) = context.getString(
        when (presentation) {
            TelecomManager.PRESENTATION_RESTRICTED -> R.string.kind_hidden_restricted
            TelecomManager.PRESENTATION_PAYPHONE -> R.string.kind_hidden_payphone
            else -> R.string.kind_hidden_unknown
        },
    )

    private fun verification(status: Int): String? = when (status) {
        Connection.VERIFICATION_STATUS_PASSED -> context.getString(R.string.verified)
        Connection.VERIFICATION_STATUS_FAILED -> context.getString(R.string.not_verified)
        else -> null
    }
}
