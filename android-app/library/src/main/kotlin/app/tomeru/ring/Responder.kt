// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ring

import android.os.Build
import android.telecom.Call
import android.telecom.CallScreeningService
import android.telecom.CallScreeningService.CallResponse
import app.tomeru.core.Action
import app.tomeru.core.Answer
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.fault.FaultLog

/**
 * Gives the one answer of one call.
 *
 * Since Android 11 the framework itself answers about an outgoing call once `onScreenCall` returns (AOSP, the handler of
 * `CallScreeningService`), and a second answer could reach another call. Android 10 leaves it to the service.
 */
class Responder(private val service: CallScreeningService, private val call: Call.Details) {
    private var answered = false

    /**
     * Answers with [answer]; if that cannot be made into a response, the call rings.
     *
     * @return the answer that was given
     */
    fun respond(answer: Answer): Answer {
        check(!answered) { "a call has one answer" }
        answered = true
        val outgoing = call.callDirection == Call.Details.DIRECTION_OUTGOING
        if (outgoing && Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) return answer
        val response = Barrier.ask(null, { null }) { response(if (outgoing) Action.ALLOW else answer.action) }
        service.respondToCall(call, response ?: RING)
        return if (response == null) FAILED else answer
    }

    private fun response(action: Action): CallResponse {
        val builder = CallResponse.Builder()
        when (action) {
            // A warning is shown by the app itself.
            Action.ALLOW, Action.WARN -> Unit

            Action.SILENCE -> builder.setSilenceCall(true)

            // Disallow alone would let the caller hear it ring. The call stays in the call log: Telecom ignores
            // skipCallLog of other apps anyway (CTS checks that).
            Action.REJECT -> builder.setDisallowCall(true).setRejectCall(true)
        }
        return builder.build()
    }

    private companion object {
        /** Made before they are needed: without memory a call rings, too. */
        val RING: CallResponse = CallResponse.Builder().build()
        val FAILED = Answer.of(Fault.APP_FAILED)
    }
}
