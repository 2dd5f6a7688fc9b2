// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Application
import android.content.Intent
import android.media.AudioManager
import android.net.Uri
import android.os.Build
import android.telecom.TelecomManager
import android.telephony.TelephonyManager
import android.view.Gravity
import android.view.View
import android.view.WindowManager.LayoutParams
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Preset
import app.tomeru.platform.systemService
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Posts
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Warned
import app.tomeru.ui.aftercall.AfterCallActivity
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Assume.assumeTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSettings

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 35], qualifiers = "ja-rJP-w411dp-h891dp", shadows = [Posts::class])
class OverlayTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val warned = Warned(app)
    private val audio = app.systemService<AudioManager>()
    private val line = shadowOf(app.systemService<TelephonyManager>())
    private val hasLine = Build.VERSION.SDK_INT <= Build.VERSION_CODES.R

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.WARN)
        FakeContacts.install()
        ShadowSettings.setCanDrawOverlays(true)
    }

    @After
    fun end() {
        Notices(app).ended(NUMBER)
        Posts.repair()
    }

    private fun call(number: String = NUMBER) =
        assertTrue(telecom.screen(FakeCall("tel:" + number.replace("+", "%2B"))).rings)

    private fun rings() = sound(AudioManager.MODE_RINGTONE, TelephonyManager.CALL_STATE_RINGING)

    private fun speaks() = sound(AudioManager.MODE_IN_CALL, TelephonyManager.CALL_STATE_OFFHOOK)

    private fun over() = sound(AudioManager.MODE_NORMAL, TelephonyManager.CALL_STATE_IDLE)

    private fun sound(mode: Int, state: Int) {
        audio.mode = mode
        line.setCallState(state)
    }

    private fun text(id: Int) = warned.windows().single().requireViewById<TextView>(id).text.toString()

    private fun flag(flag: Int) = warned.place().flags and flag != 0

    private fun close() = warned.windows().single().requireViewById<Button>(R.id.notice_close).performClick()

    @Test
    @Suppress("DEPRECATION") // FLAG_SHOW_WHEN_LOCKED
    fun `it lies over the call's screen, over that of a locked phone too, and takes no focus`() {
        call()
        assertEquals(LayoutParams.TYPE_APPLICATION_OVERLAY, warned.place().type)
        assertTrue(flag(LayoutParams.FLAG_SHOW_WHEN_LOCKED))
        assertTrue(flag(LayoutParams.FLAG_NOT_FOCUSABLE))
        assertTrue(flag(LayoutParams.FLAG_LAYOUT_IN_SCREEN))
        assertTrue("the phone is not woken", !flag(LayoutParams.FLAG_TURN_SCREEN_ON))
        assertEquals(Gravity.CENTER, warned.place().gravity)
        assertEquals("出ないでください", text(R.id.notice_title))
        assertEquals("国際電話です", text(R.id.notice_kind))
    }

    @Test
    fun `it is as high as two fifths of the screen at most, with its sign`() {
        call()
        warned.settle()
        val view = warned.windows().single()
        assertTrue("it is measured", view.height > 0)
        assertTrue("${view.height}", view.height <= app.resources.displayMetrics.heightPixels * 2 / 5)
        val sign = view.requireViewById<View>(R.id.notice_icon)
        assertTrue(sign.isShown && sign.width > 0)
    }

    @Test
    fun `it stays while the call rings, is a line at the top while it is spoken, and goes when it ends`() {
        call()
        rings()
        warned.pass(30)
        assertEquals(1, warned.windows().size)
        speaks()
        warned.pass(1)
        assertEquals(Gravity.TOP or Gravity.CENTER_HORIZONTAL, warned.place().gravity)
        assertTrue("below the status bar", !flag(LayoutParams.FLAG_LAYOUT_IN_SCREEN))
        assertEquals("お金やLINEの話なら、切ってください", text(R.id.notice_title))
        warned.pass(600)
        assertEquals(1, warned.windows().size)
        over()
        warned.pass(1)
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `a silent phone shows it for a minute, and no longer`() {
        // On 10 and 11 the line tells that it rings.
        call()
        if (hasLine) line.setCallState(TelephonyManager.CALL_STATE_RINGING)
        warned.pass(58)
        assertEquals(1, warned.windows().size)
        if (hasLine) line.setCallState(TelephonyManager.CALL_STATE_IDLE)
        warned.pass(3)
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `on Android 10 and 11 the line ends it on a silent phone at once`() {
        assumeTrue(hasLine)
        call()
        line.setCallState(TelephonyManager.CALL_STATE_RINGING)
        warned.pass(5)
        line.setCallState(TelephonyManager.CALL_STATE_IDLE)
        warned.pass(1)
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `after hours in which the process was frozen it is gone with the first look`() {
        call()
        rings()
        warned.pass(2)
        assertEquals(1, warned.windows().size)
        warned.freeze(5 * 60 * 60)
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `so it is where another call is spoken by then`() {
        call()
        speaks()
        warned.pass(2)
        warned.freeze(5 * 60 * 60)
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `Telecom's word ends it and the notice before anything else is done`() {
        call()
        rings()
        warned.pass(2)
        val intent = Intent(TelecomManager.ACTION_POST_CALL)
            .putExtra(TelecomManager.EXTRA_HANDLE, Uri.fromParts("tel", NUMBER, null))
        // Before what it reads beside the main thread is there.
        Robolectric.buildActivity(AfterCallActivity::class.java, intent).create()
        assertEquals(0 to 0, warned.windows().size to warned.notices().size)
    }

    @Test
    fun `what another app says of other calls ends nothing`() {
        call()
        for (handle in listOf(null, Uri.fromParts("tel", "+18005550100", null))) {
            val intent = Intent(TelecomManager.ACTION_POST_CALL).putExtra(TelecomManager.EXTRA_HANDLE, handle)
            Robolectric.buildActivity(AfterCallActivity::class.java, intent).create()
            assertEquals(1 to 1, warned.windows().size to warned.notices().size)
        }
    }

    @Test
    fun `it can be closed, and takes the notice along`() {
        call()
        close()
        assertEquals(0, warned.windows().size)
        assertEquals(0, warned.notices().size)
        warned.posts()
        warned.pass(20)
        assertEquals("nothing comes back", emptyList<String>(), warned.posts())
    }

    @Test
    fun `a second call is told in the same window`() {
        call()
        val first = warned.windows().single()
        speaks()
        warned.pass(1)
        call("+639171234567")
        assertTrue(first === warned.windows().single())
        assertEquals("出ないでください", text(R.id.notice_title))
        assertTrue(text(R.id.notice_where), text(R.id.notice_where).startsWith("フィリピン"))
        assertEquals(Gravity.CENTER, warned.place().gravity)
        // The end of the first call is not that of the second.
        Notices(app).ended(NUMBER)
        assertEquals(1, warned.windows().size)
        Notices(app).ended("+639171234567")
        assertEquals(0, warned.windows().size)
    }

    @Test
    fun `after one was closed the next call has its own`() {
        call()
        close()
        warned.pass(100)
        call()
        assertEquals(1, warned.windows().size)
    }

    @Test
    fun `who did not ask for it does not get it`() {
        ShadowSettings.setCanDrawOverlays(false)
        call()
        assertEquals(0, warned.windows().size)
    }

    private companion object {
        const val NUMBER = "+18442980122"
    }
}
