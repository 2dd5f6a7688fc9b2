// SPDX-License-Identifier: Apache-2.0
package app.tomeru.call

import app.tomeru.core.Action
import app.tomeru.core.Answer
import app.tomeru.core.Fault
import app.tomeru.core.Hint
import app.tomeru.core.Line
import app.tomeru.core.Origin
import app.tomeru.core.Reason
import java.util.UUID

/**
 * One call: what came, what was known, what was decided and why. Immutable.
 *
 * @property uid stays the same wherever the record is stored, so that moving it twice does not duplicate it
 * @property atMillis when it came, in milliseconds since 1970
 * @property outgoing whether the owner called; see [wasDialled]
 * @property number the number as Android gave it, or null
 * @property key the number in the form that all its spellings share, or null
 * @property presentation `TelecomManager.PRESENTATION_*`
 * @property origin where it came from
 * @property line the kind of line
 * @property countryCode the country calling code, or null
 * @property region the first region (ISO 3166-1 alpha-2), or null
 * @property hasMoreRegions whether the number may belong to other regions as well
 * @property action what was answered
 * @property reason why
 * @property signs what else makes the number suspicious
 * @property fault what went wrong, or null
 * @property contact whether the caller was a contact
 * @property dialled whether the owner had dialled the number
 * @property sinceDialled seconds since then, or null
 * @property sinceEmergency seconds since an emergency number was dialled, or null
 * @property home the SIM's country (ISO 3166-1 alpha-2)
 * @property secondHome the country of another SIM, or null
 * @property network the country of the network
 * @property verification `Connection.VERIFICATION_STATUS_*`
 * @property unlocked whether the phone had been unlocked since it was switched on
 * @property tookMicros time from Android's question to the answer, in microseconds
 * @property rehearsal whether it rang as usual, and was warned of because the person wanted to see the warning
 */
data class CallRecord(
    val uid: String,
    val atMillis: Long,
    val outgoing: Boolean,
    val number: String?,
    val key: String?,
    val presentation: Int,
    val origin: Origin,
    val line: Line,
    val countryCode: Int?,
    val region: String?,
    val hasMoreRegions: Boolean,
    val action: Action,
    val reason: Reason,
    val signs: Set<Hint>,
    val fault: Fault?,
    val contact: Knowledge,
    val dialled: Knowledge,
    val sinceDialled: Int?,
    val sinceEmergency: Int?,
    val home: String,
    val secondHome: String?,
    val network: String,
    val verification: Int,
    val unlocked: Boolean,
    val tookMicros: Long,
    val rehearsal: Boolean = false,
) {
    /** Whether the owner actually called the number: the guard did not block it. */
    val wasDialled: Boolean get() = outgoing && action != Action.REJECT

    companion object {
        /** The record of a call that came [atMillis] and was answered with [answer]. */
        @JvmStatic
        fun of(
            call: ScreenedCall,
            answer: Answer,
            circumstances: Circumstances,
            atMillis: Long,
            tookMicros: Long,
        ) = CallRecord(
            uid = UUID.randomUUID().toString(),
            atMillis = atMillis,
            outgoing = call.outgoing,
            number = call.text,
            key = circumstances.key,
            presentation = call.presentation,
            origin = answer.origin,
            line = answer.line,
            countryCode = answer.countryCode,
            region = answer.region,
            hasMoreRegions = answer.hasMoreRegions,
            action = answer.action,
            reason = answer.reason,
            signs = answer.hints,
            fault = answer.fault,
            contact = circumstances.contact,
            dialled = circumstances.dialled,
            sinceDialled = circumstances.sinceDialled,
            sinceEmergency = circumstances.sinceEmergency,
            home = circumstances.places.home,
            secondHome = circumstances.places.secondHome,
            network = circumstances.places.network,
            verification = circumstances.verification,
            unlocked = circumstances.unlocked,
            tookMicros = tookMicros,
        )
    }
}
