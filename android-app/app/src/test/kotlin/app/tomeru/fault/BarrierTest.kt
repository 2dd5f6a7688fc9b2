// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.app.Application
import android.content.Context
import android.content.ContextWrapper
import android.content.SharedPreferences
import app.tomeru.App
import app.tomeru.core.Fault
import app.tomeru.core.InternalException
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch

/** Nothing that is thrown passes the barrier, and nothing that it keeps holds a message. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35])
class BarrierTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val uncaught = CopyOnWriteArrayList<Throwable>()
    private val before = Thread.getDefaultUncaughtExceptionHandler()

    /** Made anew for each: a throwable remembers where it was made. */
    private fun kinds() = listOf(
        Error("+81312345678"),
        OutOfMemoryError("+81312345678"),
        StackOverflowError(),
        UnsatisfiedLinkError("+81312345678"),
        IllegalStateException("+81312345678", Error("+81312345679")),
        InternalException("+81312345678"),
        Exception("+81312345678"),
    )

    @Before
    fun watch() {
        Thread.setDefaultUncaughtExceptionHandler { _, thrown -> uncaught += thrown }
    }

    @After
    fun release() {
        Thread.setDefaultUncaughtExceptionHandler(before)
        Barrier.install(app)
        assertEquals(emptyList<Throwable>(), uncaught.toList())
    }

    private fun log() = FaultLog(app).unseen()

    @Test
    fun `the process is the app's own, and faults have a place from its start`() {
        assertTrue(app is App)
        assertFalse(Barrier.run(Fault.WIDGET_FAILED) { error("x") })
        assertEquals(listOf(Fault.WIDGET_FAILED), log().map { it.fault })
    }

    @Test
    fun `whatever is thrown ends there, is kept without its message, and the work goes on`() {
        for (kind in kinds()) {
            assertFalse(Barrier.run(Fault.TILE_FAILED) { throw kind })
            assertEquals("else", Barrier.ask(Fault.TILE_FAILED, { "else" }) { throw kind })
            val entry = log().single()
            assertEquals(2, entry.count)
            val trace = checkNotNull(entry.trace)
            assertTrue(trace, trace.startsWith(kind.javaClass.name + "\n  at app.tomeru.fault.BarrierTest"))
            assertFalse(trace, "8131234" in trace)
            FaultLog(app).markSeen()
        }
        assertTrue(Barrier.run(Fault.TILE_FAILED) {})
        assertEquals(1, Barrier.ask(Fault.TILE_FAILED, { 2 }) { 1 })
        assertTrue(log().isEmpty())
    }

    @Test
    fun `a stack that really ran out ends there, too`() {
        fun deep(n: Int): Int = if (n < 0) 0 else 1 + deep(n + 1)
        assertEquals(-1, Barrier.ask(Fault.TILE_FAILED, { -1 }) { deep(0) })
        assertTrue(checkNotNull(log().single().trace).startsWith("java.lang.StackOverflowError"))
    }

    @Test
    fun `what cannot be written down is not thrown either`() {
        for (kind in kinds()) {
            Barrier.install(
                object : ContextWrapper(app) {
                    override fun createDeviceProtectedStorageContext(): Context = this

                    override fun getSharedPreferences(name: String?, mode: Int): SharedPreferences = throw kind
                },
            )
            assertFalse(Barrier.run(Fault.TILE_FAILED) { throw kind })
            assertEquals("else", Barrier.ask(Fault.TILE_FAILED, { "else" }) { throw kind })
        }
    }

    @Test
    fun `an order to stop is passed on and is no fault`() {
        assertFalse(Barrier.run(Fault.TILE_FAILED) { throw InterruptedException() })
        assertTrue("whoever waits next sees it", Thread.interrupted())
        assertTrue(log().isEmpty())
    }

    @Test
    fun `a thread ends quietly, and what is due at its end is done once in any case`() {
        for (kind in kinds()) {
            val ended = CopyOnWriteArrayList<Boolean>()
            Barrier.thread("test", Fault.LOOK_FAILED, ended = { ended += it }) { throw kind }
            Wait.until { ended.isNotEmpty() }
            assertEquals(listOf(false), ended)
            Barrier.thread("test", Fault.LOOK_FAILED, ended = { throw kind }) {}
            Barrier.newThread("test") { throw kind }.apply { start() }.join()
        }
        Wait.until { Thread.getAllStackTraces().keys.none { it.name == "test" } }
        assertEquals(setOf(Fault.LOOK_FAILED, Fault.TASK_FAILED), log().map { it.fault }.toSet())
    }

    @Test
    fun `a worker outlives what it does, in order, and says what it cannot take`() {
        val done = CopyOnWriteArrayList<Int>()
        val worker = Worker("test", mostWaiting = 20)
        kinds().forEachIndexed { index, kind ->
            assertTrue(
                worker.run(Fault.RECORD_FAILED) {
                    done += index
                    throw kind
                },
            )
        }
        Wait.until { done.size == kinds().size }
        assertEquals(kinds().indices.toList(), done)
        val hold = CountDownLatch(1)
        val begun = CountDownLatch(1)
        worker.run(null) {
            begun.countDown()
            hold.await()
        }
        begun.await()
        repeat(20) { assertTrue(worker.run(null) {}) }
        FaultLog(app).markSeen()
        assertFalse(worker.run(Fault.RECORD_FAILED) {})
        assertEquals(listOf(Fault.RECORD_FAILED), log().map { it.fault })
        hold.countDown()
        worker.close()
        assertFalse(worker.run(null) {})
    }

    @Test
    fun `what waits for the main thread is behind it, too`() {
        val main = MainThread(Fault.SCREEN_FAILED)
        for (kind in kinds()) main.run { throw kind }
        var reached = false
        main.run { reached = true }
        Wait.until { reached }
        assertEquals(kinds().size, log().single().count)
        main.run(delayMillis = 1) { error("cleared") }
        main.clear()
        Wait.until { true }
        assertEquals(kinds().size, log().single().count)
        assertNull(log().find { it.fault != Fault.SCREEN_FAILED })
    }
}
