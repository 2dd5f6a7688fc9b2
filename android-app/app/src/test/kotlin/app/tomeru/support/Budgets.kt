// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import app.tomeru.fault.Deadline
import app.tomeru.platform.Clock
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException

/**
 * The time that the app's waits take. The machine's own has no part in it: however slow it is, a wait lasts until the
 * work is done. A budget runs out only where a test says so, by work that hangs or by [runOut].
 */
object Budgets {
    private class Wait(val budget: Long, val due: Long) {
        @Volatile
        var isOver = false
    }

    private val waits = mutableListOf<Wait>()
    private val doomed = mutableSetOf<Long>()
    private val over = mutableListOf<Long>()

    /** How much time has passed in this test, in milliseconds. */
    var now = 0L
        private set

    /** The budgets that ran out in this test, in milliseconds, in order. */
    val reached: List<Long> @Synchronized get() = over.toList()

    /** No time has passed. [TomeruRunner] calls it before each test. */
    @Synchronized
    fun reset() {
        waits.clear()
        doomed.clear()
        over.clear()
        now = 0
    }

    /** Each wait of [budget] milliseconds that begins from now on runs out at once, whatever the work does. */
    @Synchronized
    fun runOut(budget: Long) {
        doomed += budget
    }

    /** Work that never ends: time passes until the next budget is over. Whoever waited interrupts it then. */
    fun hang(): Nothing {
        // Nobody waits any more.
        if (Thread.interrupted()) throw InterruptedException()
        // Whoever started this work may not have begun to wait for it.
        while (someoneIsAboutToWait()) Thread.sleep(1)
        pass()
        Thread.sleep(Long.MAX_VALUE)
        error("it was never interrupted")
    }

    private fun someoneIsAboutToWait() = Thread.getAllStackTraces().values.any { frames ->
        val waits = frames.filter { it.className == Budgets::class.java.name }.map { it.methodName }
        frames.any { it.className == Deadline::class.java.name && it.methodName == "within" } &&
            (waits.isEmpty() || "begin" in waits)
    }

    @Synchronized
    private fun pass() =
        passTo(checkNotNull(waits.filterNot { it.isOver }.minByOrNull { it.due }) { "nobody waits for what hangs" })

    private fun passTo(end: Wait) {
        now = maxOf(now, end.due)
        end.isOver = true
    }

    /** As [Clock.sleep]. */
    @Synchronized
    fun pass(millis: Long) {
        now += millis
    }

    /** As [Clock.await]. */
    fun await(work: Future<*>, budget: Long) {
        val wait = begin(budget)
        try {
            repeat(MAX_STEPS) {
                if (wait.isOver) throw TimeoutException()
                try {
                    work.get(STEP_MILLIS, TimeUnit.MILLISECONDS)
                    return
                } catch (e: TimeoutException) {
                    // Another look at the time of the test.
                }
            }
        } finally {
            end(wait)
        }
        error("the work neither ends nor hangs on purpose")
    }

    @Synchronized
    private fun begin(budget: Long) = Wait(budget, now + budget).also {
        waits += it
        if (budget in doomed) passTo(it)
    }

    @Synchronized
    private fun end(wait: Wait) {
        waits -= wait
        if (wait.isOver) over += wait.budget
    }

    private const val STEP_MILLIS = 10L

    /** Two minutes: only what hangs takes so long. */
    private const val MAX_STEPS = 12_000
}
