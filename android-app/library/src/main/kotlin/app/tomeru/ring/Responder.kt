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
import app.tomeru.fault.Deadline
import app.tomeru.platform.clock

/**
 * Gives one call its one answer.
 *
 * Since Android 11 the framework itself answers about an outgoing call once `onScreenCall` returns (AOSP, the handler
 * of `CallScreeningService`), and a second answer could reach another call. Android 10 leaves it to the service.
 *
 * @property tells whether the app itself will tell the person of a call that it stops
 */
class Responder(
    private val service: CallScreeningService,
    private val call: Call.Details,
    private val tells: () -> Boolean,
) {
    private var answered = false

    /**
     * Responds with [answer]; if that cannot be turned into a response, the call rings.
     *
     * @return the answer that was actually given
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
            // The app itself shows the warning.
            Action.ALLOW, Action.WARN -> Unit

            Action.SILENCE -> builder.setSilenceCall(true)

            Action.REJECT -> reject(builder)
        }
        return builder.build()
    }

    /**
     * Disallowing alone would let the caller hear it ring. The call stays in the call log: Telecom ignores skipCallLog
     * of other apps anyway (CTS checks that). Of Android's notice of a missed call, which offers to call back, and our
     * own, the person sees exactly one.
     */
    private fun reject(builder: CallResponse.Builder) {
        builder.setDisallowCall(true).setRejectCall(true)
        builder.setSkipNotification(
            Barrier.ask(null, {
                false
            }) { Deadline.within(service.clock, TELLS_MILLIS, tells) },
        )
    }

    private companion object {
        /** Made before they are needed: without memory a call rings, too. */
        val RING: CallResponse = CallResponse.Builder().build()
        val FAILED = Answer.of(Fault.APP_FAILED)

        /** Telecom still waits for the answer. */
        const val TELLS_MILLIS = 500L
    }
}
