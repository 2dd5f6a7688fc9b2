// SPDX-License-Identifier: Apache-2.0
package app.tomeru.entries

import android.app.Activity
import android.app.Application
import android.content.Intent
import android.net.Uri
import android.telecom.CallScreeningService
import android.telecom.DisconnectCause
import android.telecom.TelecomManager
import android.view.View
import android.view.ViewGroup
import android.widget.EditText
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.health.SelfTest
import app.tomeru.outgoing.CallAnywayActivity
import app.tomeru.route.Route
import app.tomeru.support.Seam
import app.tomeru.support.Wait
import app.tomeru.ui.aftercall.AfterCallActivity
import app.tomeru.ui.check.CheckActivity
import app.tomeru.ui.countries.CountriesActivity
import app.tomeru.ui.family.FamilyActivity
import app.tomeru.ui.family.FamilyNumberActivity
import app.tomeru.ui.family.OfferActivity
import app.tomeru.ui.guide.GuideActivity
import app.tomeru.ui.guide.LimitsActivity
import app.tomeru.ui.guide.MakerActivity
import app.tomeru.ui.home.HomeActivity
import app.tomeru.ui.home.PassHourActivity
import app.tomeru.ui.home.WaitActivity
import app.tomeru.ui.home.WaysActivity
import app.tomeru.ui.paid.PaidActivity
import app.tomeru.ui.records.RecordActivity
import app.tomeru.ui.records.RecordsActivity
import app.tomeru.ui.settings.AboutActivity
import app.tomeru.ui.settings.ListPreviewActivity
import app.tomeru.ui.settings.ListsActivity
import app.tomeru.ui.settings.OwnNumbersActivity
import app.tomeru.ui.settings.SelfTestActivity
import app.tomeru.ui.settings.SettingsActivity
import app.tomeru.ui.setup.Setup
import app.tomeru.ui.setup.SetupActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import kotlin.reflect.KClass

/**
 * The screens, and the work behind each. What fails is said there at once, so the first screen need not tell it
 * again.
 */
internal class ScreenEntries {
    private val app: Application = RuntimeEnvironment.getApplication()

    private fun <T : Activity> open(type: KClass<T>, intent: Intent? = null): T =
        Robolectric.buildActivity(type.java, intent).setup().get()

    private fun Activity.text(id: Int) = requireViewById<TextView>(id).text.toString()

    private fun Activity.press(id: Int) = check(requireViewById<View>(id).performClick())

    /** The screen says that something does not work, by [id]; it may take the fault for a matter of [otherwise]. */
    private fun Activity.saysSo(id: Int = R.id.message, vararg otherwise: Int): String {
        val sentences = listOf(
            R.string.part_missing,
            R.string.core_missing,
            R.string.something_failed,
            *otherwise.toTypedArray(),
        )
            .map(::getString)
        try {
            Wait.until { requireViewById<View>(id).visibility == View.VISIBLE && text(id) in sentences }
        } catch (e: IllegalStateException) {
            throw AssertionError("it says '${text(id)}'", e)
        }
        return "says what does not work"
    }

    private fun home() = open(HomeActivity::class).also { home -> Wait.until { home.text(R.id.state).isNotEmpty() } }

    private fun entry(type: KClass<out Activity>, name: String, seam: Seam, told: Fault? = null, act: () -> String) =
        Entry(type, name, seam, told) { act() }

    private fun opens(type: KClass<out Activity>, seam: Seam, vararg otherwise: Int, intent: Intent? = null) =
        entry(type, "opened", seam) { open(type, intent).saysSo(R.id.message, *otherwise) }

