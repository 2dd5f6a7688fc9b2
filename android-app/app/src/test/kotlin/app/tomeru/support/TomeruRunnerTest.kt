// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import app.tomeru.fault.Barrier
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.JUnitCore
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** A test has ended when all that it began has. */
class TomeruRunnerTest {
    @Test
    fun `no thread outlives its test`() {
        val result = JUnitCore.runClasses(Leaves::class.java)
        assertEquals(result.failures.toString(), 1, result.runCount)
        assertTrue(result.failures.toString(), result.wasSuccessful())
        assertTrue("it works on", Thread.getAllStackTraces().keys.none { it.name == NAME })
    }

    /** Ends with a thread at work. */
    @RunWith(TomeruRunner::class)
    @Config(sdk = [35])
    class Leaves {
        @Test
        fun `leaves a thread at work`() = Barrier.thread(NAME, null) { Thread.sleep(LONG_MILLIS) }
    }

    private companion object {
        const val NAME = "left at work"
        const val LONG_MILLIS = 3_000L
    }
}
