// SPDX-License-Identifier: Apache-2.0
package app.tomeru.chaos

import app.tomeru.support.TestApp
import java.util.concurrent.CopyOnWriteArrayList

/** Episodes one after another, from a seed on. */
internal object Chaos {
    private const val MOST_FAILURES = 20

    /**
     * Plays them until there were [calls] calls.
     *
     * @param told gets a line now and then
     * @throws AssertionError with the seed of each that failed
     */
    fun play(app: TestApp, seed: Long, calls: Int, told: (String) -> Unit = {}) {
        val uncaught = CopyOnWriteArrayList<Throwable>()
        val before = Thread.getDefaultUncaughtExceptionHandler()
        Thread.setDefaultUncaughtExceptionHandler { _, thrown -> uncaught += thrown }
        val failures = mutableListOf<String>()
        var count = 0
        var next = seed
        try {
            while (count < calls && failures.size < MOST_FAILURES) {
                val episode = Episode(app, next)
                try {
                    episode.play()
                    check(uncaught.isEmpty()) {
                        "the process would have ended: ${uncaught.first().stackTraceToString()}"
                    }
                } catch (e: Throwable) {
                    failures += "scripts/chaos --seed $next: ${e.message}\n${trace(e)}"
                    uncaught.clear()
                    told(failures.last())
                }
                count += episode.calls
                if ((next - seed) % EVERY ==
                    0L
                ) {
                    told("$count calls, the last seed is $next, failures: ${failures.size}")
                }
                next++
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before)
        }
        told("$count calls, seeds $seed to ${next - 1}, failures: ${failures.size}")
        if (failures.isNotEmpty()) throw AssertionError(failures.joinToString("\n\n"))
    }

    private fun trace(thrown: Throwable) =
        thrown.cause?.stackTraceToString()?.lines().orEmpty().take(FRAMES).joinToString("\n")

    private const val EVERY = 25
    private const val FRAMES = 12
}
