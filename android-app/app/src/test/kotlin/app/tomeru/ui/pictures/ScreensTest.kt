// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.pictures

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.role.RoleManager
import android.content.DialogInterface
import android.content.Intent
import android.graphics.Rect
import android.net.Uri
import android.telecom.Call
import android.telecom.TelecomManager
import android.view.ContextThemeWrapper
import android.view.ViewGroup
import android.widget.EditText
import android.widget.FrameLayout
import android.widget.ImageView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.AllowedNumber
import app.tomeru.core.Fault
import app.tomeru.core.ListChoice
import app.tomeru.core.ListSource
import app.tomeru.core.Preset
import app.tomeru.core.importList
import app.tomeru.fault.FaultLog
import app.tomeru.pass.TimedPass
import app.tomeru.platform.core
import app.tomeru.protection.Protection
import app.tomeru.route.Route
import app.tomeru.settings.SettingsFolder
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.FakeDocuments
import app.tomeru.support.Look
import app.tomeru.support.Phone
import app.tomeru.support.Roles
import app.tomeru.support.ScreenTest
import app.tomeru.support.Studio
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.check.CheckActivity
import app.tomeru.ui.countries.CountriesActivity
import app.tomeru.ui.family.FamilyActivity
import app.tomeru.ui.family.OfferActivity
import app.tomeru.ui.guide.GuideActivity
import app.tomeru.ui.guide.LimitsActivity
import app.tomeru.ui.home.HomeActivity
import app.tomeru.ui.home.WaitActivity
import app.tomeru.ui.home.WaysActivity
import app.tomeru.ui.records.RecordActivity
import app.tomeru.ui.records.RecordsActivity
import app.tomeru.ui.settings.AboutActivity
import app.tomeru.ui.settings.ListPreviewActivity
import app.tomeru.ui.settings.ListsActivity
import app.tomeru.ui.settings.OwnNumbersActivity
import app.tomeru.ui.settings.SettingsActivity
import app.tomeru.ui.setup.Setup
import app.tomeru.ui.setup.SetupActivity
import app.tomeru.widget.StateWidget
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Draws and inspects every screen in every look. */
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ScreensTest : ScreenTest() {
    private fun calls() {
        val telecom = Telecom()
        val day = 24 * 60 * 60 * 1_000L
        FakeContacts.add("+639171234567")
        val numbers =
            listOf("+18442980122", "+8000286210110", "+77273219876", "0312345678", "+18442980110", "+639171234567")
        for (ago in listOf(5, 3, 3, 1)) {
            numbers.take(ago).forEachIndexed { minutes, number ->
                phone.at(Phone.NOW - ago * day - minutes * 3_600_000L)
                telecom.screen(FakeCall(phone.handle(number)))
            }
        }
        numbers.forEachIndexed { minutes, number ->
            phone.at(Phone.NOW + minutes * 60_000L)
            telecom.screen(FakeCall(phone.handle(number)))
        }
        telecom.screen(FakeCall(null, TelecomManager.PRESENTATION_RESTRICTED))
        telecom.screen(FakeCall("tel:0312345678", direction = Call.Details.DIRECTION_OUTGOING))
    }

    private inline fun <reified T : Activity> all(name: String, intent: Intent? = null, prepare: (T) -> Unit) =
        Look.DRAWN.forEach { Studio.draw<T>(name, it, intent, prepare) }

    @Test
    fun setup() {
        roles.lose()
        shadowOf(app).denyPermissions(POST_NOTIFICATIONS, READ_CONTACTS)
        for (step in Setup.Step.entries) {
            if (step == Setup.Step.END) roles.hold()
            Setup(app).current = step
            for (look in Look.DRAWN) {
                Studio.draw<SetupActivity>("setup-${step.name.lowercase()}", look.onPhone) { screen ->
                    if (step == Setup.Step.END) Wait.until { screen.shows(R.id.setup_call) }
                }
            }
        }
    }

    @Test
    fun home() {
        calls()
        all<HomeActivity>("home") { home ->
            Wait.until { home.requireViewById<ViewGroup>(R.id.last).childCount == 2 && home.text(R.id.state) != "" }
        }
    }

    @Test
    fun `home with all its troubles`() {
        FaultLog(app).record(Fault.DEADLINE)
        FaultLog(app).record(Fault.RECORDS_SET_ASIDE)
        store.change { it.copy(policy = it.policy.copy(paused = true)) }
        TimedPass(app).startForAnHour()
        TimedPass(app).startForDays("PH", 7)
        val told = { home: HomeActivity ->
            Wait.until {
                home.text(R.id.state) != "" && home.shows(R.id.fault) && home.text(R.id.week_count) != ""
            }
        }
        all("home-troubles", prepare = told)
        store.change { it.copy(policy = it.policy.copy(paused = false)) }
        all("home-pass", prepare = told)
        all<WaitActivity>("wait") { screen -> Wait.until { screen.shows(R.id.pass_end) } }
        all<WaysActivity>("ways") { screen ->
            Wait.until { screen.requireViewById<ViewGroup>(R.id.ways).childCount == WAYS }
        }
    }

    @Test
    fun check() = all<CheckActivity>("check") { screen ->
        screen.requireViewById<EditText>(R.id.number).setText("+1800335814321")
        screen.press(R.id.check)
        Wait.until { screen.shows(R.id.result) }
    }

    @Test
    fun `check of a link`() {
        val link = Intent(Intent.ACTION_VIEW, Uri.parse("tel:+639171234567"))
        all<CheckActivity>("check-link", link) { screen -> Wait.until { screen.shows(R.id.handover) } }
    }

    @Test
    fun records() {
        calls()
        val uid = phone.records().first { it.key == "+18442980110" }.uid
        all<RecordsActivity>("records") { screen -> Wait.until { screen.rows() > 10 } }
        all<RecordActivity>("record", Intent().putExtra(Route.RECORD_UID, uid)) { screen ->
            Wait.until {
                screen.text(R.id.outcome) !=
                    ""
            }
        }
    }

    @Test
    fun countries() {
        store.setCountry("US", Action.ALLOW)
        store.setCountry("KR", Action.REJECT)
        store.setCountry("GB", Action.WARN)
        TimedPass(app).startForDays("PH", 7)
        // Nobody looks at all of them.
        Look.DRAWN.forEach { look ->
            Studio.draw<CountriesActivity>("countries", look.copy(height = 1_400)) { screen ->
                Wait.until {
                    screen.rows() >
                        200
                }
            }
        }
    }

    @Test
    fun settings() {
        Roles(app, RoleManager.ROLE_CALL_REDIRECTION).makeAvailable()
        for ((page, name) in listOf(
            "settings",
            "settings-numbers",
            "settings-kinds",
            "settings-records",
            "settings-app",
        )
            .withIndex()) {
            all<SettingsActivity>(name, Intent().putExtra("page", page)) { screen ->
                Wait.until { screen.requireViewById<ViewGroup>(R.id.rows).childCount > 0 }
            }
        }
        store.block("+1844*", "設定で決めた番号")
        store.allow("+81312345678", "かかりつけの病院")
        all<OwnNumbersActivity>("own-numbers") { screen ->
            Wait.until {
                screen.requireViewById<ViewGroup>(R.id.rows).childCount ==
                    2
            }
        }
        val file = kotlin.io.path.createTempFile().toFile().apply { writeText("+18442980122\n0312345678\n") }
        importList(
            SettingsFolder.of(app).path,
            ListSource(file.path, "JP"),
            ListChoice("詐欺電話番号2026年11月.csv", Action.REJECT),
            Phone.NOW / 1_000,
        )
        all<ListsActivity>("lists") { screen ->
            Wait.until { screen.requireViewById<ViewGroup>(R.id.all).childCount == 1 }
        }
    }

    @Test
    fun `what it costs to let only known people ring`() {
        for (look in Look.DRAWN) {
            Studio.hold(look)
            val screen = open<SettingsActivity>()
            Wait.until { screen.requireViewById<ViewGroup>(R.id.rows).childCount > 0 }
            screen.press(R.id.preset_known)
            Wait.idle()
            val window = checkNotNull(dialog().window).decorView
            // No higher than a phone of 16:9 is; laid out once more for buttons that would not all be seen.
            repeat(2) {
                Studio.picture("settings-cost-${look.name}", window, look.width, look.width * 16 / 9)
                Wait.idle()
            }
            for (which in listOf(DialogInterface.BUTTON_NEGATIVE, DialogInterface.BUTTON_POSITIVE)) {
                val button = dialog().getButton(which)
                val seen = Rect().also(button::getLocalVisibleRect)
                assertEquals("${look.name}: ${button.text}", button.height, seen.height())
            }
            dialog().dismiss()
        }
    }

    @Test
    fun `a file of numbers`() {
        FakeContacts.add("03-1234-5678")
        val text = "電話番号,内容,日付\n+1 844-555-0101,詐欺,2026-01-02\n03-1234-5678,知人,2026-01-02\n" +
            "0120-210-364,窓口,2026-01-02\n+44 20 7946 0018,,\n090-****-5678,,2026-01-02\n+1844*,,\n,不明,2026-01-02\n"
        val uri = FakeDocuments.add("詐欺電話番号2026年11月.csv", text.toByteArray())
        Look.DRAWN.forEach { look ->
            Studio.draw<ListPreviewActivity>(
                "list-preview",
                look.copy(height = PREVIEW_DP),
                Intent(Intent.ACTION_VIEW, uri),
            ) { screen -> Wait.until { screen.shows(R.id.take) } }
        }
        val workbook = FakeDocuments.add("numbers.xlsx", "PK\u0003\u0004".toByteArray())
        all<ListPreviewActivity>("list-refused", Intent(Intent.ACTION_VIEW, workbook)) { screen ->
            Wait.until { screen.text(R.id.title) == screen.getString(R.string.lists_refused) }
        }
    }

    @Test
    fun widget() {
        calls()
        for (look in Look.DRAWN) {
            Studio.hold(look)
            val themed = ContextThemeWrapper(app, R.style.Theme_Tomeru)
            val view = StateWidget.views(app, Protection.of(app)).apply(themed, FrameLayout(themed))
            Studio.picture("widget-${look.name}", view, look.width - WIDGET_MARGIN_DP)
        }
    }

    @Test
    fun guide() {
        Look.DRAWN.forEach { Studio.draw<GuideActivity>("guide", it.copy(height = GUIDE_DP)) {} }
        all<LimitsActivity>("limits") {}
    }

    @Test
    fun about() {
        // Below that the terms of others go on, which are not ours to lay out.
        for (look in Look.DRAWN) {
            Studio.draw<AboutActivity>("about", look.copy(height = ABOUT_DP)) { screen ->
                Wait.until { screen.text(R.id.licence).isNotEmpty() }
            }
        }
    }

    @Test
    fun family() {
        store.setCountry("US", Action.ALLOW)
        all<FamilyActivity>("family") { screen ->
            Wait.until {
                screen.requireViewById<ImageView>(R.id.code).drawable !=
                    null
            }
        }
        val kinds = "disguised_domestic.allow,hidden_payphone.silence"
        val code = "tomeru:1?p=warn&a=$kinds&c=KR.reject,PH.allow&d=7&e=120&end"
        store.block("+639171234567", "")
        val kept = store.load().settings
        val file = app.core.backup(
            kept.copy(
                policy = kept.policy.copy(
                    preset = Preset.KNOWN,
                    allowed = listOf(AllowedNumber("+1844*", ""), AllowedNumber("+81312345678", "")),
                    blocked = emptyList(),
                ),
                retentionDays = 0u,
            ),
        )
        all<OfferActivity>("offer-file", Intent().putExtra(Intent.EXTRA_TEXT, file)) { screen ->
            Wait.until { screen.shows(R.id.take) }
        }
        all<OfferActivity>("offer", Intent(Intent.ACTION_VIEW, Uri.parse(code))) { screen ->
            Wait.until { screen.shows(R.id.take) }
        }
        all<OfferActivity>("offer-broken", Intent(Intent.ACTION_VIEW, Uri.parse("tomeru:1"))) { screen ->
            Wait.until { screen.shows(R.id.message) }
        }
    }

    private companion object {
        const val WIDGET_MARGIN_DP = 32

        /** A window, a notice and a voice. */
        const val WAYS = 3

        /** All of a file's cards at double text size. */
        const val PREVIEW_DP = 5_000

        /** What is ours of it, at double text size. */
        const val ABOUT_DP = 1_000

        /** All its cards at double text size. */
        const val GUIDE_DP = 10_000
    }
}
