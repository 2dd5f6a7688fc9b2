// SPDX-License-Identifier: Apache-2.0
package app.tomeru.outgoing

import android.net.Uri
import android.telecom.CallRedirectionService
import android.telecom.PhoneAccountHandle
import app.tomeru.call.CallRecord
import app.tomeru.call.ScreenedCall
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.fault.FaultLog
import app.tomeru.platform.clock
import app.tomeru.record.Recorder
import app.tomeru.ring.RingPath

/**
 * Blocks the owner's own calls to numbers that are expensive or that fraud lives on, before they are placed. Telecom
 * asks about everything but emergency calls. Each call gets exactly one answer before [onPlaceCall] returns: Telecom
 * waits 5 s for it, and does not place a call that gets none (AOSP, `CallRedirectionProcessor`). On any fault the call
 * is placed as it was dialled.
 */
class RedirectionService : CallRedirectionService() {
    override fun onPlaceCall(handle: Uri, account: PhoneAccountHandle, allowsInteraction: Boolean) {
        val stop = Barrier.ask(Fault.OUTGOING_FAILED, { null }) { stop(ScreenedCall.to(handle)) }
        // First of all the person learns why: a call must not vanish without a word.
        if (stop == null || !Barrier.run(Fault.NOTICE_FAILED) { OutgoingNotice(applicationContext).show(stop) }) {
            Barrier.run(Fault.OUTGOING_FAILED, ::placeCallUnmodified)
            return
        }
        // Telecom may have died meanwhile: then there is no call, and nothing to report.
        if (!Barrier.run(Fault.OUTGOING_FAILED, ::cancelCall)) {
            Barrier.run(Fault.NOTICE_FAILED) { OutgoingNotice(applicationContext).cancel(stop) }
            return
        }
        // Screening was shown the call as placed: without the record, the number would count as dialled.
        Barrier.run(Fault.RECORD_FAILED) { Recorder.of(this).record(stop) }
    }

    /** The record of [call], if it is stopped; null if it is placed, whatever the core says. */
    private fun stop(call: ScreenedCall): CallRecord? {
        val began = System.nanoTime()
        val atMillis = clock.millis
        val decision = RingPath(applicationContext).decideInTime(call)
        if (decision.answer.fault != null) Barrier.run(null) { FaultLog(this).record(Fault.OUTGOING_FAILED) }
        val stops = decision.answer.action == Action.REJECT && mayStop(decision.circumstances.key)
        if (!stops) return null
        val tookMicros = (System.nanoTime() - began) / NANOS
        return CallRecord.of(call, decision.answer, decision.circumstances, atMillis, tookMicros)
    }

    /** Whether the number with [key] was not let through a moment ago, and whether the person will see why. */
    private fun mayStop(key: String?) =
        key != null && !OutgoingPass(this).isOn(key) && OutgoingNotice(this).canBeShown()

    private companion object {
        /** Nanoseconds in a microsecond. */
        const val NANOS = 1_000L
    }
}
