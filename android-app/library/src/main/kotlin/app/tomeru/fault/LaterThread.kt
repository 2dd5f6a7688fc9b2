// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.os.Handler
import android.os.HandlerThread
import app.tomeru.core.Fault

/**
 * A thread called [name] for work that is due later, behind the [Barrier]; it lives until [close].
 *
 * @param fault what does not work if the work throws, for the first screen
 */
class LaterThread(name: String, private val fault: Fault) : AutoCloseable {
    private val thread = Own(name).apply { start() }
    private val handler = Handler(thread.looper)

    private class Own(name: String) : HandlerThread(name), OwnThread

    /** Runs [work] there, [delayMillis] milliseconds from now at the earliest; not after [close]. */
    fun run(delayMillis: Long, work: () -> Unit) {
        handler.postDelayed({ Barrier.run(fault, work) }, delayMillis)
    }

    /** Accepts no more work; what is due by now is done. */
    override fun close() {
        thread.quitSafely()
    }
}
