// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.annotation.SuppressLint
import android.content.Context
import android.os.Looper
import app.tomeru.call.CallRecord
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.fault.LaterThread
import app.tomeru.fault.MainThread
import app.tomeru.platform.clock

/**
 * The call that is warned of: over its screen first, then as a notice, until it is over. Either way works without the
 * other.
 *
 * Looks and repeats have a thread of their own, which lives as long as the warning: the main thread may be deciding
 * about the next call.
 */
internal class WarnedCall private constructor(private val context: Context, private val record: CallRecord) {
    /** Made behind the barrier: where no thread can be started any more, the warning is shown all the same. */
    private val later = lazy { LaterThread("warning", Fault.NOTICE_FAILED) }
    private val main = MainThread(Fault.NOTICE_FAILED)
    private val notice by lazy { RingWarning(context) }
    private var isOver = false

    private fun begin() {
        val plan = plan()
        Barrier.run(Fault.NOTICE_FAILED) { if (plan.overlay) Overlay.show(context, record) { end() } }
        Barrier.run(Fault.NOTICE_FAILED) { post(plan) }
        // Nobody looks after the window then, but its minute ends all the same.
        if (!Barrier.run(Fault.NOTICE_FAILED) { watch(plan) }) main.run(CallWatch.LONGEST_MILLIS) { end() }
    }

    private fun watch(plan: WarnPlan) {
        val signs = Signs(context, plan.ends)
        val watch = CallWatch(context.clock.elapsedMillis, signs.now())
        for (millis in plan.repeats) later.value.run(millis) { repeat(watch, signs) }
        later.value.run(LOOK_MILLIS) { look(watch, signs) }
    }

    /** A phone that cannot be asked is warned all the same: whatever Android refuses, it refuses by itself. */
    private fun plan(): WarnPlan {
        var situation = Surroundings.UNKNOWN
        Barrier.run(Fault.NOTICE_FAILED) { situation = Surroundings(context).now(record) }
        return WarnPlan.of(situation)
    }

    /** A window that nobody looks after any more would stay over every other app. */
    private fun look(watch: CallWatch, signs: Signs) {
        if (!Barrier.run(Fault.NOTICE_FAILED) { lookOnce(watch, signs) }) end()
    }

    private fun lookOnce(watch: CallWatch, signs: Signs) {
        if (stage(watch, signs) != CallWatch.Stage.OVER) later.value.run(LOOK_MILLIS) { look(watch, signs) }
    }

    /** What has become of the call by now. */
    private fun stage(watch: CallWatch, signs: Signs): CallWatch.Stage {
        val before = watch.stage
        val stage = watch.look(context.clock.elapsedMillis, signs.now())
        when (stage) {
            CallWatch.Stage.OVER -> end()
            before -> Unit
            else -> main.run(work = ::answered)
        }
        return stage
    }

    private fun answered() {
        if (current === this) Barrier.run(Fault.NOTICE_FAILED) { Overlay.answered() }
    }

    /**
     * While it rings; the phone may have been locked, unlocked or muted since, and the process may have been frozen until
     * long after the call.
     */
    private fun repeat(watch: CallWatch, signs: Signs) {
        if (stage(watch, signs) == CallWatch.Stage.RINGING) post(plan())
    }

    private fun post(plan: WarnPlan): Unit = synchronized(LOCK) { if (!isOver) notice.show(record, plan) }

    /** It is over, or the person closed it; on any thread. */
    private fun end() {
        synchronized(LOCK) {
            if (isOver) return
            isOver = true
            Barrier.run(Fault.NOTICE_FAILED) { notice.cancel(record) }
        }
        // First of all: this may be the thread that is closed.
        if (Looper.myLooper() == Looper.getMainLooper()) remove() else main.run(work = ::remove)
        if (later.isInitialized()) later.value.close()
    }

    private fun remove() {
        if (current !== this) return
        current = null
        Barrier.run(Fault.NOTICE_FAILED) { Overlay.remove() }
    }

    /** Another call takes its place: window and notice are filled anew, not taken away. */
    private fun giveWay() {
        synchronized(LOCK) { isOver = true }
        if (later.isInitialized()) later.value.close()
    }

    companion object {
        private const val LOOK_MILLIS = 500L

        /** Of posting and taking away: nothing is posted after the end. */
        private val LOCK = Any()

        @SuppressLint("StaticFieldLeak") // it holds the application's context, and is let go when the call is over
        private var current: WarnedCall? = null

        /** Warns of the call of [record], which is about to ring. On the main thread. */
        fun begin(context: Context, record: CallRecord) {
            current?.giveWay()
            current = WarnedCall(context, record).also { it.begin() }
        }

        /**
         * Telecom says that a call with [number] is over, null for a hidden caller's; another one may ring meanwhile.
         * On the main thread.
         */
        fun ended(number: String?) {
            current?.run { if (record.number == number) end() }
        }
    }
}
