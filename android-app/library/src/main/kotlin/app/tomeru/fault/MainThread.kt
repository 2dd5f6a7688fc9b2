// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.os.Handler
import android.os.Looper
import app.tomeru.core.Fault

/**
 * Work for the main thread, behind the [Barrier].
 *
 * @param fault what does not work if the work throws, for the first screen
 */
class MainThread(private val fault: Fault) {
    private val handler = Handler(Looper.getMainLooper())

    /** Runs [work] there, [delayMillis] from now at the earliest. */
    @JvmOverloads
    fun run(delayMillis: Long = 0, work: () -> Unit) {
        handler.postDelayed({ Barrier.run(fault, work) }, delayMillis)
    }

    /** Drops the work that is waiting. */
    fun clear() = handler.removeCallbacksAndMessages(null)
}
