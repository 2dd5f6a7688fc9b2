// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import app.tomeru.fault.Barrier
import org.junit.Assert.assertEquals
import org.junit.Test
import java.util.concurrent.CountDownLatch

/** What a test waits for is all that it began. */
class WaitTest {
    @Test
    fun `a thread that was just started is at work`() = repeat(THREADS) {
        val end = CountDownLatch(1)
        val thread = Barrier.newThread(NAME) { Wait.forEvent(end) }
        thread.start()
        val seen = Wait.busy().keys.filter { it.name == NAME }
        end.countDown()
        thread.join()
        assertEquals(listOf(thread), seen)
    }

    private companion object {
        const val NAME = "just started"

        /** Whether one has begun when it is looked at is chance. */
        const val THREADS = 200
    }
}
