// SPDX-License-Identifier: Apache-2.0
package app.tomeru.help

import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.content.Intent
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.provider.ContactsContract.CommonDataKinds.Phone.CONTENT_URI
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.fault.FaultLog
import app.tomeru.platform.core
import app.tomeru.route.Route
import app.tomeru.support.Answering
import app.tomeru.support.Look
import app.tomeru.support.ScreenTest
import app.tomeru.support.Studio
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.check.CheckActivity
import app.tomeru.ui.family.FamilyNumberActivity
import app.tomeru.ui.guide.GuideActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.shadows.ShadowLog
import java.time.ZoneId
import java.time.ZonedDateTime

/** The owner chooses whom of the family to call; the button stands wherever the app says to ask. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class FamilyNumberTest : ScreenTest() {
    private val tokyo = ZoneId.of("Asia/Tokyo")
    private val chosen get() = FamilyNumber(app).person

    @Before
    fun contactsAreNotAllowed() {
        // The picker lets the app read what was picked, and nothing else.
        shadowOf(app).denyPermissions(READ_CONTACTS)
        Robolectric.setupContentProvider(Picked::class.java, Picked.AUTHORITY)
    }

    private fun at(day: Int, hour: Int, minute: Int) =
        phone.at(ZonedDateTime.of(2026, 11, day, hour, minute, 0, 0, tokyo).toInstant().toEpochMilli())

    private fun FamilyNumberActivity.pick(row: String?) {
        press(R.id.choose)
        val asked = checkNotNull(shadowOf(this).nextStartedActivityForResult)
        assertEquals(Intent.ACTION_PICK to CONTENT_URI, asked.intent.action to asked.intent.data)
        val answer = Intent().setData(row?.let { Uri.parse("content://${Picked.AUTHORITY}/$it") })
        val result = if (row == null) Activity.RESULT_CANCELED else Activity.RESULT_OK
        shadowOf(this).receiveResult(asked.intent, result, answer)
    }

    private fun Activity.order() = requireViewById<ViewGroup>(R.id.help_buttons).let { parent ->
        (0 until parent.childCount).map(parent::getChildAt).filterIsInstance<Button>().map { it.id }
    }

    /** What [button] says, without the marks round another's text. */
    private fun Activity.said(button: Int) = text(button).filterNot { it in "\u2068\u2069" }

    @Test
    fun `somebody is chosen with the system's picker, changed and removed`() {
        val screen = open<FamilyNumberActivity>()
        assertEquals("まだ決めていません", screen.text(R.id.number))
        assertTrue(!screen.shows(R.id.remove) && !screen.shows(R.id.call_family))
        screen.pick("yoko")
        screen.awaitMessage("決めました。")
        assertEquals("娘 洋子", screen.said(R.id.name))
        assertEquals("090-1234-5678", chosen?.number)
        screen.press(R.id.call_family)
        assertEquals(Intent.ACTION_DIAL to "tel:090-1234-5678", screen.opened().run { action to dataString })
        screen.pick("nameless")
        Wait.until { chosen?.number == "+63 917 123 4567" }
        assertEquals("家族に電話", screen.said(R.id.call_family))
        screen.press(R.id.remove)
        assertNull(chosen)
        assertEquals("まだ決めていません", screen.text(R.id.number))
        assertTrue(!screen.shows(R.id.remove) && !screen.shows(R.id.call_family))
    }

    @Test
    fun `what cannot be called is not taken, and what was chosen before stays`() {
        val screen = open<FamilyNumberActivity>()
        screen.pick("yoko")
        Wait.until { chosen != null }
        for (row in listOf("no-number", "nobody")) {
            screen.pick(row)
            screen.awaitMessage("電話番号が見つかりませんでした。ほかの人を選んでください。")
        }
        screen.pick("refused")
        screen.awaitMessage("うまくいきませんでした。もう一度お試しください。")
        screen.pick(null)
        assertEquals("090-1234-5678", chosen?.number)
        shadowOf(app).checkActivities(true)
        screen.press(R.id.choose)
        screen.awaitMessage(app.getString(R.string.nothing_opens))
    }

    @Test
    fun `it is kept where nobody reads it before the first unlock, and in no log, file or code`() {
        val screen = open<FamilyNumberActivity>()
        screen.pick("yoko")
        Wait.until { chosen != null }
        screen.pick("refused")
        screen.awaitMessage("うまくいきませんでした。もう一度お試しください。")
        assertEquals("090-1234-5678", app.getSharedPreferences("family", 0).getString("number", null))
        val open = app.createDeviceProtectedStorageContext().getSharedPreferences("family", 0)
        assertEquals(emptyMap<String, Any>(), open.all)
        val logged = ShadowLog.getLogs().filter { it.tag == "Tomeru" }.joinToString { it.msg } +
            FaultLog(app).unseen().joinToString { it.trace.orEmpty() }
        assertTrue(logged, "5678" !in logged && "洋子" !in logged)
        assertTrue("$chosen", "5678" !in "$chosen")
        val settings = store.load().settings
        for (handed in listOf(app.core.backup(settings), app.core.familyCode(settings.policy))) {
            assertTrue(handed, "5678" !in handed && "洋子" !in handed)
        }
    }

    @Test
    fun `the button stands beside 9110, and leads to the choice while nobody is chosen`() {
        at(27, 10, 0)
        val guide = open<GuideActivity>()
        assertEquals("電話する家族を決める", guide.text(R.id.call_family))
        guide.press(R.id.call_family)
        assertEquals(Route.FAMILY_NUMBER.intent(app).component, guide.opened().component)
        FamilyNumber(app).person = FamilyNumber.Person("娘 洋子", "090-1234-5678")
        val number = Intent().putExtra(Route.NUMBER, "+18442980122")
        val check = open<CheckActivity>(number).also { check -> Wait.until { check.shows(R.id.call_family) } }
        for (screen in listOf(open<GuideActivity>(), check)) {
            assertEquals("家族に電話\n娘 洋子", screen.said(R.id.call_family))
            assertEquals(listOf(R.id.ask_police, R.id.call_family), screen.order())
            screen.press(R.id.call_family)
            assertEquals(Intent.ACTION_DIAL to "tel:090-1234-5678", screen.opened().run { action to dataString })
            screen.press(R.id.ask_police)
            assertEquals("tel:%239110", screen.opened().dataString)
        }
    }

    @Test
    fun `what was chosen meanwhile is there when the screen comes back`() {
        val screen = start<GuideActivity>()
        screen.pause()
        FamilyNumber(app).person = FamilyNumber.Person("洋子", "090-1234-5678")
        screen.resume()
        assertEquals("家族に電話\n洋子", screen.get().said(R.id.call_family))
    }

    @Test
    fun `at night the family comes first, if somebody is chosen`() {
        val closed = { screen: Activity -> screen.shows(R.id.police_closed) }
        at(27, 20, 0)
        assertEquals(listOf(R.id.ask_police, R.id.call_family), open<GuideActivity>().order())
        FamilyNumber(app).person = FamilyNumber.Person("洋子", "090-1234-5678")
        val screen = start<GuideActivity>()
        assertEquals(listOf(R.id.call_family, R.id.ask_police), screen.get().order())
        assertTrue(closed(screen.get()))
        screen.pause()
        at(30, 9, 0)
        screen.resume()
        assertEquals("by day again", listOf(R.id.ask_police, R.id.call_family), screen.get().order())
        assertTrue(!closed(screen.get()))
    }

    @Test
    fun `people answer 9110 on weekdays from half past eight to a quarter past five, by Japanese time`() {
        // 2026-11-27 is a Friday.
        for ((time, open) in listOf(
            Triple(23, 12, 0) to false, // a holiday: Labour Thanksgiving Day
            Triple(27, 8, 29) to false,
            Triple(27, 8, 30) to true,
            Triple(27, 17, 14) to true,
            Triple(27, 17, 15) to false,
            Triple(28, 12, 0) to false,
            Triple(29, 12, 0) to false,
            Triple(30, 8, 30) to true,
        )) {
            val (day, hour, minute) = time
            val millis = ZonedDateTime.of(2026, 11, day, hour, minute, 0, 0, tokyo).toInstant().toEpochMilli()
            assertEquals("$time", open, PoliceDesk.isOpen(millis, Holidays.read(app)))
        }
    }

    @Test
    @Config(sdk = [35])
    fun pictures() {
        at(27, 20, 0)
        for (look in Look.DRAWN) {
            FamilyNumber(app).person = null
            Studio.draw<FamilyNumberActivity>("family-number-none", look) {}
            FamilyNumber(app).person = FamilyNumber.Person("長女 山田洋子（横浜）", "090-1234-5678")
            Studio.draw<FamilyNumberActivity>("family-number", look) {}
            Studio.draw<GuideActivity>("guide-night", look) { guide ->
                assertTrue(guide.shows(R.id.help_buttons))
            }
        }
        assertTrue(open<FamilyNumberActivity>().requireViewById<TextView>(R.id.name).isShown)
    }

    /** What a picker of contacts hands over: each row by a name of its own. */
    class Picked : Answering() {
        override fun answer(uri: Uri, projection: Array<String>?): Cursor = MatrixCursor(projection).apply {
            when (uri.lastPathSegment) {
                "yoko" -> addRow(arrayOf("娘 洋子", "090-1234-5678"))
                "nameless" -> addRow(arrayOf(null, "+63 917 123 4567"))
                "no-number" -> addRow(arrayOf("医院", null))
                "refused" -> throw SecurityException("娘 洋子 090-1234-5678")
            }
        }

        companion object {
            const val AUTHORITY = "picked.test"
        }
    }
}
