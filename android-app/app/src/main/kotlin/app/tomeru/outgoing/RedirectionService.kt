// SPDX-License-Identifier: Apache-2.0
package app.tomeru.outgoing

import android.net.Uri
import android.telecom.CallRedirectionService
import android.telecom.PhoneAccountHandle
import app.tomeru.call.CallRecord
import app.tomeru.call.ScreenedCall
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.fault.FaultLog
import app.tomeru.platform.clock
import app.tomeru.record.Recorder
import app.tomeru.ring.RingPath

/**
 * Stops the owner's own calls that cost much or that fraud lives on, before they are placed; Telecom asks it about
 * everything but emergency calls. Exactly one answer for each call, given before [onPlaceCall] returns: Telecom waits
 * 5 s for it (AOSP, `CallRedirectionProcessor`). Any fault places the call as it was dialled.
 */
class RedirectionService : CallRedirectionService() {
    override fun onPlaceCall(handle: Uri, account: PhoneAccountHandle, allowsInteraction: Boolean) {
        val began = System.nanoTime()
        val atMillis = clock.millis
        val call = ScreenedCall.to(handle)
        val decision = decide(call)
        if (decision == null) return attempt(::placeCallUnmodified)
        // Telecom may have died meanwhile: then there is no call, and nothing to tell.
        attempt {
            cancelCall()
            val tookMicros = (System.nanoTime() - began) / NANOS
            val record = CallRecord.of(call, decision.answer, decision.circumstances, atMillis, tookMicros)
            OutgoingNotice(applicationContext).show(record)
            Recorder.of(this).record(record)
        }
    }

    /** What the core says; null if the call is placed whatever it says. */
    private fun decide(call: ScreenedCall): RingPath.Decision? = try {
        val decision = RingPath(applicationContext).decideInTime(call)
        if (decision.answer.fault != null) failed()
        decision.takeIf { it.answer.action == Action.REJECT && mayStop(it.circumstances.key) }
    } catch (e: Throwable) {
        FaultLog.log("the owner's own call", e)
        null.also { failed() }
    }

    /** Whether the number with [key] was not let through a moment ago, and whether the person will see why. */
    private fun mayStop(key: String?) =
        key != null && !OutgoingPass(this).isOn(key) && OutgoingNotice(this).canBeShown()

    private fun failed() = attempt { FaultLog(this).record(Fault.OUTGOING_FAILED) }

    private fun attempt(action: () -> Unit) = FaultLog.attempt("the owner's own call", action)

    private companion object {
        /** Nanoseconds in a microsecond. */
        const val NANOS = 1_000L
    }
}
