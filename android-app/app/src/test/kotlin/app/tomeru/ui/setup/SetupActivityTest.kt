// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.setup

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_DENIED
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Build
import android.provider.Settings
import android.view.ViewGroup
import android.window.OnBackInvokedCallback
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Preset
import app.tomeru.platform.systemService
import app.tomeru.support.FakeCall
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.says
import app.tomeru.support.title
import app.tomeru.ui.home.HomeActivity
import app.tomeru.ui.setup.Setup.Step
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSettings
import org.robolectric.util.ReflectionHelpers

/** From the first start to a protected phone. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 35], qualifiers = "ja-rJP")
class SetupActivityTest : ScreenTest() {
    private val asksForNotices = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU
    private val asksForOverlay = Build.VERSION.SDK_INT == Build.VERSION_CODES.Q

    @Before
    fun asInstalled() {
        roles.lose()
        shadowOf(app).denyPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
        ShadowSettings.setCanDrawOverlays(false)
        // Robolectric does not read enableOnBackInvokedCallback of the manifest.
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            val enabled = ReflectionHelpers.ClassParameter.from(Boolean::class.java, true)
            ReflectionHelpers.callInstanceMethod<Unit>(app.applicationInfo, "setEnableOnBackInvokedCallback", enabled)
        }
    }

    private fun notices() = shadowOf(app.systemService<NotificationManager>()).allNotifications

    /** What the page tells beneath its title. */
    private fun SetupActivity.told() = texts(requireViewById(R.id.setup_points)).joinToString("\n")

    private fun SetupActivity.at(step: Step) = assertEquals(step, Setup(this).current)

    private fun SetupActivity.answerRole(held: Boolean) {
        press(R.id.setup_primary)
        val asked = checkNotNull(shadowOf(this).nextStartedActivityForResult)
        // Whoever reads the question needs a while.
        phone.at(Phone.NOW + 5_000)
        if (held) roles.hold()
        shadowOf(this).receiveResult(asked.intent, if (held) Activity.RESULT_OK else Activity.RESULT_CANCELED, Intent())
    }

    private fun SetupActivity.answerPermission(wanted: String, granted: Boolean) {
        press(R.id.setup_primary)
        assertEquals(listOf(wanted), shadowOf(this).lastRequestedPermission.requestedPermissions.toList())
        if (granted) shadowOf(app).grantPermissions(wanted)
        val result = if (granted) PERMISSION_GRANTED else PERMISSION_DENIED
        onRequestPermissionsResult(0, arrayOf(wanted), intArrayOf(result))
    }

    private fun SetupActivity.refuse(permission: String) {
        answerPermission(permission, granted = false)
        awaitMessage("まだ許可されていません。もう一度試すか、「あとで」を押してください。")
        press(R.id.setup_second)
    }

    /** The page about the overlay: Android 10 has a switch to be set, later ones only tell. */
    private fun ActivityController<SetupActivity>.passOverlay(allow: Boolean) {
        val setup = get()
        setup.at(Step.OVERLAY)
        assertEquals("鳴っている電話の画面に、大きな注意を出します。", setup.text(R.id.setup_title))
        if (!asksForOverlay) return setup.press(R.id.setup_primary)
        if (!allow) return setup.press(R.id.setup_second)
        setup.press(R.id.setup_primary)
        assertEquals(Settings.ACTION_MANAGE_OVERLAY_PERMISSION, setup.opened().action)
        pause()
        ShadowSettings.setCanDrawOverlays(true)
        resume()
    }

    /** The callback that Android 13 and later would call when the person goes back. */
    private fun SetupActivity.backCallback(): Any? = ReflectionHelpers.callInstanceMethod<Any?>(
        window.decorView.findOnBackInvokedDispatcher(),
        "getTopCallback",
    )

    private fun SetupActivity.isListeningForBack() = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU &&
        backCallback()?.javaClass?.name.orEmpty().startsWith(SetupActivity::class.java.name)

    /** Goes back by the system's own way. */
    @Suppress("DEPRECATION") // the way of Android 12 and earlier
    private fun SetupActivity.goBack() {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return onBackPressed()
        assertTrue("${backCallback()}", isListeningForBack())
        (backCallback() as OnBackInvokedCallback).onBackInvoked()
    }

    @Test
    fun `from install to protected`() {
        assertTrue(open<HomeActivity>().opened().component!!.className == SetupActivity::class.java.name)
        val controller = start<SetupActivity>()
        val setup = controller.get()
        val steps = if (asksForNotices) 7 else 6
        assertEquals("${steps}つのうち1つめ", setup.text(R.id.setup_progress))
        assertTrue("there is nothing to go back to", !setup.shows(R.id.back))
        assertEquals(steps, setup.requireViewById<ViewGroup>(R.id.setup_bars).childCount)
        assertEquals("知らない人からの国際電話を止めて、詐欺を防ぎます。", setup.text(R.id.setup_title))
        assertTrue(!setup.shows(R.id.setup_second))
        setup.press(R.id.setup_primary)
        assertEquals("${steps}つのうち2つめ", setup.text(R.id.setup_progress))
        assertEquals("止める（おすすめ）", setup.text(R.id.setup_primary))
        setup.press(R.id.setup_primary)
        Wait.until { Setup(setup).current > Step.PRESET }
        if (asksForNotices) setup.answerPermission(POST_NOTIFICATIONS, granted = true)
        controller.passOverlay(allow = true)
        val why = if (asksForOverlay) "許可しないと、連絡先の人かどうかわからない" else "許可しないと、番号の終わりが連絡先の人と同じだけの"
        assertTrue(setup.told(), setup.told().startsWith(why))
        setup.answerPermission(READ_CONTACTS, granted = true)
        assertEquals("次の画面で「とめる」を選びます。", setup.text(R.id.setup_title))
        assertTrue("what it replaces is said before", setup.told().endsWith("入れ替わります。"))
        assertTrue("the phone's question is drawn", setup.shows(R.id.role_picture))
        setup.answerRole(held = true)
        setup.at(Step.FIXED_LINE)
        assertEquals("${steps}つのうち${steps}つめ", setup.text(R.id.setup_progress))
        assertEquals("家に、固定電話はありますか。", setup.text(R.id.setup_title))
        setup.press(R.id.setup_second)
        setup.at(Step.END)
        assertEquals("準備ができました", setup.text(R.id.setup_title))
        Wait.until { setup.shows(R.id.setup_call) && notices().isNotEmpty() }
        assertTrue(setup.text(R.id.detail), setup.text(R.id.detail).startsWith("止めました"))
        assertEquals("アメリカ合衆国", setup.text(R.id.name))
        assertEquals(written("+12125550123"), setup.text(R.id.number))
        val notice = notices().single()
        assertEquals("国際電話を止めました", notice.title())
        assertEquals("試しの電話", notice.says(Notification.EXTRA_SUB_TEXT))
        assertTrue("a test must not change settings", notice.actions.isNullOrEmpty())
        assertTrue("a test is no call", phone.records().isEmpty())
        setup.press(R.id.setup_primary)
        assertEquals(HomeActivity::class.java.name, setup.opened().component?.className)
        val home = open<HomeActivity>()
        Wait.until { home.text(R.id.state) == "守られています" }
        assertTrue(Telecom().screen(FakeCall(phone.handle("+639171234567"))).reject)
    }

    @Test
    fun `the choice comes into force, whatever a family code has said of calls from abroad`() {
        val silent = OwnAction(Kind.HIDDEN_RESTRICTED, Action.SILENCE)
        store.change {
            it.copy(policy = it.policy.copy(ownActions = listOf(OwnAction(Kind.INTERNATIONAL, Action.ALLOW), silent)))
        }
        val setup = start<SetupActivity>().get()
        setup.press(R.id.setup_primary)
        setup.press(R.id.setup_second)
        Wait.until { Setup(setup).current > Step.PRESET }
        val policy = store.load().settings.policy
        assertEquals(Preset.WARN to listOf(silent), policy.preset to policy.ownActions)
    }

    @Test
    fun `whatever is refused, it goes on, and the first screen says what is missing`() {
        val controller = start<SetupActivity>()
        val setup = controller.get()
        setup.press(R.id.setup_primary)
        setup.press(R.id.setup_second)
        Wait.until { Setup(setup).current > Step.PRESET }
        assertEquals(Preset.WARN, store.load().settings.policy.preset)
        if (asksForNotices) setup.refuse(POST_NOTIFICATIONS)
        controller.passOverlay(allow = false)
        setup.refuse(READ_CONTACTS)
        setup.answerRole(held = false)
        setup.awaitMessage("まだ選ばれていません。もう一度選ぶか、「あとで」を押してください。")
        setup.press(R.id.setup_second)
        setup.at(Step.FIXED_LINE)
        setup.press(R.id.setup_second)
        setup.at(Step.END)
        assertEquals("まだ電話を守れません", setup.text(R.id.setup_title))
        Wait.until { setup.shows(R.id.setup_call) }
        assertTrue(setup.text(R.id.detail), setup.text(R.id.detail).startsWith("注意を出して鳴らしました"))
        setup.press(R.id.setup_primary)
        val home = open<HomeActivity>()
        Wait.until { home.text(R.id.state) == "守られていません" }
    }

    @Test
    fun `it goes on where it was left`() {
        val first = start<SetupActivity>()
        first.get().press(R.id.setup_primary)
        first.get().press(R.id.setup_primary)
        val next = if (asksForNotices) Step.NOTICES else Step.OVERLAY
        Wait.until { Setup(app).current == next }
        first.pause().stop().destroy()
        val again = open<SetupActivity>()
        again.at(next)
        again.press(R.id.back)
        again.at(Step.PRESET)
        again.goBack()
        again.at(Step.PURPOSE)
        assertTrue("from the first step the system leads out", !again.isListeningForBack())
        assertTrue(!again.shows(R.id.back))
    }

    @Test
    fun `what is there already is not asked for`() {
        roles.hold()
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
        ShadowSettings.setCanDrawOverlays(true)
        val setup = open<SetupActivity>()
        setup.press(R.id.setup_primary)
        setup.press(R.id.setup_primary)
        Wait.until { Setup(setup).current == Step.FIXED_LINE }
    }

    @Test
    fun `with a fixed line at home it ends with how its international calls are suspended`() {
        roles.hold()
        Setup(app).current = Step.FIXED_LINE
        val setup = open<SetupActivity>()
        setup.press(R.id.setup_primary)
        setup.at(Step.END)
        assertEquals("次へ", setup.text(R.id.setup_primary))
        setup.press(R.id.setup_primary)
        setup.at(Step.SUSPENSION)
        assertTrue("it is no step any more", !setup.shows(R.id.setup_progress))
        assertEquals("0120-210-364", setup.text(R.id.setup_number))
        val said = setup.told() + setup.text(R.id.setup_number_detail)
        for (what in listOf("止めたい家の電話から", "警察署", "海外へかける電話も", "携帯電話", "平日の9時から17時")) {
            assertTrue("$what: $said", what in said)
        }
        setup.press(R.id.setup_second)
        assertEquals("https://www.kokusai-teishi.com", setup.opened().dataString)
        setup.goBack()
        setup.at(Step.END)
        assertTrue(!setup.shows(R.id.setup_number))
        setup.press(R.id.setup_primary)
        setup.press(R.id.setup_primary)
        assertEquals(HomeActivity::class.java.name, setup.opened().component?.className)
        assertTrue(setup.isFinishing && !Setup(app).isDue)
    }
}
