// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.home

import android.Manifest.permission.READ_CONTACTS
import android.app.NotificationManager
import android.os.Build
import android.provider.Settings
import android.view.ViewGroup
import app.tomeru.R
import app.tomeru.hooks.Hook
import app.tomeru.hooks.Hooks
import app.tomeru.notice.Rehearsal
import app.tomeru.platform.systemService
import app.tomeru.settings.SettingsStore
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.setup.Setup
import app.tomeru.ui.setup.SetupActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSettings

/** A screen tells how a call is warned of on this phone, and lets the family try it. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 35], qualifiers = "ja-rJP")
class WaysActivityTest : ScreenTest() {
    private fun shown() = open<WaysActivity>().also { screen ->
        Wait.until { screen.requireViewById<ViewGroup>(R.id.ways).childCount == 3 }
    }

    private fun waits() = open<WaitActivity>().also { Wait.idle() }.shows(R.id.pass_card)

    private fun WaysActivity.ways() = texts(requireViewById<ViewGroup>(R.id.ways)).map(::unglued)

    @Test
    fun `each way is on or off, and when it was last seen is told`() {
        ShadowSettings.setCanDrawOverlays(false)
        val without = shown()
        assertEquals("大きな注意：出ません", without.ways().first())
        without.press(R.id.overlay_allow)
        assertEquals(Settings.ACTION_MANAGE_OVERLAY_PERMISSION, without.opened().action)
        ShadowSettings.setCanDrawOverlays(true)
        Hooks(app).fired(Hook.OVERLAY_DRAWN_LOCKED)
        assertEquals("Android may have hidden it", "まだ使われていません", shown().ways()[1])
        Hooks(app).fired(Hook.OVERLAY_DRAWN)
        val with = shown()
        assertTrue(!with.shows(R.id.overlay_allow))
        val ways = with.ways()
        assertEquals(listOf("大きな注意：出ます", "最後に出たのは、1月15日 8時00分", "お知らせ：出ます", "まだ使われていません"), ways.take(4))
        shadowOf(app.systemService<NotificationManager>()).setNotificationsEnabled(false)
        assertTrue("お知らせ：出ません" in shown().ways())
    }

    @Test
    fun `while every call rings none is warned of, and there is nothing to let ring`() {
        ShadowSettings.setCanDrawOverlays(true)
        Hooks(app).fired(Hook.OVERLAY_DRAWN)
        val works = shown()
        assertTrue("大きな注意：出ます" in works.ways() && waits())
        val store = SettingsStore(app)
        store.change { it.copy(policy = it.policy.copy(paused = true)) }
        val paused = shown()
        val names = listOf("大きな注意：出ません", "お知らせ：出ません", "国際電話のときの声：出ません")
        assertEquals(names, paused.ways().filter { "：" in it })
        assertTrue("nor when it was last seen", paused.ways().none { "最後に" in it })
        assertFalse(waits() || paused.shows(R.id.rehearse))
        store.change { it.copy(policy = it.policy.copy(paused = false)) }
        app.getSharedPreferences("setup", 0).edit().putBoolean("done", true).commit()
        roles.lose()
        val notChosen = shown()
        assertEquals(names, notChosen.ways().filter { "：" in it })
        assertFalse(waits())
    }

    @Test
    fun `contacts that may not be seen are a calm line, and asked for only at the press of its button`() {
        // They were refused in set-up; what is taken away later is another matter.
        shadowOf(app).denyPermissions(READ_CONTACTS)
        val screen = shown()
        val says = Build.VERSION.SDK_INT > Build.VERSION_CODES.Q
        assertEquals("Android 10 tells it as a part that is missing", says, screen.shows(R.id.contacts_unseen))
        assertEquals("nobody is asked by the screen itself", null, shadowOf(screen).lastRequestedPermission)
        if (!says) return
        screen.press(R.id.contacts_allow)
        assertEquals(
            listOf(READ_CONTACTS),
            shadowOf(screen).lastRequestedPermission.requestedPermissions.toList(),
        )
        shadowOf(app).grantPermissions(READ_CONTACTS)
        assertTrue(!shown().shows(R.id.contacts_unseen))
    }

    @Test
    fun `a rehearsal is begun and ended here, and at the end of set-up`() {
        val screen = shown()
        screen.press(R.id.rehearse)
        Wait.until { screen.shows(R.id.rehearsal_state) }
        assertTrue(Rehearsal(app).isOn)
        assertTrue(
            unglued(screen.text(R.id.rehearsal_state)),
            unglued(screen.text(R.id.rehearsal_state)).endsWith("8時10分まで待ちます。"),
        )
        screen.press(R.id.rehearse)
        Wait.until { !screen.shows(R.id.rehearsal_state) }
        assertTrue(!Rehearsal(app).isOn)
        Setup(app).current = Setup.Step.END
        val setup = open<SetupActivity>()
        setup.press(R.id.setup_rehearse)
        assertTrue(Rehearsal(app).isOn)
        val stranger = Build.VERSION.SDK_INT == Build.VERSION_CODES.Q
        assertEquals("on Android 10 contacts may not reach the app", stranger, "連絡先に入れていない" in setup.text(R.id.message))
        phone.at(Phone.NOW + Rehearsal.LASTS_MILLIS)
        assertTrue(!Rehearsal(app).isOn)
    }
}
