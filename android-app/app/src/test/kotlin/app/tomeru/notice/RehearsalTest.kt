// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Application
import android.provider.Settings
import android.telecom.Call
import android.telecom.TelecomManager
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.fault.FaultLog
import app.tomeru.pass.TimedPass
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Posts
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Warned
import app.tomeru.support.test
import app.tomeru.words.Words
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSettings

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP-w411dp-h891dp", shadows = [Posts::class])
class RehearsalTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val phone = Phone(app)
    private val telecom = Telecom()
    private val warned = Warned(app)
    private val rehearsal = Rehearsal(app)

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(android.Manifest.permission.READ_CONTACTS)
        FakeContacts.add(DAUGHTER)
        ShadowSettings.setCanDrawOverlays(true)
        phone.at(Phone.NOW)
    }

    @After
    fun end() {
        Notices(app).ended(null)
        for (number in listOf(DAUGHTER, ABROAD, DOMESTIC)) Notices(app).ended(number)
        Posts.repair()
    }

    private fun call(number: String) = telecom.screen(FakeCall(phone.handle(number)))

    private fun text(id: Int) = warned.windows().single().requireViewById<TextView>(id).text.toString()

    @Test
    fun `the next call is warned of, whoever calls, and told as a rehearsal in warning and record`() {
        rehearsal.begin()
        assertTrue(call(DAUGHTER).rings)
        assertEquals("これは練習です", text(R.id.notice_title))
        assertEquals("ふだんは注意を出さない電話です", text(R.id.notice_what_to_do))
        val notice = warned.notices().single()
        assertEquals("これは練習です", notice.extras.getCharSequence("android.title").toString())
        assertEquals("the voice speaks of international calls alone", "ring_warning", notice.channelId)
        val record = phone.lastRecord()
        assertTrue(record.rehearsal)
        assertEquals("who answers it is told the same", "これは練習です", WarningText(app, record).answered)
        assertEquals("what was answered stays true", Action.ALLOW, record.action)
        assertEquals(Reason.CONTACT, record.reason)
        Notices(app).ended(DAUGHTER)
        assertTrue(call(DOMESTIC).rings)
        assertEquals("one call", 0, warned.windows().size)
        val ordinary = phone.lastRecord()
        assertTrue(!ordinary.rehearsal)
        assertTrue("a record has its area", "東京" in Words(app).where(ordinary).orEmpty())
        assertFalse("no warning has, whatever it is about", "東京" in WarningText(app, ordinary).where.orEmpty())
    }

    @Test
    fun `no answer differs from what it is without a rehearsal`() {
        for (preset in listOf(Preset.STOP, Preset.WARN)) {
            Chosen.preset(app, preset)
            for (number in listOf(DAUGHTER, DOMESTIC, ABROAD, "+1800335814321", "110", null)) {
                val hidden = if (number == null) TelecomManager.PRESENTATION_RESTRICTED else 1
                val asked = FakeCall(number?.let(phone::handle), hidden)
                rehearsal.end()
                val without = telecom.screen(asked)
                rehearsal.begin()
                assertEquals("$number, $preset", without, telecom.screen(asked))
            }
        }
    }

    @Test
    fun `what only a pass, a pause or a journey lets ring is no rehearsal`() {
        rehearsal.begin()
        TimedPass(app).startForAnHour()
        assertTrue(call(ABROAD).rings && !phone.lastRecord().rehearsal)
        TimedPass(app).end()
        TimedPass(app).startForDays("PH", 1)
        assertTrue(call("+639171234567").rings && !phone.lastRecord().rehearsal)
        TimedPass(app).end()
        Chosen.preset(app, Preset.STOP) { it.copy(paused = true) }
        assertTrue(call(ABROAD).rings && !phone.lastRecord().rehearsal)
        Chosen.preset(app, Preset.STOP)
        phone.place(listOf("JP"), "PH")
        assertTrue(call("+639171234567").rings && !phone.lastRecord().rehearsal)
        assertEquals(0, warned.windows().size)
        phone.place(listOf("JP"), "JP")
        assertTrue(rehearsal.isOn && call(DAUGHTER).rings && phone.lastRecord().rehearsal)
    }

    @Test
    fun `fraud is not taken for a rehearsal, and leaves it on`() {
        rehearsal.begin()
        assertTrue(call(ABROAD).reject)
        assertTrue(!phone.lastRecord().rehearsal)
        Chosen.preset(app, Preset.WARN)
        assertTrue(call(ABROAD).rings)
        assertEquals("出ないでください", text(R.id.notice_title))
        assertTrue(!phone.lastRecord().rehearsal && rehearsal.isOn)
    }

    @Test
    fun `help that calls back is answered without a rehearsal`() {
        telecom.screen(FakeCall(phone.handle("119"), direction = Call.Details.DIRECTION_OUTGOING))
        rehearsal.begin()
        telecom.screen(FakeCall(null, TelecomManager.PRESENTATION_RESTRICTED, id = "TC@2"))
        assertEquals(Reason.EMERGENCY_WINDOW, phone.lastRecord().reason)
        assertTrue(!phone.lastRecord().rehearsal)
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `it is over after ten minutes by the clock that nobody sets, and with a restart`() {
        app.test.time.set({ Phone.NOW }, { SINCE_BOOT })
        rehearsal.begin()
        // Somebody sets the clock, forward and back.
        app.test.time.set({ Phone.NOW + DAY }, { SINCE_BOOT + 10 * MINUTE - 1 })
        assertTrue(rehearsal.isOn)
        app.test.time.set({ Phone.NOW - DAY }, { SINCE_BOOT + 10 * MINUTE })
        assertTrue(!rehearsal.isOn)
        call(DOMESTIC)
        assertEquals(0, warned.windows().size)
        rehearsal.begin()
        Settings.Global.putInt(app.contentResolver, Settings.Global.BOOT_COUNT, 8)
        assertTrue("the clock began anew", !rehearsal.isOn)
    }

    @Test
    fun `one that breaks lets the call ring, and is told`() {
        val store = app.createDeviceProtectedStorageContext().getSharedPreferences("rehearsal", 0)
        store.edit().putString("boot", "not a number").commit()
        assertTrue(call(DOMESTIC).rings)
        assertTrue(!phone.lastRecord().rehearsal)
        assertEquals(listOf(Fault.NOTICE_FAILED), FaultLog(app).unseen().map { it.fault })
        store.edit().clear().commit()
    }

    private companion object {
        const val DAUGHTER = "+819012345678"
        const val DOMESTIC = "0312345678"
        const val ABROAD = "+639171234567"
        const val MINUTE = 60_000L
        const val DAY = 24 * 60 * MINUTE
        const val SINCE_BOOT = DAY
    }
}
