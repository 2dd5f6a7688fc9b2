// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.telecom.Call
import android.telecom.CallScreeningService
import android.telecom.CallScreeningService.CallResponse
import android.util.Log
import app.tomeru.core.Action
import app.tomeru.core.Answer
import app.tomeru.core.Fault

/**
 * Gives the one answer of one call.
 *
 * An outgoing call is not answered here: the framework does that itself once `onScreenCall` returns (AOSP,
 * `CallScreeningService`'s handler, seen in every version tested), and a second answer might reach another call.
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
        if (call.callDirection == Call.Details.DIRECTION_OUTGOING) return answer
        val (response, given) = try {
            response(answer.action) to answer
        } catch (e: RuntimeException) {
            log("making the response", e)
            CallResponse.Builder().build() to Answer.of(Fault.APP_FAILED)
        }
        service.respondToCall(call, response)
        return given
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

    internal companion object {
        private const val TAG = "Tomeru"

        /** Logs the kind of a fault and where it came up; never its message, which may hold a number. */
        fun log(doing: String, fault: Throwable) {
            Log.w(TAG, "$doing: ${fault.javaClass.simpleName} at ${fault.stackTrace.firstOrNull()}")
        }
    }
}
