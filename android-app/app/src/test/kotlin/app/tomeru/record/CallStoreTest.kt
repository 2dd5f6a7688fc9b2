// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.database.sqlite.SQLiteDatabase
import android.telecom.Call
import app.tomeru.call.CallRecord
import app.tomeru.call.Knowledge
import app.tomeru.core.Action
import app.tomeru.core.Hint
import app.tomeru.core.Line
import app.tomeru.core.Origin
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.core.loadSettings
import app.tomeru.core.saveSettings
import app.tomeru.settings.SettingsFolder
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.ByteArrayOutputStream

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35])
class CallStoreTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
    }

    private fun outgoing(handle: String) = FakeCall(handle, direction = Call.Details.DIRECTION_OUTGOING)

    @Test
    fun `a record tells everything about a call`() {
        telecom.screen(outgoing("tel:119"))
        phone.at(Phone.NOW + 60_000)
        telecom.screen(FakeCall("tel:%2B1%20844-298-0110"))
        val record = phone.lastRecord()
        val expected = CallRecord(
            uid = record.uid,
            atMillis = Phone.NOW + 60_000,
            outgoing = false,
            number = "+1 844-298-0110",
            key = "+18442980110",
            presentation = 1,
            origin = Origin.INTERNATIONAL,
            line = Line.TOLL_FREE,
            countryCode = 1,
            region = "US",
            hasMoreRegions = false,
            action = Action.REJECT,
            reason = Reason.INTERNATIONAL,
            signs = setOf(Hint.TOLL_FREE, Hint.POLICE_BAIT),
            fault = null,
            contact = Knowledge.NO,
            dialled = Knowledge.NO,
            sinceDialled = null,
            sinceEmergency = 60,
            home = "JP",
            secondHome = null,
            network = "JP",
            verification = 0,
            unlocked = true,
            tookMicros = record.tookMicros,
        )
        assertEquals(expected, record)
        assertTrue(record.tookMicros in 1..2_000_000)
    }

    @Test
    fun `a call back to a call that was stopped is no dialling`() {
        val hotel = "tel:%2B66812345678"
        telecom.screen(outgoing(hotel))
        assertTrue("dialled first", telecom.screen(FakeCall(hotel)).rings)
        val ring = "tel:%2B66812345679"
        assertTrue(telecom.screen(FakeCall(ring)).reject)
        telecom.screen(outgoing(ring))
        assertTrue("lured", telecom.screen(FakeCall(ring)).reject)
        assertNull(CallStore.of(app).dialledAt("+66812345679"))
    }

    @Test
    fun `a zero behind the code lures nobody into knowing another number`() {
        val shown = "tel:%2B4903012345678"
        assertTrue(telecom.screen(FakeCall(shown)).reject)
        telecom.screen(outgoing(shown))
        assertTrue("the same without the zero", telecom.screen(FakeCall("tel:%2B493012345678")).reject)
    }

    @Test
    fun `who was dialled before is no lure, whatever a call met since`() {
        val office = "tel:%2B639171234567"
        telecom.screen(outgoing(office))
        FakeContacts.fault = FakeContacts.Fault.THROWS
        telecom.screen(FakeCall(office))
        phone.breakRecords()
        telecom.screen(FakeCall(office))
        phone.mendRecords()
        FakeContacts.fault = null
        phone.at(Phone.NOW + 29 * DAY)
        telecom.screen(outgoing(office))
        phone.at(Phone.NOW + 40 * DAY)
        assertTrue(telecom.screen(FakeCall(office)).rings)
    }

    @Test
    fun `who came silently for being unknown is known once called back`() {
        Chosen.preset(app, Preset.KNOWN)
        val hospital = FakeCall("tel:0312345678")
        assertTrue(!telecom.screen(hospital).rings)
        telecom.screen(outgoing("tel:0312345678"))
        assertTrue(telecom.screen(hospital).rings)
        // Nobody could tell whether it was in the contacts.
        FakeContacts.fault = FakeContacts.Fault.THROWS
        val school = FakeCall("tel:0312345679")
        telecom.screen(school)
        FakeContacts.fault = null
        assertTrue(!telecom.screen(school).rings)
        telecom.screen(outgoing("tel:0312345679"))
        assertTrue(telecom.screen(school).rings)
        val abroad = FakeCall("tel:%2B66812345679")
        assertTrue(telecom.screen(abroad).reject)
        telecom.screen(outgoing("tel:%2B66812345679"))
        assertTrue("lured", telecom.screen(abroad).reject)
    }

    @Test
    fun `every version of the file is carried over with its records`() {
        telecom.screen(FakeCall("tel:%2B18442980122"))
        val record = phone.lastRecord()
        for (version in 1..Schema.VERSION) {
            val name = "version-$version.db"
            SQLiteDatabase.openOrCreateDatabase(app.getDatabasePath(name).path, null).use { db ->
                Schema.STEPS.take(version).flatten().forEach(db::execSQL)
                // A version has the columns of its time.
                val content = Columns.content(record).apply { (keySet() - columns(db)).forEach { remove(it) } }
                db.insertOrThrow("calls", null, content)
                db.version = version
            }
            CallDatabase(app, name).use { helper ->
                val db = helper.writableDatabase
                assertEquals(Schema.VERSION, db.version)
                db.query("calls", Columns.names, null, null, null, null, null).use { rows ->
                    rows.moveToFirst()
                    assertEquals(record, Columns.read(rows))
                }
            }
        }
    }

    private fun columns(db: SQLiteDatabase): Set<String> = db.rawQuery("PRAGMA table_info(calls)", null).use { rows ->
        generateSequence { if (rows.moveToNext()) rows.getString(rows.getColumnIndexOrThrow("name")) else null }.toSet()
    }

    /** What is due after the record is done, too. */
    private fun screen(handle: String) {
        telecom.screen(FakeCall(handle))
        phone.settle()
    }

    @Test
    fun `words of an earlier version are read as what they mean now`() {
        telecom.screen(FakeCall("tel:withheld"))
        val uid = phone.lastRecord().uid
        val old = "UPDATE calls SET origin = 'not_a_number', reason = 'not_a_number'"
        CallStore.of(app).helper.writableDatabase.execSQL(old)
        val record = checkNotNull(CallStore.of(app).find(uid))
        assertEquals(Origin.UNREADABLE to Reason.UNREADABLE, record.origin to record.reason)
    }

    @Test
    fun `old records go, and for ever means for ever`() {
        val folder = SettingsFolder.of(app).path
        screen("tel:%2B18442980122")
        phone.at(Phone.NOW + 91 * DAY)
        saveSettings(folder, loadSettings(folder).settings.copy(retentionDays = 0u))
        screen("tel:0312345678")
        assertEquals(2, phone.records().size)
        saveSettings(folder, loadSettings(folder).settings.copy(retentionDays = 90u))
        phone.at(Phone.NOW + 91 * DAY + DAY / 2)
        screen("tel:0312345678")
        assertEquals("once a day", 3, phone.records().size)
        phone.at(Phone.NOW + 93 * DAY)
        screen("tel:0312345678")
        assertEquals(3, phone.records().size)
    }

    @Test
    fun `the export is a table of all records, the oldest first`() {
        telecom.screen(FakeCall("tel:%2B18442980122"))
        telecom.screen(FakeCall(android.net.Uri.fromParts("tel", "03,\"12\"", null).toString()))
        phone.settle()
        val out = ByteArrayOutputStream()
        Export.write(CallStore.of(app), out)
        val lines = out.toString("UTF-8").split("\r\n")
        assertEquals("\uFEFF" + Columns.names.joinToString(","), lines[0])
        assertTrue(lines[1], lines[1].contains(",+18442980122,+18442980122,1,international,toll_free,1,US,0,reject,"))
        assertTrue(lines[1], Regex("""[^,]+,20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d.*""").matches(lines[1]))
        assertTrue(lines[2], lines[2].contains(",\"03,\"\"12\"\"\","))
        assertEquals(4, lines.size)
    }

    @Test
    fun `what was moved after the unlock is not left in the storage that is always open`() {
        phone.unlocked(false)
        telecom.screen(FakeCall("tel:%2B1800335814321"))
        phone.unlocked(true)
        telecom.screen(FakeCall("tel:0312345678"))
        assertEquals(2, phone.records().size)
        CallStore.pending(app).close()
        val folder = app.createDeviceProtectedStorageContext().getDatabasePath("calls-pending.db").parentFile
        for (file in checkNotNull(folder?.listFiles()).filter { it.name.startsWith("calls-pending") }) {
            assertTrue(file.name, "1800335814321" !in String(file.readBytes(), Charsets.ISO_8859_1))
        }
    }

    @Test
    fun `erased is erased, in the file too`() {
        telecom.screen(FakeCall("tel:%2B18442980122"))
        telecom.screen(outgoing("tel:%2B66812345678"))
        phone.settle()
        CallStore.of(app).erase()
        assertEquals(0, phone.records().size)
        assertNull(CallStore.of(app).dialledAt("+66812345678"))
        CallStore.of(app).close()
        for (file in checkNotNull(app.getDatabasePath("calls.db").parentFile?.listFiles())) {
            val text = String(file.readBytes(), Charsets.ISO_8859_1)
            assertTrue(file.name, "18442980122" !in text && "66812345678" !in text)
        }
    }

    private companion object {
        const val DAY = 24 * 60 * 60 * 1_000L
    }
}
