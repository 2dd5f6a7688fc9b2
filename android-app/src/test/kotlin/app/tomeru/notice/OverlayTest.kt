// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Application
import android.media.AudioManager
import android.os.Looper
import android.view.View
import android.view.WindowManager
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.circumstances.systemService
import app.tomeru.core.Preset
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowSettings
import org.robolectric.shadows.ShadowWindowManagerImpl
import java.time.Duration

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 33, 35], qualifiers = "ja-rJP")
class OverlayTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val audio = app.systemService<AudioManager>()

    @Before
    fun asSetUp() {
        Chosen.preset(app, Preset.WARN)
        FakeContacts.install()
        ShadowSettings.setCanDrawOverlays(true)
        audio.mode = AudioManager.MODE_RINGTONE
    }

    private fun views(): List<View> {
        val windows: ShadowWindowManagerImpl = Shadow.extract(app.systemService<WindowManager>())
        return windows.views
    }

    private fun pass(seconds: Long) = shadowOf(Looper.getMainLooper()).idleFor(Duration.ofSeconds(seconds))

    private fun call() = assertTrue(telecom.screen(FakeCall("tel:%2B18442980122")).rings)

    @Test
    fun `it stays while the call rings and is spoken, and goes when it ends`() {
        call()
        val view = views().single()
        assertEquals("国際電話です。\n出ないでください", view.requireViewById<TextView>(R.id.notice_title).text.toString())
        pass(30)
        assertEquals(1, views().size)
        audio.mode = AudioManager.MODE_IN_CALL
        pass(600)
        assertEquals(1, views().size)
        audio.mode = AudioManager.MODE_NORMAL
        pass(1)
        assertEquals(0, views().size)
    }

    @Test
    fun `on a silent phone it goes after a while`() {
        audio.mode = AudioManager.MODE_NORMAL
        call()
        pass(30)
        assertEquals(1, views().size)
        pass(20)
        assertEquals(0, views().size)
    }

    @Test
    fun `it can be closed, and a second call replaces it`() {
        call()
        call()
        views().single().requireViewById<Button>(R.id.notice_close).performClick()
        assertEquals(0, views().size)
        pass(600)
        call()
        assertEquals(1, views().size)
        views().single().requireViewById<Button>(R.id.notice_close).performClick()
    }

    @Test
    fun `who did not ask for it does not get it`() {
        ShadowSettings.setCanDrawOverlays(false)
        call()
        assertEquals(0, views().size)
    }
}
