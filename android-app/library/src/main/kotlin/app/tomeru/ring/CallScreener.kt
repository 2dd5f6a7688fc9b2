// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ring

import android.os.UserManager
import android.telecom.Call
import android.telecom.CallScreeningService
import app.tomeru.call.CallRecord
import app.tomeru.call.Circumstances
import app.tomeru.call.Places
import app.tomeru.call.ScreenedCall
import app.tomeru.call.Told
import app.tomeru.circumstances.EmergencyMemory
import app.tomeru.core.Answer
import app.tomeru.core.Fault
import app.tomeru.core.Origin
import app.tomeru.fault.Deadline
import app.tomeru.fault.FaultLog
import app.tomeru.platform.clock
import app.tomeru.platform.systemService
import app.tomeru.record.Recorder

/**
 * Answers Telecom about each call, exactly once, whatever happens, and writes the call down. An app extends it, names its
 * own class in its manifest with `BIND_SCREENING_SERVICE`, and shows people what happened.
 *
 * The answer is given before [onScreenCall] returns. Telecom hands a new adapter to the service with every call, and
 * `CallScreeningService.respondToCall` uses the one that came last (AOSP, `mCallScreeningAdapter`): an answer given
 * later would go to the wrong call. So the decision runs on a thread of its own, the main thread waits for it no
 * longer than its deadline, and a second call waits in the main looper meanwhile.
 */
abstract class CallScreener : CallScreeningService() {
    /**
     * A call was answered as [record] tells; it may be ringing now. On the main thread, with the next call waiting:
     * return soon. What is thrown is logged and changes nothing.
     */
    protected open fun onAnswered(record: CallRecord) = Unit

    /**
     * [record] is written down, or could not be. Not on the main thread; calls come here one after the other. What is
     * thrown is logged and changes nothing.
     */
    protected open fun onRecorded(record: CallRecord) = Unit

    final override fun onScreenCall(callDetails: Call.Details) {
        val began = System.nanoTime()
        val atMillis = clock.millis
        val decision = decide(callDetails)
        val given = Responder(this, callDetails).respond(decision.answer)
        val tookMicros = (System.nanoTime() - began) / NANOS
        // What follows may fail without harm: the call has its answer.
        given.fault?.let { fault -> attempt { FaultLog(this).record(fault) } }
        if (given.listBroken) attempt { FaultLog(this).record(Fault.LIST_UNREADABLE) }
        attempt { finish(callDetails, given, decision.circumstances, atMillis, tookMicros) }
    }

    private fun finish(
        call: Call.Details,
        answer: Answer,
        circumstances: Circumstances,
        atMillis: Long,
        tookMicros: Long,
    ) {
        val record = CallRecord.of(ScreenedCall.of(call), answer, circumstances, atMillis, tookMicros)
        if (record.outgoing && record.origin == Origin.EMERGENCY) attempt { EmergencyMemory(this).remember() }
        attempt { onAnswered(record) }
        Recorder.of(this).record(record) { onRecorded(record) }
    }

    private fun decide(call: Call.Details): RingPath.Decision = try {
        RingPath(applicationContext).decideInTime(ScreenedCall.of(call))
    } catch (e: Deadline.Missed) {
        failed(Fault.DEADLINE)
    } catch (e: LinkageError) {
        failed(Fault.CORE_UNAVAILABLE)
    } catch (e: Throwable) {
        failed(Fault.APP_FAILED)
    }

    private fun failed(fault: Fault) = RingPath.Decision(
        Answer.of(fault),
        Circumstances(
            Places.JAPANESE,
            contact = Told.CANNOT_TELL,
            dialled = Told.CANNOT_TELL,
            unlocked = systemService<UserManager>().isUserUnlocked,
        ),
    )

    private fun attempt(action: () -> Unit) = FaultLog.attempt("after the answer", action)

    private companion object {
        /** Nanoseconds in a microsecond. */
        const val NANOS = 1_000L
    }
}
