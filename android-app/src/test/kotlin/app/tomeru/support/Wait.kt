// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.os.Looper
import org.robolectric.Shadows.shadowOf

/** Waits for work that runs beside the main thread. */
object Wait {
    private const val STEP_MILLIS = 10L
    private const val MOST_STEPS = 1_000

    /** Runs the main looper until [done]; fails if that takes 10 s. */
    fun until(done: () -> Boolean) {
        repeat(MOST_STEPS) {
            shadowOf(Looper.getMainLooper()).idle()
            if (done()) return
            Thread.sleep(STEP_MILLIS)
        }
        error("it did not come to pass in time")
    }
}
