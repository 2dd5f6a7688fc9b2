// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import app.tomeru.core.Fault

/**
 * Work off the main thread for one screen, one thing after another.
 *
 * @param fault what does not work if what follows the work fails
 */
class Background(private val fault: Fault = Fault.SCREEN_FAILED) : AutoCloseable {
    private val worker = Worker("screen")
    private val main = MainThread(fault)
    private var closed = false

    /**
     * Runs [work], then [done] or, whatever it threw, [failed] on the main thread; neither once the screen is gone.
     *
     * Call it on the main thread. Failures are reported there at once, so the first screen does not repeat them.
     */
    fun <T> run(work: () -> T, done: (T) -> Unit, failed: (Throwable) -> Unit) {
        if (closed) return
        val taken = worker.run(null) {
            val finish = Barrier.ask<() -> Unit>(null, { fault -> { failed(fault) } }) {
                val result = work()
                return@ask { done(result) }
            }
            main.run { if (!closed) Barrier.ask(fault, failed, finish) }
        }
        if (!taken) failed(IllegalStateException())
    }

    override fun close() {
        closed = true
        worker.close()
    }
}
