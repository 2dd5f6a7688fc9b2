// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.telecom.Call
import android.telecom.CallScreeningService
import app.tomeru.core.Action
import app.tomeru.core.Answer
import app.tomeru.core.Fault
import app.tomeru.notice.RingWarning
import app.tomeru.record.FaultLog

/**
 * Answers Telecom about each call, exactly once, whatever happens.
 *
 * The answer is given before [onScreenCall] returns. Telecom hands a new adapter to the service with every call, and
 * `CallScreeningService.respondToCall` uses the one that came last (AOSP, `mCallScreeningAdapter`): an answer given
 * later would go to the wrong call. So the decision runs on a thread of its own, the main thread waits for it no
 * longer than [DEADLINE_MILLIS], and a second call waits in the main looper meanwhile.
 */
class ScreeningService : CallScreeningService() {
    override fun onScreenCall(callDetails: Call.Details) {
        val answer = decide(callDetails)
        val given = Responder(this, callDetails).respond(answer)
        // What follows may fail without harm: the call has its answer.
        given.fault?.let { fault -> attempt { FaultLog(this).record(fault) } }
        if (given.action == Action.WARN) {
            attempt { RingWarning(this).show(given, callDetails.handle) }
        }
    }

    private fun decide(call: Call.Details): Answer = try {
        Deadline.within(DEADLINE_MILLIS) { RingPath(applicationContext).decide(call) }
    } catch (e: Deadline.Missed) {
        Answer.of(Fault.DEADLINE)
    } catch (e: LinkageError) {
        Answer.of(Fault.CORE_UNAVAILABLE)
    } catch (e: Throwable) {
        Answer.of(Fault.APP_FAILED)
    }

    private fun attempt(action: () -> Unit) {
        try {
            action()
        } catch (e: Exception) {
            Responder.log("after the answer", e)
        }
    }

    private companion object {
        /** Telecom waits 5 s from the start of filtering, process start included (`CallFilteringGraph`). */
        const val DEADLINE_MILLIS = 2_000L
    }
}
