// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.os.Handler
import android.os.Looper
import java.util.concurrent.Executors

/** Work off the main thread for one screen, in order. */
class Background : AutoCloseable {
    private val executor = Executors.newSingleThreadExecutor()
    private val main = Handler(Looper.getMainLooper())
    private var closed = false

    /**
     * Runs [work], then [done] or, if it threw, [failed] on the main thread; neither once the screen is gone.
     *
     * Called on the main thread. A [LinkageError] is among what is caught: the library may be missing.
     */
    fun <T> run(work: () -> T, done: (T) -> Unit, failed: (Throwable) -> Unit) {
        if (closed) return
        executor.execute {
            val result = runCatching(work)
            main.post { if (!closed) result.fold(done, failed) }
        }
    }

    override fun close() {
        closed = true
        executor.shutdown()
    }
}
