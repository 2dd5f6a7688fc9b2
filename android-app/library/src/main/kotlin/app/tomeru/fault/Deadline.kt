// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import app.tomeru.platform.Clock
import java.util.concurrent.ExecutionException
import java.util.concurrent.FutureTask
import java.util.concurrent.TimeoutException

/** Waits for an answer, but no longer than a given time. */
object Deadline {
    /** No answer came in time. The work may still be running, but nobody waits for it. */
    class Missed : Exception()

    /**
     * Runs [work] on a thread of its own, so that work that hangs harms only itself.
     *
     * @param clock what tells how long it took
     * @param millis the longest wait, in milliseconds
     * @throws Missed if it takes longer; whatever [work] throws is thrown as it is
     */
    @JvmStatic
    @Throws(Missed::class)
    fun <T> within(clock: Clock, millis: Long, work: () -> T): T {
        val task = FutureTask(work)
        Barrier.newThread("decide", task).apply { isDaemon = true }.start()
        try {
            clock.await(task, millis)
            return task.get()
        } catch (e: TimeoutException) {
            task.cancel(true)
            throw Missed()
        } catch (e: InterruptedException) {
            // Nobody waits for whoever waited here.
            task.cancel(true)
            throw e
        } catch (e: ExecutionException) {
            throw e.cause ?: e
        }
    }
}
