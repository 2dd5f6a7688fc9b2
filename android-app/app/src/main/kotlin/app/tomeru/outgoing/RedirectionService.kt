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
 * asks about everything but emergency calls. Each call gets exactly one answer before [onPlaceCall] returns; Telecom
 * waits 5 s for it (AOSP, `CallRedirectionProcessor`). On any fault the call is placed as it was dialled.
 */
class RedirectionService : CallRedirectionService() {
    /** A call that gets no answer at all is placed, too, once Telecom has waited for it. */
    override fun onPlaceCall(handle: Uri, account: PhoneAccountHandle, allowsInteraction: Boolean) {
        Barrier.run(Fault.OUTGOING_FAILED) { answer(handle) }
    }

    private fun answer(handle: Uri) {
        val began = System.nanoTime()
        val atMillis = clock.millis
        val call = ScreenedCall.to(handle)
        val decision = decide(call)
        if (decision == null) {
            Barrier.run(Fault.OUTGOING_FAILED, ::placeCallUnmodified)
            return
        }
        // Telecom may have died meanwhile: then there is no call, and nothing to report.
        if (!Barrier.run(Fault.OUTGOING_FAILED, ::cancelCall)) return
        Barrier.run(Fault.NOTICE_FAILED) {
            val tookMicros = (System.nanoTime() - began) / NANOS
            val record = CallRecord.of(call, decision.answer, decision.circumstances, atMillis, tookMicros)
            OutgoingNotice(applicationContext).show(record)
            Recorder.of(this).record(record)
        }
    }

    /** What the core says; null if the call is placed whatever it says. */
    private fun decide(call: ScreenedCall): RingPath.Decision? = Barrier.ask(Fault.OUTGOING_FAILED, { null }) {
        val decision = RingPath(applicationContext).decideInTime(call)
        if (decision.answer.fault != null) Barrier.run(null) { FaultLog(this).record(Fault.OUTGOING_FAILED) }
        decision.takeIf { it.answer.action == Action.REJECT && mayStop(it.circumstances.key) }
    }

    /** Whether the number with [key] was not let through a moment ago, and whether the person will see why. */
    private fun mayStop(key: String?) =
        key != null && !OutgoingPass(this).isOn(key) && OutgoingNotice(this).canBeShown()

    private companion object {
        /** Nanoseconds in a microsecond. */
        const val NANOS = 1_000L
    }
}