    private val bindings = listOf(
        entry(HomeActivity::class, "opened", Seam.BINDINGS) {
            val home = home()
            assertEquals(app.getString(R.string.state_partly), home.text(R.id.state))
            home.saysSo(R.id.state_detail, R.string.settings_unknown)
        },
        entry(WaitActivity::class, "ring for one hour", Seam.BINDINGS) {
            val screen = open(WaitActivity::class)
            screen.press(R.id.pass_hour)
            screen.saysSo(R.id.pass_state)
        },
        entry(WaysActivity::class, "opened", Seam.BINDINGS) {
            // What warns needs no bindings: nothing breaks, and each way is there.
            val screen = open(WaysActivity::class)
            Wait.until { screen.requireViewById<ViewGroup>(R.id.ways).childCount == WAYS }
            "is shown"
        },
        entry(PassHourActivity::class, "opened", Seam.BINDINGS, Fault.TILE_FAILED) {
            val screen = open(PassHourActivity::class)
            Wait.until { screen.isFinishing }
            assertEquals(Route.HOME.intent(app).component, shadowOf(screen).nextStartedActivity.component)
            "leads to the first screen"
        },
        entry(SetupActivity::class, "a preset is chosen", Seam.BINDINGS) {
            Setup(app).current = Setup.Step.PRESET
            val setup = open(SetupActivity::class)
            setup.press(R.id.setup_primary)
            setup.saysSo()
        },
        entry(CheckActivity::class, "a number is checked", Seam.BINDINGS) {
            open(CheckActivity::class, Intent().putExtra(Route.NUMBER, "+18442980122")).saysSo()
        },
        opens(
            OfferActivity::class,
            Seam.BINDINGS,
            intent = Intent(Intent.ACTION_VIEW, Uri.parse("tomeru:1?p=stop&end")),
        ),
        opens(CountriesActivity::class, Seam.BINDINGS),
        opens(SettingsActivity::class, Seam.BINDINGS),
        opens(OwnNumbersActivity::class, Seam.BINDINGS),
        entry(OwnNumbersActivity::class, "a number is added", Seam.BINDINGS) {
            val screen = open(OwnNumbersActivity::class)
            screen.requireViewById<EditText>(R.id.number).setText("+18442980122")
            screen.press(R.id.block)
            screen.saysSo()
        },
        opens(ListsActivity::class, Seam.BINDINGS),
        opens(
            ListPreviewActivity::class,
            Seam.BINDINGS,
            intent = Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_TEXT, "+18442980122"),
        ),
        opens(FamilyActivity::class, Seam.BINDINGS),
        entry(SelfTestActivity::class, "opened", Seam.BINDINGS, act = ::selfTest),
    )

    private fun selfTest(): String {
        // Nobody plays the system that binds services here, and the test would wait for it.
        shadowOf(app).declareActionUnbindable(CallScreeningService.SERVICE_INTERFACE)
        val screen = open(SelfTestActivity::class)
        val rows = screen.requireViewById<ViewGroup>(R.id.rows)
        Wait.until { rows.childCount == SelfTest.Part.entries.size && screen.text(R.id.message).isNotEmpty() }
        assertEquals(app.getString(R.string.self_test_bad), screen.text(R.id.message))
        return "says what does not work"
    }

    private val others = listOf(
        entry(SetupActivity::class, "the test call", Seam.RING) {
            Setup(app).current = Setup.Step.END
            val setup = open(SetupActivity::class)
            Wait.until {
                setup.requireViewById<View>(R.id.message).visibility == View.VISIBLE ||
                    setup.requireViewById<View>(R.id.setup_call).visibility == View.VISIBLE
            }
            "says what became of it"
        },
        entry(CheckActivity::class, "chosen from the records", Seam.RECORDS) {
            val screen = open(CheckActivity::class)
            screen.press(R.id.from_records)
            screen.saysSo(R.id.message, R.string.records_unreadable)
        },
        entry(HomeActivity::class, "opened, records", Seam.RECORDS) {
            val home = home()
            home.saysSo(R.id.last_none, R.string.records_unreadable)
        },
        opens(RecordsActivity::class, Seam.RECORDS, R.string.records_unreadable),
        opens(RecordActivity::class, Seam.RECORDS, R.string.records_unreadable),
        entry(SelfTestActivity::class, "opened, the decision", Seam.RING, act = ::selfTest),
        opens(PaidActivity::class, Seam.RECORDS, R.string.records_unreadable),
        entry(AfterCallActivity::class, "opened", Seam.RECORDS) {
            val ended = Intent(TelecomManager.ACTION_POST_CALL)
                .putExtra(TelecomManager.EXTRA_HANDLE, Uri.fromParts("tel", "+639171234567", null))
                .putExtra(TelecomManager.EXTRA_DISCONNECT_CAUSE, DisconnectCause.REMOTE)
            val screen = open(AfterCallActivity::class, ended)
            Wait.until { screen.isFinishing }
            "is not seen"
        },
        entry(GuideActivity::class, "opened", Seam.CLOCK, Fault.SCREEN_FAILED) { open(GuideActivity::class).saysSo() },
        entry(LimitsActivity::class, "opened", Seam.BINDINGS) {
            // It needs no core: nothing breaks, and the page is there.
            assertTrue(open(LimitsActivity::class).requireViewById<ViewGroup>(R.id.rows).childCount > 0)
            "is shown"
        },
        entry(MakerActivity::class, "opened", Seam.CLOCK, Fault.SCREEN_FAILED) { open(MakerActivity::class).saysSo() },
        entry(AboutActivity::class, "opened", Seam.CLOCK) {
            // It has no clock: nothing breaks, and the page is there.
            val screen = open(AboutActivity::class)
            Wait.until { screen.text(R.id.notice).isNotEmpty() }
            "is shown"
        },
        entry(FamilyNumberActivity::class, "opened", Seam.CLOCK) {
            // It has no clock: nothing breaks, and the page is there.
            assertTrue(open(FamilyNumberActivity::class).text(R.id.number).isNotEmpty())
            "is shown"
        },
        entry(CallAnywayActivity::class, "opened", Seam.CLOCK, Fault.BUTTON_FAILED) {
            val intent = CallAnywayActivity.intent(app, "+18442980122", "+18442980122")
            assertTrue(open(CallAnywayActivity::class, intent).isFinishing)
            "is gone, as it has to be"
        },
    )

    val all = bindings + others

    private companion object {
        /** A window, a notice and a voice. */
        const val WAYS = 3
    }
}
