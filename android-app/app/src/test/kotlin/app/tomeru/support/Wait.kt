// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.os.Looper
import android.os.MessageQueue
import org.robolectric.Shadows.shadowOf
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit

/** Waits for work that runs beside the main thread. */
object Wait {
    private const val STEP_MILLIS = 10L

    /** Two minutes: only what hangs, or never comes to pass, takes so long. */
    private const val MAX_STEPS = 12_000
    private const val MAX_SECONDS = 120L
    private const val QUIET_LOOKS = 3

    /** As many frames of a thread tell what it does. */
    private const val SHOWN = 8

    /** Runs the main looper until [done]; fails if that never happens, with what [why] says then. */
    fun until(why: () -> String = { "it did not come to pass" }, done: () -> Boolean) {
        repeat(MAX_STEPS) {
            shadowOf(Looper.getMainLooper()).idle()
            if (done()) return
            Thread.sleep(STEP_MILLIS)
        }
        error(why())
    }

    /** Runs the main looper until no work is under way beside it either. */
    fun idle() {
        var quiet = 0
        until {
            quiet = if (isBusy()) 0 else quiet + 1
            quiet == QUIET_LOOKS
        }
    }

    /** Runs the main looper until no thread beside it works any more; names those that never end. */
    fun quiet() {
        if (isBusy()) until(::stillBusy) { !isBusy() }
    }

    private fun stillBusy() =
        "work goes on: " + busy().entries.joinToString { (thread, frames) -> thread.name + frames.take(SHOWN) }

    /** Waits until [done] by the work of other threads alone; the main looper stands still meanwhile. */
    fun asleep(done: () -> Boolean) {
        repeat(MAX_STEPS) {
            if (done()) return
            Thread.sleep(STEP_MILLIS)
        }
        error("it did not come to pass")
    }

    /** Waits for [event]; fails if it never comes. */
    fun forEvent(event: CountDownLatch) = check(event.await(MAX_SECONDS, TimeUnit.SECONDS)) { "it never came" }

    private fun isBusy() = busy().isNotEmpty()

    /**
     * The threads beside this one that run code of the app, or, by their class, will: one that was just started has no
     * frames yet. One of a pool or with a looper that waits for work does not, nor does one that waits for this very test, as
     * where a test runs tests.
     */
    fun busy() = Thread.getAllStackTraces().filter { (thread, frames) ->
        thread !== Thread.currentThread() && (isOurs(thread.javaClass.name) || frames.any { isOurs(it.className) }) &&
            frames.none { it.className to it.methodName in WAITING }
    }

    private fun isOurs(name: String) = name.startsWith("app.tomeru.")

    private val WAITING = setOf(
        ThreadPoolExecutor::class.java.name to "getTask",
        "org.robolectric.internal.bytecode.Sandbox" to "runOnMainThread",
        MessageQueue::class.java.name to "next",
    )
}
