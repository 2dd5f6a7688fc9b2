// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ring

import android.content.Intent
import android.os.IBinder
import android.os.UserManager
import android.telecom.Call
import android.telecom.CallScreeningService
import android.telephony.TelephonyManager
import app.tomeru.call.CallRecord
import app.tomeru.call.Circumstances
import app.tomeru.call.Knowledge
import app.tomeru.call.Places
import app.tomeru.call.ScreenedCall
import app.tomeru.circumstances.EmergencyMemory
import app.tomeru.core.Answer
import app.tomeru.core.Fault
import app.tomeru.core.Origin
import app.tomeru.fault.Barrier
import app.tomeru.fault.Deadline
import app.tomeru.fault.FaultLog
import app.tomeru.hooks.Hook
import app.tomeru.hooks.Hooks
import app.tomeru.platform.clock
import app.tomeru.platform.systemService
import app.tomeru.record.Recorder

/**
 * Answers Telecom about each call, exactly once, whatever happens, and writes the call down. An app extends it, names
 * its own class in its manifest with `BIND_SCREENING_SERVICE`, and shows people what happened.
 *
 * It belongs in the same process as the rest of the app, without `android:process`. Settings are read once per process:
 * in another one it would never see a change of them, and what keeps two writers apart works within a process only.
 *
 * The answer is given before [onScreenCall] returns. Telecom hands a new adapter to the service with every call, and
 * `CallScreeningService.respondToCall` uses the one that came last (AOSP, `mCallScreeningAdapter`): an answer given
 * later would go to the wrong call. So the decision runs on a thread of its own, the main thread waits for it no
 * longer than its deadline, and a second call waits in the main looper meanwhile.
 */
abstract class CallScreener : CallScreeningService() {
    /**
     * How a call that was answered as [record] tells is shown and written down: [record], or another one about the same
     * call. It has its answer, so nothing here changes what happens to it. On the main thread, with the next call
     * waiting: return soon. What is thrown is logged, and the call is told as it was.
     */
    protected open fun told(record: CallRecord): CallRecord = record

    /**
     * Whether a notice of the app's own about a stopped call can be seen now. If so, Android does not show its own,
     * which calls it a missed call and offers to call back. Asked before the answer is given, on a thread of its own.
     * What is thrown, or takes half a second, counts as no.
     */
    protected open fun tellsOfStoppedCalls(): Boolean = false

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

    /** It may be before the first unlock, and Telecom waits: what is noted is noted elsewhere. */
    final override fun onBind(intent: Intent): IBinder? {
        // The app itself may bind to see whether it can, with a category: Telecom's intent has none.
        if (intent.categories.isNullOrEmpty()) note(Hook.BOUND)
        return super.onBind(intent)
    }

    /** A call that gets no answer at all rings, too, once Telecom has waited for it. */
    final override fun onScreenCall(callDetails: Call.Details) {
        Barrier.run(Fault.APP_FAILED) { screen(callDetails) }
    }

    private fun screen(callDetails: Call.Details) {
        val began = System.nanoTime()
        val atMillis = clock.millis
        val decision = decide(callDetails)
        val given = Barrier.ask(Fault.APP_FAILED, { null }) {
            Responder(this, callDetails, ::tellsOfStoppedCalls).respond(decision.answer)
        }
        val tookMicros = (System.nanoTime() - began) / NANOS
        // What follows may fail without harm: the call has its answer.
        note(Hook.ANSWERED, tookMicros / MICROS)
        given?.fault?.let { fault -> Barrier.run(null) { FaultLog(this).record(fault) } }
        if (given?.listBroken == true) Barrier.run(null) { FaultLog(this).record(Fault.LIST_UNREADABLE) }
        if (given?.settingsBroken == true) Barrier.run(null) { FaultLog(this).record(Fault.SETTINGS_UNREADABLE) }
        Barrier.run(Fault.RECORD_FAILED) {
            finish(callDetails, given ?: decision.answer, decision.circumstances, atMillis, tookMicros)
        }
    }

    private fun finish(
        call: Call.Details,
        answer: Answer,
        circumstances: Circumstances,
        atMillis: Long,
        tookMicros: Long,
    ) {
        // Where nothing could be gathered, nobody has asked yet.
        val known = when (circumstances.caller) {
            null -> circumstances.copy(unlocked = systemService<UserManager>().isUserUnlocked)
            else -> circumstances
        }
        val plain = CallRecord.of(ScreenedCall.of(call), answer, known, atMillis, tookMicros)
        val record = Barrier.ask(Fault.NOTICE_FAILED, { plain }) { told(plain) }
        if (record.outgoing && (record.origin == Origin.EMERGENCY || isEmergency(record))) {
            Barrier.run(Fault.EMERGENCY_FORGOTTEN) { EmergencyMemory(this).remember() }
            note(Hook.EMERGENCY_SEEN)
        }
        Barrier.run(Fault.NOTICE_FAILED) { onAnswered(record) }
        Recorder.of(this).record(record) { onRecorded(record) }
    }

    /** Where the core could not tell, the phone can: help that calls back must not be stopped because of a fault. */
    private fun isEmergency(record: CallRecord) = record.fault != null && Barrier.ask(null, { false }) {
        systemService<TelephonyManager>().isEmergencyNumber(record.number.orEmpty())
    }

    /** Not here: Telecom or a warning waits. */
    private fun note(hook: Hook, tookMillis: Long? = null) {
        Barrier.run(null) { Recorder.of(this).run { Hooks(this).fired(hook, tookMillis) } }
    }

    /** The fault is written down once the call has its answer. */
    private fun decide(call: Call.Details): RingPath.Decision = Barrier.ask(null, ::failed) {
        RingPath(applicationContext).decideInTime(ScreenedCall.of(call))
    }

    private fun failed(thrown: Throwable) = when (thrown) {
        is Deadline.Missed -> MISSED
        is LinkageError -> UNAVAILABLE
        else -> FAILED
    }

    private companion object {
        /** Made before they are needed: the answer of a fault takes no memory. */
        val MISSED = decision(Fault.DEADLINE)
        val UNAVAILABLE = decision(Fault.CORE_UNAVAILABLE)
        val FAILED = decision(Fault.APP_FAILED)

        fun decision(fault: Fault) = RingPath.Decision(
            Answer.of(fault),
            Circumstances(Places.JAPANESE, contact = Knowledge.CANNOT_TELL, dialled = Knowledge.CANNOT_TELL),
        )

        /** Nanoseconds in a microsecond. */
        const val NANOS = 1_000L

        /** Microseconds in a millisecond. */
        const val MICROS = 1_000L
    }
}
