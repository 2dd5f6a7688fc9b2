// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.home

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.NotificationManager
import android.os.Build
import android.provider.Settings
import android.view.View
import android.view.ViewGroup
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.CountryAction
import app.tomeru.core.Fault
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Preset
import app.tomeru.fault.FaultLog
import app.tomeru.pass.TimedPass
import app.tomeru.platform.systemService
import app.tomeru.protection.Grants
import app.tomeru.record.Week
import app.tomeru.settings.SettingsFolder
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.check.CheckActivity
import app.tomeru.ui.guide.GuideActivity
import app.tomeru.ui.guide.LimitsActivity
import app.tomeru.ui.records.RecordActivity
import app.tomeru.ui.records.RecordsActivity
import app.tomeru.ui.records.WeekChart
import app.tomeru.ui.settings.SettingsActivity
import app.tomeru.ui.setup.SetupActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.shadows.ShadowSettings
import java.io.File

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 35], qualifiers = "ja-rJP")
class HomeActivityTest : ScreenTest() {
    @Before
    fun drawsOver() = ShadowSettings.setCanDrawOverlays(true)

    private fun home(): HomeActivity = open<HomeActivity>().also { home -> Wait.until { home.text(R.id.state) != "" } }

    @Test
    fun `it says that the phone is protected`() {
        val home = home()
        assertEquals("守られています", home.text(R.id.state))
        assertEquals("知らない人からの国際電話を止めています", home.text(R.id.state_detail))
        assertTrue(!home.shows(R.id.repair) && !home.shows(R.id.fault) && !home.shows(R.id.message))
        Chosen.preset(app, Preset.WARN)
        assertEquals("知らない人からの国際電話は、注意を出して鳴らします", home().text(R.id.state_detail))
        Chosen.preset(app, Preset.KNOWN)
        assertEquals("知っている人からの電話だけを鳴らしています", home().text(R.id.state_detail))
    }

    @Test
    fun `the line tells what happens, whatever the preset is called`() {
        Chosen.preset(app, Preset.STOP) { it.copy(countries = listOf(CountryAction("US", Action.ALLOW))) }
        assertEquals("知らない人からの国際電話を止めています（国ごとに決めた国は別です）", home().text(R.id.state_detail))
        for (action in listOf(Action.ALLOW, Action.REJECT)) {
            Chosen.preset(app, Preset.WARN) { it.copy(countries = listOf(CountryAction("US", action))) }
            val told = "知らない人からの国際電話は、注意を出して鳴らします（国ごとに決めた国は別です）"
            assertEquals(told, home().text(R.id.state_detail))
        }
        Chosen.preset(app, Preset.STOP) { it.copy(ownActions = listOf(OwnAction(Kind.INTERNATIONAL, Action.SILENCE))) }
        assertEquals("知らない人からの国際電話は、音を出さずに画面に出します", home().text(R.id.state_detail))
        for (preset in Preset.entries) {
            Chosen.preset(app, preset) { it.copy(ownActions = listOf(OwnAction(Kind.INTERNATIONAL, Action.ALLOW))) }
            val home = home()
            assertEquals("一部だけ守られています", home.text(R.id.state))
            assertEquals("知らない人からの国際電話も鳴ります。「設定」で変えられます。", home.text(R.id.state_detail))
        }
    }

    @Test
    fun `abroad it says whose calls ring there, and they do`() {
        val says = "いま外国にいるので、その国の番号からの電話は鳴ります。"
        phone.place(listOf("JP", "KR"), "KR")
        assertFalse("a country of one's own SIM is none", home().shows(R.id.message))
        phone.place(listOf("JP"), "TH")
        assertEquals(says, home().text(R.id.message))
        val telecom = Telecom()

        fun answer(number: String) = telecom.screen(FakeCall(phone.handle(number)))
        assertTrue(answer("+66812345678").rings && answer("+639171234567").reject)
        Chosen.preset(app, Preset.STOP) { it.copy(countries = listOf(CountryAction("TH", Action.REJECT))) }
        store.change { it.copy(policy = it.policy.copy(paused = true)) }
        assertFalse("while every call rings", home().shows(R.id.message))
        Chosen.preset(app, Preset.STOP) { it.copy(countries = listOf(CountryAction("TH", Action.REJECT))) }
        assertEquals("whatever was chosen for that country at home", says, home().text(R.id.message))
        assertTrue(answer("+66812345678").rings)
        Chosen.preset(app, Preset.KNOWN)
        assertFalse("where only people one knows ring, it is so there, too", home().shows(R.id.message))
        assertTrue(answer("+66812345678").silence)
    }

