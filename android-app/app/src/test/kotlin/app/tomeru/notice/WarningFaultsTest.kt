// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.Application
import android.app.KeyguardManager
import android.app.Notification
import android.media.AudioManager
import android.telephony.TelephonyManager
import android.view.View
import android.view.ViewGroup
import android.view.WindowManager.LayoutParams
import android.widget.Button
import android.widget.FrameLayout
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Preset
import app.tomeru.fault.FaultLog
import app.tomeru.platform.systemService
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Posts
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Warned
import app.tomeru.support.test
import app.tomeru.ui.aftercall.AfterCallActivity
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSettings

/** What was wrong with warnings on a real phone, each as Android's sources say it happens. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 35], shadows = [Posts::class])
class WarningFaultsTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val warned = Warned(app)
    private val audio = app.systemService<AudioManager>()
    private val line = shadowOf(app.systemService<TelephonyManager>())

    @Before
    fun asSetUp() {
        Chosen.preset(app, Preset.WARN)
        FakeContacts.install()
        shadowOf(app).grantPermissions(POST_NOTIFICATIONS)
        ShadowSettings.setCanDrawOverlays(true)
    }

    @After
    fun end() {
        warned.windows().forEach { it.requireViewById<Button>(R.id.notice_close).performClick() }
        Posts.repair()
    }

    private val foreign = FakeCall("tel:%2B18442980122")

    private fun call() = assertTrue(telecom.screen(foreign).rings)

    /** The call is over, and Telecom says so where it does. */
    private fun endCall() {
        val word = telecom.end(foreign) ?: return
        Robolectric.buildActivity(AfterCallActivity::class.java, word).setup()
    }

    @Test
    @Suppress("DEPRECATION") // its replacement is for activities
    fun `1, a locked phone - the window is seen when the call's screen covers the lock screen`() {
        call()
        assertTrue(warned.place().flags and LayoutParams.FLAG_SHOW_WHEN_LOCKED != 0)
    }

    @Test
    fun `1, a notice that throws - the window is there all the same`() {
        Posts.isBroken = true
        call()
        assertEquals(1, warned.windows().size)
    }

    @Test
    fun `2, a frozen process - the window is gone at the first look, whatever call is spoken by then`() {
        audio.mode = AudioManager.MODE_RINGTONE
        call()
        warned.pass(2)
        audio.mode = AudioManager.MODE_IN_CALL
        warned.freeze(5 * 60 * 60)
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `2, a silent phone - the window goes when the call does`() {
        audio.mode = AudioManager.MODE_NORMAL
        call()
        line.setCallState(TelephonyManager.CALL_STATE_RINGING)
        warned.pass(5)
        assertEquals(1, warned.windows().size)
        line.setCallState(TelephonyManager.CALL_STATE_IDLE)
        endCall()
        warned.pass(1)
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `a window that nobody can look after - it goes after its minute`() {
        call()
        val record = Phone(app).lastRecord()
        app.test.time.set({ Phone.NOW }, { error("no clock") })
        WarnedCall.begin(app, record)
        assertEquals(1, warned.windows().size)
        Phone(app).repair()
        warned.pass(61)
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `a hidden caller's warning - another call's end does not end it`() {
        val warns = listOf(OwnAction(Kind.HIDDEN_UNKNOWN, Action.WARN))
        Chosen.preset(app, Preset.WARN) { it.copy(ownActions = warns) }
        assertTrue(telecom.screen(FakeCall(null)).rings)
        assertEquals(1, warned.windows().size)
        Notices(app).ended("+18442980122")
        assertEquals(1, warned.windows().size)
        Notices(app).ended(null)
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `a card that cannot be fitted - it is measured all the same`() {
        val card = WarningCard(app, null)
        card.measure(View.MeasureSpec.makeMeasureSpec(320, View.MeasureSpec.EXACTLY), 0)
        assertEquals(320, card.measuredWidth)
        assertEquals(listOf(Fault.NOTICE_FAILED), FaultLog(app).unseen().map { it.fault })
    }

    @Test
    fun `8, the lock screen - the warning of a locked phone has no number anywhere`() {
        shadowOf(app.systemService<KeyguardManager>()).setKeyguardLocked(true)
        call()
        val notice = warned.notices().single()
        assertTrue(everything(notice), "2980122" !in everything(notice).filter(Char::isDigit))
    }

    @Suppress("DEPRECATION") // the views that were given, not those that a template makes of them
    private fun everything(notice: Notification): String {
        val extras = notice.extras.keySet().joinToString { notice.extras.get(it).toString() }
        val views = with(notice) { listOfNotNull(contentView, headsUpContentView, bigContentView) }
        return extras + views.joinToString { texts(it.apply(app, FrameLayout(app))) }
    }

    private fun texts(view: View): String = when (view) {
        is ViewGroup -> (0 until view.childCount).joinToString { texts(view.getChildAt(it)) }
        is TextView -> view.text.toString()
        else -> ""
    }
}
