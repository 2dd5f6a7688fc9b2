// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.app.KeyguardManager
import android.app.Notification
import android.app.NotificationManager
import android.os.Build
import android.os.Looper
import app.tomeru.core.Preset
import app.tomeru.pass.TimedPass
import app.tomeru.platform.systemService
import app.tomeru.settings.SettingsStore
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.title
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** Whoever finds the phone locked changes nothing by the buttons of notices. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 35], qualifiers = "ja-rJP")
class LockedPhoneTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val manager = app.systemService<NotificationManager>()
    private val keyguard = shadowOf(app.systemService<KeyguardManager>())

    @Before
    fun setUp() {
        Phone(app)
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
    }

    private fun lock(locked: Boolean) {
        keyguard.setKeyguardLocked(locked)
        keyguard.setIsDeviceLocked(locked)
    }

    private fun policy() = SettingsStore(app).load().settings.policy

    private fun notice(button: String): Notification = shadowOf(manager).allNotifications
        .single { notice -> notice.actions.orEmpty().any { it.title.toString() == button } }

    /**
     * A press as SystemUI passes it on: a broadcast at once, lock screen or not; one that asks for the unlock only
     * after that (AOSP, `StatusBarRemoteInputCallback.handleRemoteViewClick`).
     */
    private fun press(button: String): Boolean {
        val action = notice(button).actions.single { it.title.toString() == button }
        val asks = Build.VERSION.SDK_INT >= Build.VERSION_CODES.S && action.isAuthenticationRequired
        if (asks && app.systemService<KeyguardManager>().isDeviceLocked) return false
        action.actionIntent.send()
        shadowOf(Looper.getMainLooper()).idle()
        Wait.until { Thread.getAllStackTraces().keys.none { it.name == "notice" } }
        return true
    }

    private fun titles() = shadowOf(manager).allNotifications.map(Notification::title)

    @Test
    fun `a pass stays as it is until the phone is unlocked, and the notice with its button stays, too`() {
        TimedPass(app).startForAnHour()
        lock(true)
        val arrived = press(END)
        assertEquals("who waits for a call goes on waiting", 1, policy().passes.size)
        assertEquals("whoever pressed is told why", arrived, titles().any { it.startsWith("ロックを外して") })
        lock(false)
        press(END)
        assertEquals(0, policy().passes.size)
    }

    @Test
    fun `no button of another notice does anything before a screen is there`() {
        telecom.screen(FakeCall("tel:%2B639171234567"))
        val buttons = shadowOf(manager).allNotifications.flatMap { it.actions.orEmpty().toList() }
        assertTrue(buttons.isNotEmpty() && buttons.all { shadowOf(it.actionIntent).isActivity })
    }

    private companion object {
        const val END = "今すぐ、もとに戻す"
    }
}