    @Test
    fun `without the role it asks for it`() {
        app.getSharedPreferences("setup", 0).edit().putBoolean("done", true).commit()
        roles.lose()
        val home = home()
        assertEquals("守られていません", home.text(R.id.state))
        home.press(R.id.repair)
        assertNotNull(shadowOf(home).nextStartedActivityForResult)
    }

    @Test
    fun `what is paused goes on at the press of one button`() {
        store.change { it.copy(policy = it.policy.copy(paused = true)) }
        val home = home()
        assertEquals("守られていません", home.text(R.id.state))
        home.press(R.id.repair)
        Wait.until { home.text(R.id.state) == "守られています" }
        assertTrue(!store.load().settings.policy.paused)
    }

    @Test
    fun `switched off notices are a part that is missing`() {
        shadowOf(app.systemService<NotificationManager>()).setNotificationsEnabled(false)
        shadowOf(app).denyPermissions(POST_NOTIFICATIONS)
        val home = home()
        assertEquals("一部だけ守られています", home.text(R.id.state))
        assertTrue(home.text(R.id.state_detail), home.text(R.id.state_detail).startsWith("お知らせが切れています。"))
        home.press(R.id.repair)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            assertEquals(
                listOf(POST_NOTIFICATIONS),
                shadowOf(home).lastRequestedPermission.requestedPermissions.toList(),
            )
            // Refused twice: Android asks no more, so the button leads to its settings.
            home.onRequestPermissionsResult(0, arrayOf(POST_NOTIFICATIONS), intArrayOf(-1))
            home.press(R.id.repair)
        }
        assertEquals("android.settings.APP_NOTIFICATION_SETTINGS", home.opened().action)
    }

    @Test
    fun `contacts are a part that is missing on Android 10 only`() {
        shadowOf(app).denyPermissions(READ_CONTACTS)
        val partly = Build.VERSION.SDK_INT == Build.VERSION_CODES.Q
        assertEquals(if (partly) "一部だけ守られています" else "守られています", home().text(R.id.state))
    }

    @Test
    fun `a broken settings file is said, and nothing of it is lost`() {
        Chosen.preset(app, Preset.WARN)
        Chosen.preset(app, Preset.WARN)
        val file = File(SettingsFolder.of(app), "settings.json")
        file.writeText("{")
        val home = home()
        assertEquals("一部だけ守られています", home.text(R.id.state))
        assertEquals(
            "設定が読めなかったので、ひとつ前の設定に戻しました。いまは電話を止めずに、注意を出して鳴らします。" +
                "「設定」で確かめて、選び直してください。",
            home.text(R.id.state_detail),
        )
        assertEquals("{", file.readText())
    }

    @Test
    fun `calls that rang unchecked are shown until they are seen`() {
        FaultLog(app).record(Fault.DEADLINE)
        FaultLog(app).record(Fault.DEADLINE)
        val home = home()
        assertTrue(home.text(R.id.fault_detail), home.text(R.id.fault_detail).contains("2件"))
        home.press(R.id.fault_seen)
        assertTrue(!home.shows(R.id.fault))
        assertTrue(FaultLog(app).unseen().isEmpty())
    }

    @Test
    fun `it shows what was stopped in the week, and the records show each day`() {
        val telecom = Telecom()
        val day = 24 * 60 * 60 * 1_000L
        for (ago in listOf(9L, 6L, 6L, 1L, 0L)) {
            phone.at(Phone.NOW - ago * day)
            telecom.screen(FakeCall(phone.handle("+639171234567")))
        }
        phone.at(Phone.NOW)
        telecom.screen(FakeCall(phone.handle("0312345678")))
        val home = home()
        val last = home.requireViewById<ViewGroup>(R.id.last)
        Wait.until { last.childCount == 2 }
        assertEquals("この1週間に4件を止めました", unglued(home.text(R.id.week_count)))
        val row = texts(last.getChildAt(0)).map(::unglued)
        assertEquals(listOf("フィリピン", "8時00分", written("+639171234567")), row)
        last.getChildAt(1).performClick()
        assertEquals(RecordActivity::class.java.name, home.opened().component?.className)
        val week = open<RecordsActivity>().requireViewById<WeekChart>(R.id.week)
        Wait.until { week.visibility == View.VISIBLE }
        // 2027-01-15 is a Friday.
        val said = "土曜日 2件、日曜日 0件、月曜日 0件、火曜日 0件、水曜日 0件、木曜日 1件、金曜日 1件"
        assertEquals(said, week.contentDescription.toString())
    }

    @Test
    fun `every entry leads to its screen`() {
        val home = home()
        val entries = mapOf(
            R.id.check to CheckActivity::class,
            R.id.records to RecordsActivity::class,
            R.id.wait to WaitActivity::class,
            R.id.guide to GuideActivity::class,
            R.id.settings to SettingsActivity::class,
            R.id.limits to LimitsActivity::class,
            R.id.all_calls to RecordsActivity::class,
        )
        for ((button, screen) in entries) {
            home.press(button)
            assertEquals(screen.java.name, home.opened().component?.className)
        }
    }

    @Test
    fun `calls ring for an hour, which the first screen says, and as before at the press of a button`() {
        val screen = open<WaitActivity>()
        screen.press(R.id.pass_hour)
        Wait.until { screen.shows(R.id.pass_end) }
        assertTrue(screen.text(R.id.pass_state), screen.text(R.id.pass_state).endsWith("国際電話も鳴らします。自動でもとに戻ります。"))
        assertEquals(1, store.load().settings.policy.passes.size)
        val home = home()
        assertEquals("国際電話も鳴ります", home.text(R.id.state))
        assertEquals("9時00分まで、国際電話も鳴らします。自動でもとに戻ります。", unglued(home.text(R.id.state_detail)))
        assertEquals("今すぐ、もとに戻す", home.text(R.id.repair))
        val amber = app.getColorStateList(R.color.partly_box)
        assertEquals(amber, home.requireViewById<View>(R.id.state_card).backgroundTintList)
        home.press(R.id.repair)
        Wait.until { home.text(R.id.state) == "守られています" }
        assertTrue(store.load().settings.policy.passes.isEmpty())
    }

    @Test
    fun `a pass for a country is said beneath the state`() {
        TimedPass(app).startForDays("PH", 1)
        val home = home()
        assertEquals("守られています", home.text(R.id.state))
        assertTrue(home.text(R.id.state_detail), "フィリピンからの電話を鳴らします" in home.text(R.id.state_detail))
    }

    @Test
    fun `who wants to be warned is told that the large warning is not allowed`() {
        Chosen.preset(app, Preset.WARN)
        assertEquals("守られています", home().text(R.id.state))
        ShadowSettings.setCanDrawOverlays(false)
        // Whoever had it is told in other words that it is gone.
        Grants(app).forget(Grants.Grant.OVERLAY)
        val home = home()
        assertEquals("一部だけ守られています", home.text(R.id.state))
        assertTrue(home.text(R.id.state_detail), home.text(R.id.state_detail).startsWith("大きな注意を出す許可がありません。"))
        home.press(R.id.repair)
        assertEquals(Settings.ACTION_MANAGE_OVERLAY_PERMISSION, home.opened().action)
    }

    @Test
    @Config(sdk = [35], qualifiers = "ja-rJP-w411dp-h891dp-xhdpi")
    @GraphicsMode(GraphicsMode.Mode.NATIVE)
    fun `at the usual size of letters nothing of it has to be scrolled`() {
        val telecom = Telecom()
        for (number in listOf("+18442980122", "+639171234567")) telecom.screen(FakeCall(phone.handle(number)))
        val home = home()
        Wait.until { home.requireViewById<ViewGroup>(R.id.last).childCount == 2 }
        val column = home.requireViewById<View>(R.id.column)
        val width = View.MeasureSpec.makeMeasureSpec(column.width, View.MeasureSpec.EXACTLY)
        column.measure(width, View.MeasureSpec.makeMeasureSpec(0, View.MeasureSpec.UNSPECIFIED))
        val high = column.measuredHeight / app.resources.displayMetrics.density
        assertTrue("$high dp", high <= 891 - BARS_DP)
    }

    @Test
    fun `the first start leads to set-up, later ones do not`() {
        roles.lose()
        val first = open<HomeActivity>()
        assertEquals(SetupActivity::class.java.name, first.opened().component?.className)
        assertTrue(first.isFinishing)
        roles.hold()
        assertTrue(!home().isFinishing)
    }

    @Test
    fun `the week begins and ends at the phone's midnight`() {
        val zone = java.time.ZoneId.systemDefault()
        val midnight = java.time.LocalDate.of(2027, 1, 15).atStartOfDay(zone).toInstant().toEpochMilli()
        assertEquals(midnight - 6 * 24 * 60 * 60 * 1_000L, Week.beginning(midnight))
        val week = Week.of(listOf(midnight, midnight - 1), midnight)
        assertEquals(listOf(0, 0, 0, 0, 0, 1, 1), week.days.map { it.count })
    }

    private companion object {
        /** The status bar, and the bar with three buttons. */
        const val BARS_DP = 24 + 48
    }
}
