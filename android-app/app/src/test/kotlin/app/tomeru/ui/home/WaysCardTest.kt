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

/** The first screen tells how a call is warned of on this phone, and lets the family try it. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 35], qualifiers = "ja-rJP")
class WaysCardTest : ScreenTest() {
    private fun home() = open<HomeActivity>().also { home ->
        Wait.until { home.text(R.id.state) != "" && home.requireViewById<ViewGroup>(R.id.ways).childCount == 3 }
    }

    private fun HomeActivity.ways() = texts(requireViewById<ViewGroup>(R.id.ways)).map(::unglued)

    @Test
    fun `each way is on or off, and when it was last seen is told`() {
        ShadowSettings.setCanDrawOverlays(false)
        val without = home()
        assertEquals("大きな注意：出ません", without.ways().first())
        without.press(R.id.overlay_allow)
        assertEquals(Settings.ACTION_MANAGE_OVERLAY_PERMISSION, without.opened().action)
        ShadowSettings.setCanDrawOverlays(true)
        Hooks(app).fired(Hook.OVERLAY_DRAWN_LOCKED)
        assertEquals("Android may have hidden it", "まだ使われていません", home().ways()[1])
        Hooks(app).fired(Hook.OVERLAY_DRAWN)
        val with = home()
        assertTrue(!with.shows(R.id.overlay_allow))
        val ways = with.ways()
        assertEquals(listOf("大きな注意：出ます", "最後に出たのは、1月15日 8時00分", "お知らせ：出ます", "まだ使われていません"), ways.take(4))
        shadowOf(app.systemService<NotificationManager>()).setNotificationsEnabled(false)
        assertTrue("お知らせ：出ません" in home().ways())
    }

    @Test
    fun `while every call rings none is warned of, and there is nothing to let ring`() {
        ShadowSettings.setCanDrawOverlays(true)
        Hooks(app).fired(Hook.OVERLAY_DRAWN)
        val works = home()
        assertTrue("大きな注意：出ます" in works.ways() && works.shows(R.id.pass_card))
        val store = SettingsStore(app)
        store.change { it.copy(policy = it.policy.copy(paused = true)) }
        val paused = home()
        val names = listOf("大きな注意：出ません", "お知らせ：出ません", "国際電話のときの声：出ません")
        assertEquals(names, paused.ways().filter { "：" in it })
        assertTrue("nor when it was last seen", paused.ways().none { "最後に" in it })
        assertFalse(paused.shows(R.id.pass_card) || paused.shows(R.id.rehearse))
        store.change { it.copy(policy = it.policy.copy(paused = false)) }
        app.getSharedPreferences("setup", 0).edit().putBoolean("done", true).commit()
        roles.lose()
        val notChosen = home()
        assertEquals(names, notChosen.ways().filter { "：" in it })
        assertFalse(notChosen.shows(R.id.pass_card))
    }

    @Test
    fun `contacts that may not be seen are a calm line, and asked for only at the press of its button`() {
        // They were refused in set-up; what is taken away later is another matter.
        shadowOf(app).denyPermissions(READ_CONTACTS)
        val home = home()
        val says = Build.VERSION.SDK_INT > Build.VERSION_CODES.Q
        assertEquals("Android 10 tells it as a part that is missing", says, home.shows(R.id.contacts_unseen))
        assertEquals("nobody is asked by the screen itself", null, shadowOf(home).lastRequestedPermission)
        if (!says) return
        assertEquals("守られています", home.text(R.id.state))
        home.press(R.id.contacts_allow)
        assertEquals(
            listOf(READ_CONTACTS),
            shadowOf(home).lastRequestedPermission.requestedPermissions.toList(),
        )
        shadowOf(app).grantPermissions(READ_CONTACTS)
        assertTrue(!home().shows(R.id.contacts_unseen))
    }

    @Test
    fun `a rehearsal is begun and ended here, and at the end of set-up`() {
        val home = home()
        home.press(R.id.rehearse)
        assertTrue(Rehearsal(app).isOn)
        assertTrue(
            unglued(home.text(R.id.rehearsal_state)),
            unglued(home.text(R.id.rehearsal_state)).endsWith("8時10分まで待ちます。"),
        )
        home.press(R.id.rehearse)
        assertTrue(!Rehearsal(app).isOn && !home.shows(R.id.rehearsal_state))
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
