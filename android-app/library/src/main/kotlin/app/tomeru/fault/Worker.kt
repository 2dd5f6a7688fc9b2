// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import app.tomeru.core.Fault
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit

/**
 * A thread called [name] that does one thing after another behind the [Barrier]; it exists while there is work.
 *
 * @param mostWaiting number of pieces of work that may wait
 */
class Worker(name: String, mostWaiting: Int = Int.MAX_VALUE) : AutoCloseable {
    private val executor = ThreadPoolExecutor(
        1,
        1,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        LinkedBlockingQueue(mostWaiting),
    ) { Barrier.newThread(name, it) }.apply { allowCoreThreadTimeOut(true) }

    /**
     * Runs [work] after everything that came before it; [fault] as for [Barrier.run].
     *
     * @return whether it will run: not if too much is waiting, after [close], or without memory for a thread
     */
    fun run(fault: Fault?, work: () -> Unit): Boolean =
        Barrier.run(fault) { executor.execute { Barrier.run(fault, work) } }

    /** Accepts no more work; what was accepted is done. */
    override fun close() = executor.shutdown()

    private companion object {
        const val IDLE_SECONDS = 10L
    }
}
