// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.app.ActivityManager
import android.app.Application
import android.app.ApplicationExitInfo
import android.os.Looper
import android.os.Process
import app.tomeru.core.Fault
import app.tomeru.platform.systemService
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowActivityManager.ApplicationExitInfoBuilder
import org.robolectric.util.ReflectionHelpers

/** What nobody caught is written down for the next start; only the main thread's end is the process's. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 35])
class EndsTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val platform = mutableListOf<Throwable>()
    private val handler = LastWords.of(app, wholeApp = true) { _, thrown -> platform += thrown }

    private fun faults() = FaultLog(app).unseen().map { it.fault to it.count }

    private fun look() = Ends(app).look()

    private fun thrown() = Error("the number +81312345678", IllegalStateException("+81312345678"))

    @Test
    fun `the process has the handler from its start`() {
        // Each Android version of the tests has classes of its own.
        val installed = Thread.getDefaultUncaughtExceptionHandler()
        assertEquals(LastWords::class.java.name, installed?.javaClass?.name)
        assertTrue("every thread is Tomeru's own", ReflectionHelpers.getField(installed, "wholeApp"))
    }

    @Test
    fun `a thread that dies is told and takes nothing along`() {
        handler.uncaughtException(Thread("other"), thrown())
        assertTrue("the platform would end the process", platform.isEmpty())
        assertEquals(listOf(Fault.TASK_FAILED to 1), faults())
        look()
        assertEquals(listOf(Fault.TASK_FAILED to 1), faults())
    }

    @Test
    fun `the main thread's end is written down at once and told at the next start, once`() {
        handler.uncaughtException(Thread.currentThread(), thrown())
        val reported = platform.single()
        assertEquals("java.lang.Error", reported.message)
        assertEquals(EndsTest::class.java.name, reported.stackTrace.first().className)
        val written = LastWords.file(app).readText()
        assertTrue(
            written,
            written.startsWith("${Process.myPid()}\njava.lang.Error\n  at ${EndsTest::class.java.name}"),
        )
        assertFalse(written, "8131234" in written)
        assertTrue("nothing is told yet", faults().isEmpty())
        look()
        assertEquals(listOf(Fault.ENDED to 1), faults())
        look()
        assertEquals(listOf(Fault.ENDED to 1), faults())
    }

    @Test
    fun `an end that cannot be written down is an end all the same`() {
        LastWords.file(app).mkdirs()
        handler.uncaughtException(Thread.currentThread(), thrown())
        assertEquals(1, platform.size)
        LastWords.file(app).delete()
    }

    /** An app that contains the library: who was told before is told still, of all that is that app's own. */
    @Test
    fun `what is not ours goes on to the handler that was there, as it was thrown`() {
        var kills = false
        val embedded = LastWords.of(app, wholeApp = false) { _, thrown ->
            platform += thrown
            // The platform's handler does not return; another's may.
            if (kills) throw ThreadDeath()
        }
        val theirs = thrown()

        fun end() = Thread { throw theirs }.apply {
            uncaughtExceptionHandler = embedded
            start()
            join()
        }
        end()
        assertEquals(listOf<Throwable>(theirs), platform)
        assertTrue("it is no fault of a call", faults().isEmpty())
        look()
        assertTrue("the thread alone ended", faults().isEmpty())
        kills = true
        end()
        look()
        assertEquals("the process ended", listOf(Fault.ENDED to 1), faults())
        kills = false
        embedded.uncaughtException(Looper.getMainLooper().thread, theirs)
        assertEquals(listOf<Throwable>(theirs, theirs, theirs), platform)
        end()
        look()
        assertEquals("the one before the thread's", listOf(Fault.ENDED to 2), faults())
    }

    @Test
    fun `what is ours ends no process`() {
        val embedded = LastWords.of(app, wholeApp = false) { _, thrown -> platform += thrown }
        var later: Thread? = null
        LaterThread("later", Fault.APP_FAILED).use {
            it.run(0) { later = Thread.currentThread() }
            Wait.until { later != null }
        }
        for (thread in listOf(Barrier.newThread("ours") {}, later)) {
            embedded.uncaughtException(checkNotNull(thread), thrown())
        }
        assertTrue(platform.isEmpty())
        assertEquals(listOf(Fault.TASK_FAILED to 2), faults())
    }

    private fun ended(reason: Int, pid: Int, at: Long) {
        val info = ApplicationExitInfoBuilder.newBuilder().setReason(reason).setPid(pid).setTimestamp(at).build()
        shadowOf(app.systemService<ActivityManager>()).addApplicationExitInfo(info)
    }

    /** Android 10 knows nothing. */
    @Test
    @Config(sdk = [30, 33, 35])
    fun `what Android knows is told once, and what was wanted is not`() {
        look()
        ended(ApplicationExitInfo.REASON_USER_REQUESTED, 1, 10)
        ended(ApplicationExitInfo.REASON_LOW_MEMORY, 2, 20)
        look()
        assertTrue(faults().isEmpty())
        ended(ApplicationExitInfo.REASON_CRASH_NATIVE, 3, 30)
        look()
        assertEquals(listOf(Fault.ENDED to 1), faults())
        look()
        assertEquals(listOf(Fault.ENDED to 1), faults())
        // The clock was set back meanwhile.
        ended(ApplicationExitInfo.REASON_ANR, 4, 5)
        look()
        assertEquals(listOf(Fault.ENDED to 2), faults())
        ended(ApplicationExitInfo.REASON_DEPENDENCY_DIED, 5, 50)
        look()
        assertEquals(listOf(Fault.ENDED to 3), faults())
    }

    @Test
    @Config(sdk = [30, 33, 35])
    fun `one end that both tell of is one`() {
        handler.uncaughtException(Thread.currentThread(), thrown())
        look()
        ended(ApplicationExitInfo.REASON_CRASH, Process.myPid(), 10)
        look()
        assertEquals(listOf(Fault.ENDED to 1), faults())
        ended(ApplicationExitInfo.REASON_CRASH, Process.myPid() + 1, 20)
        look()
        assertEquals(listOf(Fault.ENDED to 2), faults())
    }
}
