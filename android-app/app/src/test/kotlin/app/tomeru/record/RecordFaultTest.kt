// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.database.sqlite.SQLiteDatabase
import app.tomeru.core.Fault
import app.tomeru.core.Preset
import app.tomeru.fault.FaultLog
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File
import java.util.concurrent.CountDownLatch

/** Storage that fails never delays an answer, and nothing that was stored is lost. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 33, 35, 36])
class RecordFaultTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)
    private val foreign = FakeCall("tel:%2B18442980122")
    private val file get() = app.getDatabasePath("calls.db")

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
        assertTrue(telecom.screen(foreign).reject)
        assertEquals(1, phone.records().size)
    }

    private fun faults() = FaultLog(app).unseen().map { it.fault }

    @Test
    fun `a full file sends the record to the pending one, and both full keep it in memory`() {
        pages(CallStore.of(app), 1)
        screenMany()
        val all = 1 + MANY
        assertEquals("nothing is lost", all, phone.records().size)
        assertTrue(CallStore.pending(app).count() > 0)
        pages(CallStore.pending(app), 1)
        screenMany()
        assertTrue(faults().contains(Fault.RECORD_FAILED))
        listOf(CallStore.of(app), CallStore.pending(app)).forEach { pages(it, MAX_PAGES) }
        telecom.screen(foreign)
        assertEquals("all that waited is written", all + MANY + 1, phone.records().size)
        assertEquals(0, CallStore.pending(app).count())
    }

    /** Long enough to need pages that there are none of. */
    private fun screenMany() = repeat(MANY) { assertTrue(telecom.screen(foreign).reject) }

    /** Limits the number of pages of the file, for the connection that writes; not below what it has. */
    private fun pages(store: CallStore, count: Int) = store.helper.writableDatabase.run {
        beginTransaction()
        rawQuery("PRAGMA max_page_count = $count", null).use { it.moveToFirst() }
        endTransaction()
    }

    @Test
    fun `a call that nobody has the room to write down is told of as that`() {
        val record = phone.lastRecord()
        val begun = CountDownLatch(1)
        val hold = CountDownLatch(1)
        Recorder.of(app).run {
            begun.countDown()
            hold.await()
        }
        Wait.forEvent(begun)
        val written = CountDownLatch(WAITING)
        repeat(WAITING) { Recorder.of(app).record(record.copy(uid = "$it"), written::countDown) }
        assertEquals("that many may wait", emptyList<Fault>(), faults())
        Recorder.of(app).record(record.copy(uid = "one more"))
        assertEquals(listOf(Fault.RECORD_FAILED), faults())
        hold.countDown()
        // Others who come meanwhile leave no room for what a call does besides.
        while (written.count > 0) Recorder.of(app).run {}
        phone.settle()
        assertEquals("the next call deletes what is old", listOf(Fault.RECORD_FAILED), faults())
        assertEquals(1 + WAITING, phone.records().size)
    }

    @Test
    fun `a locked file sends the record to the pending one, and the answer does not wait`() {
        SQLiteDatabase.openDatabase(file.path, null, SQLiteDatabase.ENABLE_WRITE_AHEAD_LOGGING).use { other ->
            other.beginTransaction()
            assertTrue(telecom.screen(foreign).reject)
            assertEquals(1, CallStore.pending(app).count())
            other.endTransaction()
        }
        telecom.screen(foreign)
        assertEquals(3, phone.records().size)
        assertEquals(0, CallStore.pending(app).count())
    }

    @Test
    fun `a corrupt file is set aside and never deleted`() {
        CallStore.of(app).close()
        File(file.path + "-wal").delete()
        val junk = "this is no database ".repeat(500)
        file.writeText(junk)
        assertTrue("whether it was dialled is not known any more", telecom.screen(foreign).rings)
        phone.at(Phone.NOW + DAY)
        assertTrue(telecom.screen(foreign).reject)
        assertEquals(2, phone.records().size)
        assertEquals(junk, File(file.path + ".broken-1").readText())
        assertTrue(faults().contains(Fault.RECORDS_SET_ASIDE))
    }

    @Test
    fun `a file of a later app is set aside and kept`() {
        CallStore.of(app).helper.writableDatabase.version = 99
        CallStore.of(app).close()
        telecom.screen(foreign)
        telecom.screen(foreign)
        assertEquals(2, phone.records().size)
        SQLiteDatabase.openDatabase(file.path + ".broken-1", null, 0).use { old ->
            assertEquals(99, old.version)
            old.rawQuery("SELECT count(*) FROM calls", null).use { rows ->
                rows.moveToFirst()
                assertEquals(1, rows.getInt(0))
            }
        }
    }

    @Test
    fun `killed between the answer and the record, everything before is there`() {
        val hold = CountDownLatch(1)
        phone.settle()
        Recorder.of(app).run(hold::await)
        telecom.send(foreign)
        telecom.answersNow().single()
        // What a dead process leaves: the files as they are, no connection closed.
        val left = File(app.cacheDir, "left").apply { mkdirs() }
        for (part in listOf("", "-wal")) File(file.path + part).copyTo(File(left, "calls.db$part"))
        SQLiteDatabase.openDatabase(File(left, "calls.db").path, null, 0).use { db ->
            db.rawQuery("SELECT count(*) FROM calls", null).use { rows ->
                rows.moveToFirst()
                assertEquals(1, rows.getInt(0))
            }
        }
        hold.countDown()
        assertEquals(2, phone.records().size)
    }

    @Test
    fun `calls before the first unlock are moved over after it, once`() {
        phone.unlocked(false)
        assertTrue("contacts cannot be told", telecom.screen(foreign).rings)
        assertEquals(1, CallStore.pending(app).count())
        assertEquals(1, CallStore.of(app).count())
        // Killed after the move and before the pending ones were deleted: they are there twice.
        CallStore.of(app).add(CallStore.pending(app).newest(1))
        phone.unlocked(true)
        telecom.screen(foreign)
        assertEquals(3, phone.records().size)
        assertEquals(0, CallStore.pending(app).count())
        assertEquals(listOf(true, false, true), phone.records().map { it.unlocked })
    }

    @Test
    @Config(sdk = [29, 35])
    fun `two hundred calls in a row have one answer and one record each`() {
        repeat(CALLS) { telecom.send(foreign.copy(id = "TC@$it")) }
        val answers = telecom.answers()
        assertEquals((0 until CALLS).map { "TC@$it" }, answers.map { it.callId })
        assertTrue(answers.all { it.reject })
        assertEquals(1 + CALLS, phone.records().size)
        assertTrue(faults().isEmpty())
    }

    @Test
    fun `a clock that was set back loses no record and makes no dialled number a stranger`() {
        val abroad = FakeCall("tel:%2B639171234567")
        telecom.screen(abroad.copy(direction = android.telecom.Call.Details.DIRECTION_OUTGOING))
        assertTrue(telecom.screen(abroad).rings)
        phone.at(Phone.NOW - 400 * DAY)
        assertTrue(telecom.screen(abroad).rings)
        assertEquals(4, phone.records().size)
    }

    private companion object {
        /** So many pieces of work wait at most. */
        const val WAITING = 1_000

        const val MANY = 60
        const val CALLS = 200
        const val MAX_PAGES = 1_000_000
        const val DAY = 24 * 60 * 60 * 1_000L
    }
}
