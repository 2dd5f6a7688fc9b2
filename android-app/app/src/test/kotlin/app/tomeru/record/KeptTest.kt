// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.content.Context
import android.database.sqlite.SQLiteFullException
import android.provider.Settings
import app.tomeru.core.Fault
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.fault.FaultLog
import app.tomeru.health.HealthJob
import app.tomeru.settings.SettingsFolder
import app.tomeru.settings.SettingsStore
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.test
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File

/** What chaos found: calls that were lost, or forgotten for an answer, because of one file or the clock. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35])
class KeptTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)
    private val foreign = FakeCall("tel:%2B18442980122")
    private val dialled = FakeCall("tel:%2B639171234567")

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
        assertTrue(telecom.screen(foreign).reject)
        phone.settle()
    }

    /** A folder stands in the place of [file] meanwhile, which cannot be opened then. */
    private fun without(file: File, work: () -> Unit) {
        CallStore.of(app).close()
        CallStore.pending(app).close()
        val away = File(app.cacheDir, "away").apply { mkdirs() }
        val parts = listOf("", "-wal", "-shm").map { File(file.path + it) }.filter { it.exists() }
        parts.forEach { assertTrue(it.renameTo(File(away, it.name))) }
        assertTrue(file.mkdirs())
        work()
        CallStore.of(app).close()
        CallStore.pending(app).close()
        assertTrue(file.deleteRecursively())
        parts.forEach { assertTrue(File(away, it.name).renameTo(it)) }
    }

    @Test
    fun `a pending file that refuses keeps no call from the records`() {
        val pending = app.createDeviceProtectedStorageContext().getDatabasePath("calls-pending.db")
        without(pending) {
            telecom.screen(foreign)
            phone.settle()
            assertEquals(2, CallStore.of(app).count())
        }
        assertEquals(listOf(Fault.RECORD_FAILED), FaultLog(app).unseen().map { it.fault })
    }

    @Test
    fun `a number that was dialled while its file refused rings`() {
        without(app.getDatabasePath("calls.db")) {
            telecom.screen(dialled.copy(direction = FakeCall.to("").direction))
            phone.settle()
        }
        assertEquals(1, CallStore.pending(app).count())
        assertTrue(telecom.screen(dialled).rings)
        assertEquals("it may be a call back", Reason.DIALLED_UNKNOWN, phone.lastRecord().reason)
        assertTrue(telecom.screen(dialled).rings)
        assertEquals(Reason.DIALLED, phone.lastRecord().reason)
    }

    @Test
    fun `a number that was dialled while no file took it rings`() {
        app.test.beforeRecords = { throw SQLiteFullException() }
        telecom.screen(dialled.copy(direction = FakeCall.to("").direction))
        phone.settle()
        app.test.beforeRecords = {}
        assertTrue(telecom.screen(dialled).rings)
        assertEquals(Reason.DIALLED_UNKNOWN, phone.lastRecord().reason)
        assertTrue(telecom.screen(dialled).rings)
        assertEquals(Reason.DIALLED, phone.lastRecord().reason)
    }

    @Test
    fun `a clock that is set back does not hide that a file was lost`() {
        CallStore.of(app).close()
        val file = app.getDatabasePath("calls.db")
        File(file.path + "-wal").delete()
        file.writeText("this is no database ".repeat(500))
        assertTrue(telecom.screen(foreign).rings)
        app.test.time.set({ Phone.NOW - 2 * DAY }, { ELAPSED + 1_000 })
        assertTrue(telecom.screen(foreign).rings)
    }

    @Test
    fun `a clock that is set ahead for a while deletes nothing`() {
        app.test.time.set({ Phone.NOW + 400 * DAY }, { ELAPSED + 1_000 })
        repeat(2) {
            telecom.screen(foreign)
            phone.settle()
        }
        app.test.time.set({ Phone.NOW + DAY }, { ELAPSED + DAY })
        telecom.screen(foreign)
        phone.settle()
        assertEquals(4, phone.records().size)
    }

    @Test
    fun `the first look of all deletes nothing, for nothing tells yet whether the clock is right`() {
        // As after an installation whose calls so far could not be written: there was a call, and no look.
        app.createDeviceProtectedStorageContext().getSharedPreferences("retention", Context.MODE_PRIVATE)
            .edit().clear().commit()
        app.test.time.set({ Phone.NOW + 3_650 * DAY }, { ELAPSED + 1_000 })
        telecom.screen(foreign)
        phone.settle()
        assertEquals(2, phone.records().size)
        app.test.time.set({ Phone.NOW + 1_000 }, { ELAPSED + 2_000 })
        telecom.screen(foreign)
        phone.settle()
        assertEquals(3, phone.records().size)
    }

    @Test
    fun `a clock that is set while old records are looked for is not believed either`() {
        app.test.time.set({ Phone.NOW + 2 * DAY }, { ELAPSED + 2 * DAY })
        var looks = 0
        app.test.beforeRecords = {
            if (Thread.currentThread().stackTrace.any { it.className == Retention::class.java.name }) {
                looks++
                app.test.time.set({ Phone.NOW + 3_650 * DAY }, { ELAPSED + 2 * DAY })
            }
        }
        telecom.screen(foreign)
        phone.settle()
        app.test.beforeRecords = {}
        assertTrue("it was set on the way", looks > 0)
        telecom.screen(foreign)
        phone.settle()
        assertEquals(3, phone.records().size)
    }

    @Test
    fun `of two wrong clocks, neither is believed`() {
        for ((days, since) in listOf(3_650 to 1, 3_640 to 2, 3_000 to 3)) {
            app.test.time.set({ Phone.NOW + days * DAY }, { ELAPSED + since * 1_000L })
            telecom.screen(foreign)
            phone.settle()
        }
        assertEquals(4, phone.records().size)
    }

    @Test
    fun `of two wrong clocks after two reboots, neither is believed`() {
        for ((boot, days) in listOf(3_650, 3_640, 3_000).withIndex()) {
            Settings.Global.putInt(app.contentResolver, Settings.Global.BOOT_COUNT, boot + 1)
            app.test.time.set({ Phone.NOW + days * DAY }, { 1_000L })
            telecom.screen(foreign)
            phone.settle()
        }
        assertEquals(4, phone.records().size)
    }

    @Test
    fun `a clock that is set ahead before a reboot is not believed either, until it has gone right for a day`() {
        SettingsStore(app).change { it.copy(retentionDays = 30.toUShort()) }
        Settings.Global.putInt(app.contentResolver, Settings.Global.BOOT_COUNT, 1)
        app.test.time.set({ Phone.NOW + 59 * DAY }, { 1_000L })
        telecom.screen(foreign)
        phone.settle()
        assertEquals(2, phone.records().size)
        app.test.time.set({ Phone.NOW + 60 * DAY }, { 1_000L + DAY })
        telecom.screen(foreign)
        phone.settle()
        assertEquals(2, phone.records().size)
    }

    @Test
    fun `on a phone that is switched on once a week, old records go`() {
        for (week in 1..14) {
            Settings.Global.putInt(app.contentResolver, Settings.Global.BOOT_COUNT, week)
            app.test.time.set({ Phone.NOW + week * 7 * DAY }, { 1_000L })
            telecom.screen(foreign)
            phone.settle()
        }
        assertEquals("of 15, in 98 days, those of 90", 13, phone.records().size)
    }

    @Test
    fun `what waits since before the unlock is moved although no call comes`() {
        phone.unlocked(false)
        telecom.screen(foreign)
        phone.settle()
        assertEquals(1, CallStore.pending(app).count())
        phone.unlocked(true)
        Robolectric.setupService(HealthJob::class.java).onStartJob(null)
        Wait.until { CallStore.pending(app).count() == 0L }
        assertEquals(2, CallStore.of(app).count())
    }

    @Test
    fun `old records go although no call comes`() {
        assertEquals(1, phone.records().size)
        app.test.time.set({ Phone.NOW + 91 * DAY }, { ELAPSED + 91 * DAY })
        Robolectric.setupService(HealthJob::class.java).onStartJob(null)
        Wait.until { phone.records().isEmpty() }
    }

    @Test
    fun `settings that cannot be read delete nothing`() {
        SettingsStore(app).change { it.copy(retentionDays = 7.toUShort()) }
        SettingsStore(app).change { it.copy(retentionDays = 0.toUShort()) }
        File(SettingsFolder.of(app), "settings.json").writeText("no settings")
        app.test.time.set({ Phone.NOW + 30 * DAY }, { ELAPSED + 30 * DAY })
        telecom.screen(foreign)
        phone.settle()
        assertEquals(2, phone.records().size)
        SettingsStore(app).change { it }
        telecom.screen(foreign)
        phone.settle()
        assertEquals("what is chosen counts from then on", 2, phone.records().size)
    }

    private companion object {
        const val DAY = 24 * 60 * 60 * 1_000L

        /** What the clock that nobody sets shows at first, as `Phone` has it. */
        const val ELAPSED = 400 * DAY
    }
}
