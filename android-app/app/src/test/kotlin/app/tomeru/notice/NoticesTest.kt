// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import android.telecom.DisconnectCause
import app.tomeru.core.Action
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Preset
import app.tomeru.pass.TimedPass
import app.tomeru.platform.systemService
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.test
import app.tomeru.support.title
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36], qualifiers = "ja-rJP")
class NoticesTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)
    private val manager = app.systemService<NotificationManager>()
    private val foreign = FakeCall("tel:%2B18442980122")

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
    }

    private fun shown() = shadowOf(manager).allNotifications

    private fun Notification.press(text: String) {
        val action = actions.single { it.title.toString() == text }
        action.actionIntent.send()
        shadowOf(android.os.Looper.getMainLooper()).idle()
    }

    private fun Notification.buttons() = actions.orEmpty().map { it.title.toString() }

    private fun policy() = SettingsStore(app).load().settings.policy

    private fun opened(pending: PendingIntent) = shadowOf(pending).savedIntent.run {
        component to getStringExtra(Route.RECORD_UID)
    }

    @Test
    fun `a stopped call is told quietly, and its one button leads to its record`() {
        assertTrue(telecom.screen(foreign).reject)
        val notice = shown().single()
        assertEquals("国際電話を止めました", notice.title())
        assertEquals(NotificationManager.IMPORTANCE_LOW, manager.getNotificationChannel(notice.channelId).importance)
        assertFalse(notice.publicVersion.extras.toString().filter(Char::isDigit).contains("2980122"))
        assertEquals("nothing that weakens the protection", listOf("くわしく"), notice.buttons())
        val record = Route.RECORD.intent(app).component to phone.lastRecord().uid
        assertEquals(record, opened(notice.actions.single().actionIntent))
        assertEquals(record, opened(notice.contentIntent))
    }

    @Test
    fun `two notices about one number lead to records of their own`() {
        repeat(2) { telecom.screen(foreign) }
        val about = shown().map { opened(it.actions.single().actionIntent).second }
        assertEquals(phone.records().map { it.uid }.toSet(), about.toSet())
        assertEquals("each its own intent", 2, shown().map { it.contentIntent }.toSet().size)
    }

    @Test
    fun `a forged number is told as one`() {
        telecom.screen(FakeCall("tel:%2B1800335814321"))
        val notice = shown().single()
        assertEquals("にせの番号の電話を止めました", notice.title())
        assertEquals(listOf("くわしく"), notice.buttons())
    }

    @Test
    fun `a call that came without ringing is shown`() {
        Chosen.preset(app, Preset.STOP) { it.copy(ownActions = listOf(OwnAction(Kind.INTERNATIONAL, Action.SILENCE))) }
        assertTrue(telecom.screen(foreign).silence)
        assertEquals("音を出さずに、画面にだけ出しました", shown().single().title())
    }

    @Test
    fun `from the third of a day on there is one notice for all, and the next day begins anew`() {
        repeat(2) { telecom.screen(FakeCall("tel:%2B1844298012$it")) }
        assertEquals(2, shown().size)
        repeat(3) { telecom.screen(FakeCall("tel:%2B1844298013$it")) }
        val digest = shown().single()
        assertEquals("今日、電話を5件止めました", digest.title())
        val lines = digest.extras.getCharSequenceArray(Notification.EXTRA_TEXT_LINES)
        assertEquals(5, lines?.size)
        phone.at(Phone.NOW + 24 * 60 * 60 * 1_000L)
        telecom.screen(foreign)
        assertEquals(2, shown().size)
    }

    @Test
    fun `a pass that cannot be ended is told so`() {
        TimedPass(app).startForAnHour()
        phone.withoutSettings {
            shown().single().press("今すぐ、もとに戻す")
            Wait.until { shown().any { it.title().startsWith("設定を保存できませんでした") } }
        }
    }

    @Test
    fun `before the first unlock, when nothing is stopped that may be a contact's, the notice comes all the same`() {
        phone.unlocked(false)
        telecom.screen(FakeCall("tel:%2B1800335814321"))
        assertEquals("出ないでください", shown().single().title())
    }

    /** The channel of stopped calls, as the person has it in the phone's settings. */
    private fun stopped() = manager.getNotificationChannel("stopped")

    private fun isToldByAndroid(call: FakeCall): Boolean {
        telecom.missed.clear()
        assertTrue(telecom.screen(call).reject)
        return telecom.missed == listOf(call)
    }

    @Test
    fun `of a stopped call the person has one notice, the app's or Android's`() {
        val calls = listOf(foreign, FakeCall("tel:%2B1800335814321"), blockedDomestic())
        for (call in calls) {
            assertFalse("$call", isToldByAndroid(call))
            assertTrue(shown().isNotEmpty())
            shadowOf(manager).setNotificationsEnabled(false)
            assertTrue("$call: no notices", isToldByAndroid(call))
            shadowOf(manager).setNotificationsEnabled(true)
            val before = stopped().importance
            for (quiet in listOf(NotificationManager.IMPORTANCE_NONE, NotificationManager.IMPORTANCE_MIN)) {
                stopped().importance = quiet
                assertTrue("$call: muted", isToldByAndroid(call))
            }
            stopped().importance = before
            assertFalse("$call", isToldByAndroid(call))
        }
    }

    /** A number from Japan that the person stops. */
    private fun blockedDomestic(): FakeCall {
        SettingsStore(app).block("+81312345678", "")
        return FakeCall("tel:0312345678")
    }

    @Test
    fun `a stopped call is told though the records cannot be read`() {
        telecom.screen(foreign)
        manager.cancelAll()
        app.test.beforeRecords = { error("no records") }
        val forged = FakeCall("tel:%2B1800335814321")
        assertFalse("Android tells nothing", isToldByAndroid(forged))
        assertEquals("にせの番号の電話を止めました", shown().single().title())
        app.test.beforeRecords = {}
    }

    @Test
    fun `a silenced call that nobody answers is told by Android, too`() {
        Chosen.preset(app, Preset.STOP) { it.copy(ownActions = listOf(OwnAction(Kind.INTERNATIONAL, Action.SILENCE))) }
        assertTrue(telecom.screen(foreign).silence)
        telecom.end(foreign, DisconnectCause.MISSED)
        assertEquals(listOf(foreign), telecom.missed)
    }
}
