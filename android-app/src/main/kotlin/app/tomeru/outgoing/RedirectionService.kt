// SPDX-License-Identifier: Apache-2.0
package app.tomeru.outgoing

import android.net.Uri
import android.telecom.CallRedirectionService
import android.telecom.PhoneAccountHandle
import app.tomeru.circumstances.Clock
import app.tomeru.circumstances.Deadline
import app.tomeru.circumstances.ScreenedCall
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.notice.OutgoingNotice
import app.tomeru.record.CallRecord
import app.tomeru.record.FaultLog
import app.tomeru.record.Recorder
import app.tomeru.screening.RingPath

/**
 * Stops the owner's own calls that cost much or that fraud lives on, before they are placed; Telecom asks it about
 * everything but emergency calls. Exactly one answer for each call, given before [onPlaceCall] returns: Telecom waits
 * 5 s for it (AOSP, `CallRedirectionProcessor`). Any fault places the call as it was dialled.
 */
class RedirectionService : CallRedirectionService() {
    override fun onPlaceCall(handle: Uri, account: PhoneAccountHandle, allowsInteraction: Boolean) {
        val began = System.nanoTime()
        val atMillis = Clock.millis
        val call = ScreenedCall.to(handle)
        val decision = decide(call)
        if (decision?.answer?.action != Action.REJECT) return attempt(::placeCallUnmodified)
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
        Deadline.within(DEADLINE_MILLIS) {
            val decision = RingPath(applicationContext).decide(call)
            val stops = decision.answer.action == Action.REJECT
            when {
                decision.answer.fault != null -> null.also { failed(Fault.OUTGOING_FAILED) }

                // "Call anyway" needs something to know the number by.
                stops && decision.circumstances.key == null -> null

                stops && OutgoingPass(this).isOn(decision.circumstances.key) -> null

                // A call that ends without a word is a phone that is broken: nobody would know why.
                stops && !OutgoingNotice(this).canBeShown() -> null

                else -> decision
            }
        }
    } catch (e: Throwable) {
        attempt { FaultLog.log("the owner's own call", e) }
        null.also { failed(Fault.OUTGOING_FAILED) }
    }

    private fun failed(fault: Fault) = attempt { FaultLog(this).record(fault) }

    private fun attempt(action: () -> Unit) {
        try {
            action()
        } catch (e: Exception) {
            FaultLog.log("after the answer about an own call", e)
        }
    }

    private companion object {
        const val DEADLINE_MILLIS = 2_000L

        /** Nanoseconds in a microsecond. */
        const val NANOS = 1_000L
    }
}
