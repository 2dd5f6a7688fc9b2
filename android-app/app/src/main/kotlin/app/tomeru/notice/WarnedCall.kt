// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.annotation.SuppressLint
import android.content.Context
import android.os.Handler
import android.os.HandlerThread
import android.os.Looper
import app.tomeru.call.CallRecord
import app.tomeru.fault.FaultLog
import app.tomeru.platform.clock

/**
 * The call that is warned of: over its screen first, then as a notice, until it is over. Either way works without the
 * other.
 *
 * Looks and repeats have a thread of their own, which lives as long as the warning: the main thread may be deciding
 * about the next call.
 */
internal class WarnedCall private constructor(private val context: Context, private val record: CallRecord) {
    private val main = Handler(Looper.getMainLooper())
    private val notice by lazy { RingWarning(context) }
    private var thread: HandlerThread? = null
    private var isOver = false

    private fun begin() {
        val plan = plan()
        FaultLog.attempt("the overlay") { if (plan.overlay) Overlay.show(context, record) { end() } }
        FaultLog.attempt("the notice") { post(plan) }
        FaultLog.attempt("the watch") { watch(plan) }
    }

    private fun watch(plan: WarnPlan) {
        val started = HandlerThread("warning").apply { start() }
        thread = started
        val handler = Handler(started.looper)
        val signs = Signs(context, plan.ends)
        val watch = CallWatch(context.clock.elapsedMillis, signs.now())
        for (millis in plan.repeats) handler.postDelayed({ repeat(watch) }, millis)
        handler.postDelayed({ look(handler, watch, signs) }, LOOK_MILLIS)
    }

    /** A phone that cannot be asked is warned all the same: whatever Android refuses, it refuses by itself. */
    private fun plan(): WarnPlan {
        var situation = Surroundings.UNKNOWN
        FaultLog.attempt("the surroundings") { situation = Surroundings(context).now(record) }
        return WarnPlan.of(situation)
    }

    private fun look(handler: Handler, watch: CallWatch, signs: Signs) {
        val before = watch.stage
        val stage = watch.look(context.clock.elapsedMillis, signs.now())
        if (stage == CallWatch.Stage.OVER) return end()
        if (stage != before) main.post { answered() }
        handler.postDelayed({ look(handler, watch, signs) }, LOOK_MILLIS)
    }

    private fun answered() {
        if (current === this) FaultLog.attempt("the overlay") { Overlay.answered() }
    }

    /** While it rings; the phone may have been locked, unlocked or muted since. */
    private fun repeat(watch: CallWatch) = FaultLog.attempt("the notice") {
        if (watch.stage == CallWatch.Stage.RINGING) post(plan())
    }

    private fun post(plan: WarnPlan): Unit = synchronized(LOCK) { if (!isOver) notice.show(record, plan) }

    /** It is over, or the person closed it; on any thread. */
    private fun end() {
        synchronized(LOCK) {
            if (isOver) return
            isOver = true
            FaultLog.attempt("the notice") { notice.cancel() }
        }
        if (Looper.myLooper() == main.looper) remove() else main.post(::remove)
        thread?.quitSafely()
    }

    private fun remove() {
        if (current !== this) return
        current = null
        FaultLog.attempt("the overlay") { Overlay.remove() }
    }

    /** Another call takes its place: window and notice are filled anew, not taken away. */
    private fun giveWay() {
        synchronized(LOCK) { isOver = true }
        thread?.quitSafely()
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

        /** Telecom says that a call with [number] is over; another one may ring meanwhile. On the main thread. */
        fun ended(number: String?) {
            val warned = current ?: return
            if (warned.record.number == null || warned.record.number == number) warned.end()
        }
    }
}
