// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.Application
import android.app.KeyguardManager
import android.app.Notification
import android.app.NotificationManager
import android.content.Context
import android.content.ContextWrapper
import android.media.AudioManager
import android.os.Build
import android.telephony.TelephonyManager
import android.widget.FrameLayout
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Preset
import app.tomeru.platform.systemService
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Posts
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.Warned
import app.tomeru.support.says
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSettings
import org.robolectric.shadows.ShadowSystemClock
import java.time.Duration

/** The notice of a warning, with the overlay and without. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 35], qualifiers = "ja-rJP", shadows = [Posts::class])
class WarningTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val warned = Warned(app)
    private val manager = app.systemService<NotificationManager>()
    private val audio = app.systemService<AudioManager>()
    private val line = shadowOf(app.systemService<TelephonyManager>())
    private val keyguard = shadowOf(app.systemService<KeyguardManager>())

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.WARN)
        FakeContacts.install()
        shadowOf(app).grantPermissions(POST_NOTIFICATIONS)
        ShadowSettings.setCanDrawOverlays(true)
        audio.ringerMode = AudioManager.RINGER_MODE_NORMAL
        manager.setInterruptionFilter(NotificationManager.INTERRUPTION_FILTER_ALL)
    }

    @After
    fun end() {
        Notices(app).ended(NUMBER)
        WarnVoice(app).isWanted = true
        Posts.repair()
    }

    private fun call(handle: String = "tel:%2B18442980122") = assertTrue(telecom.screen(FakeCall(handle)).rings)

    private fun rings() {
        audio.mode = AudioManager.MODE_RINGTONE
        line.setCallState(TelephonyManager.CALL_STATE_RINGING)
    }

    /** All that is written in a notice, on its views and beside them. */
    @Suppress("DEPRECATION") // the views that were given, not those that a template makes of them
    private fun Notification.everything() =
        extras.keySet().joinToString { extras.get(it).toString() } + tickerText + listOfNotNull(
            contentView,
            headsUpContentView,
            bigContentView,
            publicVersion?.contentView,
        ).joinToString { texts(it.apply(app, FrameLayout(app))) }

    private fun texts(view: android.view.View): String = when (view) {
        is android.view.ViewGroup -> (0 until view.childCount).joinToString { texts(view.getChildAt(it)) }
        is TextView -> view.text.toString()
        else -> ""
    }

    @Test
    fun `it says what to do and what it is, has no button, and announces itself each time`() {
        call()
        val notice = warned.notices().single()
        assertEquals("出ないでください", notice.says(Notification.EXTRA_TITLE))
        assertEquals("国際電話です・アメリカ合衆国", notice.says(Notification.EXTRA_TEXT))
        assertEquals(0, notice.actions.orEmpty().size)
        assertEquals(0, notice.flags and Notification.FLAG_ONLY_ALERT_ONCE)
        assertNull("the call's screen is the phone's", notice.fullScreenIntent)
        assertEquals(60_000, notice.timeoutAfter)
        assertEquals(NotificationManager.IMPORTANCE_HIGH, manager.getNotificationChannel(notice.channelId).importance)
    }

    @Test
    fun `while it rings it is posted again after 4,5 and after 9 seconds`() {
        call()
        rings()
        warned.pass(4)
        assertEquals(1, warned.posts().size)
        warned.pass(1)
        assertEquals(1, warned.posts().size)
        warned.pass(3)
        assertEquals(0, warned.posts().size)
        warned.pass(1)
        assertEquals(1, warned.posts().size)
        warned.pass(60)
        assertEquals(0, warned.posts().size)
        assertEquals("one notice in all", 1, warned.notices().size)
    }

    @Test
    fun `all three times are heard before Android freezes a process without a window`() {
        ShadowSettings.setCanDrawOverlays(false)
        call()
        rings()
        telecom.process.pass(60)
        assertEquals(3, warned.posts().size)
    }

    @Test
    fun `a process that was frozen before tells nobody again of a call that is over`() {
        call()
        rings()
        // A repeat is due next, and then a look.
        warned.pass(4)
        warned.posts()
        audio.mode = AudioManager.MODE_NORMAL
        line.setCallState(TelephonyManager.CALL_STATE_IDLE)
        warned.freeze(10)
        assertEquals(0, warned.posts().size)
    }

    @Test
    fun `a main thread that is busy with the next call keeps no repeat back`() {
        call()
        rings()
        warned.posts()
        // This thread, the main one, does nothing else than wait.
        ShadowSystemClock.advanceBy(Duration.ofSeconds(6))
        Wait.asleep { Posts.seen.isNotEmpty() }
        assertEquals(1, warned.posts().size)
    }

    @Test
    fun `who answers or hangs up is not told again`() {
        call()
        rings()
        warned.pass(1)
        audio.mode = AudioManager.MODE_IN_CALL
        line.setCallState(TelephonyManager.CALL_STATE_OFFHOOK)
        warned.posts()
        warned.pass(30)
        assertEquals(0, warned.posts().size)
        assertEquals("it can be read while speaking", 1, warned.notices().size)
        audio.mode = AudioManager.MODE_NORMAL
        line.setCallState(TelephonyManager.CALL_STATE_IDLE)
        warned.pass(1)
        assertEquals(0, warned.notices().size)
    }

    @Test
    fun `on a silent phone it is posted again, too, and goes after a minute`() {
        audio.ringerMode = AudioManager.RINGER_MODE_SILENT
        call()
        if (Build.VERSION.SDK_INT <= Build.VERSION_CODES.R) line.setCallState(TelephonyManager.CALL_STATE_RINGING)
        warned.pass(13)
        assertEquals(List(3) { "ring_warning" }, warned.posts())
        line.setCallState(TelephonyManager.CALL_STATE_IDLE)
        warned.pass(48)
        assertEquals(0, warned.notices().size)
    }

    @Test
    fun `no notice has the number, and that of a locked phone has the order alone`() {
        call()
        assertTrue("298" !in warned.notices().single().everything())
        Notices(app).ended(NUMBER)
        keyguard.setKeyguardLocked(true)
        call()
        val notice = warned.notices().single()
        assertTrue("298" !in notice.everything())
        assertTrue("アメリカ" !in notice.everything())
        assertNull(notice.says(Notification.EXTRA_TEXT))
        assertEquals("nothing of it is hidden", Notification.VISIBILITY_PUBLIC, notice.visibility)
    }

    @Test
    fun `a phone that is unlocked while it rings is told more the next time`() {
        keyguard.setKeyguardLocked(true)
        call()
        rings()
        keyguard.setKeyguardLocked(false)
        warned.pass(7)
        assertNotNull(warned.notices().single().says(Notification.EXTRA_TEXT))
    }

    @Test
    fun `a phone that rings speaks`() {
        call()
        val channel = manager.getNotificationChannel(warned.notices().single().channelId)
        assertEquals("android.resource://app.tomeru/raw/warning_voice", channel.sound.toString())
        assertEquals(android.media.AudioAttributes.USAGE_NOTIFICATION_RINGTONE, channel.audioAttributes.usage)
        assertTrue(!channel.shouldVibrate())
        app.resources.openRawResource(app.resources.getIdentifier("warning_voice", "raw", "app.tomeru")).use {
            assertEquals("OggS", String(it.readNBytes(4)))
        }
    }

    private fun channel(): String {
        call()
        return warned.notices().single().channelId.also { Notices(app).ended(NUMBER) }
    }

    @Test
    fun `it does not speak where the ringer is off, where nobody is to be disturbed, or where nobody wants it`() {
        assertEquals("ring_voice", channel())
        for (mode in listOf(AudioManager.RINGER_MODE_VIBRATE, AudioManager.RINGER_MODE_SILENT)) {
            audio.ringerMode = mode
            assertEquals("ring_warning", channel())
        }
        audio.ringerMode = AudioManager.RINGER_MODE_NORMAL
        for (filter in listOf(
            NotificationManager.INTERRUPTION_FILTER_ALARMS,
            NotificationManager.INTERRUPTION_FILTER_NONE,
        )) {
            manager.setInterruptionFilter(filter)
            assertEquals("ring_warning", channel())
        }
        manager.setInterruptionFilter(NotificationManager.INTERRUPTION_FILTER_PRIORITY)
        assertEquals("ring_voice", channel())
        WarnVoice(app).isWanted = false
        assertEquals("ring_warning", channel())
    }

    @Test
    fun `it says nothing that is not true of the call`() {
        // It is forged, or from a list, but perhaps not international.
        Chosen.preset(app, Preset.WARN) { policy ->
            policy.copy(ownActions = listOf(OwnAction(Kind.DISGUISED_DOMESTIC, Action.WARN)))
        }
        call("tel:%2B1800335814321")
        val notice = warned.notices().single()
        assertEquals("ring_warning", notice.channelId)
        assertEquals("にせの番号です", notice.says(Notification.EXTRA_TEXT))
        Notices(app).ended("+1800335814321")
    }

    @Test
    fun `a police number is told as one that may be forged, and whom to call instead`() {
        for ((number, order, kind) in listOf(
            Triple("0335814321", "警察とは限りません", "警察の番号が出ています"),
            Triple("110", "本物とは限りません", "110番などの番号が出ています"),
        )) {
            call("tel:$number")
            val notice = warned.notices().single()
            assertEquals("ring_warning", notice.channelId)
            assertEquals(order, notice.says(Notification.EXTRA_TITLE))
            assertEquals(kind, notice.says(Notification.EXTRA_TEXT))
            assertTrue("お金やLINEの話をされたら、切って、自分で調べた番号か #9110 へ" in notice.everything())
            val where = warned.windows().single().requireViewById<TextView>(R.id.notice_where).text
            assertTrue("$where", where.filter(Char::isDigit).endsWith(number.removePrefix("0")))
            assertFalse("an area would make it look real", "東京" in notice.everything() || "東京" in where)
            Notices(app).ended(number)
        }
    }

    @Test
    fun `without notices the overlay comes, and says nothing of it`() {
        Posts.isBroken = true
        call()
        assertEquals(1, warned.windows().size)
        assertEquals(0, warned.notices().size)
        // What can be shown later is.
        Posts.isBroken = false
        rings()
        warned.pass(7)
        assertEquals(1, warned.notices().size)
    }

    /** An Android in which [service] is broken. */
    private fun without(service: String): Context = object : ContextWrapper(app) {
        override fun getApplicationContext() = this

        override fun getSystemService(name: String): Any? {
            check(name != service) { "$name is broken" }
            return super.getSystemService(name)
        }

        override fun createDisplayContext(display: android.view.Display): Context {
            check(service != WINDOW_SERVICE)
            return super.createDisplayContext(display)
        }
    }

    @Test
    fun `whatever of Android is broken, the rest warns`() {
        call()
        val record = Phone(app).lastRecord()
        Notices(app).ended(NUMBER)
        for (service in listOf(
            Context.NOTIFICATION_SERVICE to (1 to 0),
            Context.WINDOW_SERVICE to (0 to 1),
            Context.KEYGUARD_SERVICE to (1 to 1),
            Context.AUDIO_SERVICE to (1 to 1),
            Context.TELEPHONY_SERVICE to (1 to 1),
        )) {
            val (name, shown) = service
            Notices(without(name)).atOnce(record)
            assertEquals(name, shown, warned.windows().size to warned.notices().size)
            warned.pass(62)
            assertEquals("$name: it ends all the same", 0 to 0, warned.windows().size to warned.notices().size)
        }
    }

    private companion object {
        const val NUMBER = "+18442980122"
    }
}
