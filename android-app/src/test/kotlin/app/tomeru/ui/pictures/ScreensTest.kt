// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.Application
import android.graphics.Bitmap
import android.graphics.Canvas
import android.telecom.Call
import android.telecom.TelecomManager
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.EditText
import android.widget.ListView
import android.widget.RadioButton
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Preset
import app.tomeru.core.importList
import app.tomeru.record.FaultLog
import app.tomeru.record.SettingsFolder
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Roles
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import app.tomeru.support.Wait
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import java.io.File

/**
 * Draws the first screen with the real widgets into target/screens, in both languages, light and dark, at normal and
 * double text size, on a narrow and a wide phone; and checks that no text is cut off and every control can be hit.
 */
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ScreensTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val folder = File(Vectors.root, "target/screens").apply { mkdirs() }

    private data class Look(val language: String, val theme: String, val scale: Float, val width: Int) {
        val name = "${language.take(2)}-$theme-${(scale * 100).toInt()}-$width"
    }

    private val looks = listOf("ja-rJP", "en-rUS").flatMap { language ->
        listOf("notnight", "night").flatMap { theme ->
            listOf(1f, 2f).flatMap { scale -> listOf(320, 411).map { Look(language, theme, scale, it) } }
        }
    }

    @Test
    fun `protected, in all variants`() {
        hold()
        for (look in looks) home("home-${look.name}", look) { check(it, "+1800335814321") }
    }

    @Test
    fun `a timed pass, in both languages`() {
        hold()
        for (look in looks.filter { it.scale == 2f && it.width == 320 }) {
            home("pass-${look.name}", look) {
                it.requireViewById<Button>(R.id.pass_hour).performClick()
                Wait.until { it.requireViewById<View>(R.id.pass_end).visibility == View.VISIBLE }
            }
        }
    }

    @Test
    fun `off, and with a fault, in both languages`() {
        FaultLog(app).record(Fault.DEADLINE)
        FaultLog(app).record(Fault.RECORDS_SET_ASIDE)
        for (language in listOf("ja-rJP", "en-rUS")) {
            home("off-${language.take(2)}", Look(language, "notnight", 1f, 360)) {}
            home("off-night-${language.take(2)}", Look(language, "night", 2f, 320)) {}
        }
    }

    @Test
    fun `the history, in all variants`() {
        hold()
        Chosen.preset(app, Preset.WARN)
        FakeContacts.install()
        FakeContacts.add("+639171234567")
        val telecom = Telecom()
        val phone = Phone(app)
        val calls = listOf("0312345678", "+18442980110", "+8000286210110", "+639171234567", "+77273219876")
        calls.forEachIndexed { minutes, number ->
            phone.at(Phone.NOW + minutes * 60_000L)
            telecom.screen(FakeCall(phone.handle(number)))
        }
        telecom.screen(FakeCall(null, TelecomManager.PRESENTATION_RESTRICTED))
        telecom.screen(FakeCall("tel:0312345678", direction = Call.Details.DIRECTION_OUTGOING))
        phone.repair()
        for (look in looks) {
            draw("records-${look.name}", look, RecordsActivity::class.java) {
                val list = it.requireViewById<ListView>(R.id.list)
                Wait.until { list.count == calls.size + 3 }
            }
        }
    }

    @Test
    fun `the lists of numbers, in all variants`() {
        hold()
        Chosen.preset(app, Preset.STOP)
        val file = kotlin.io.path.createTempFile().toFile().apply { writeText("+18442980122\n0312345678\n") }
        importList(
            SettingsFolder.of(app).path,
            file.path,
            "詐欺電話番号2026年11月.csv",
            Action.REJECT,
            Phone.NOW / 1_000,
            null,
            "JP",
        )
        for (look in looks) {
            draw("lists-${look.name}", look, ListsActivity::class.java) {
                Wait.until { it.requireViewById<ViewGroup>(R.id.all).childCount == 1 }
            }
        }
    }

    @Test
    fun `the picture of the README`() {
        hold()
        home("readme-ja", Look("ja-rJP", "notnight", 1f, 360), height = 760) {}
        home("readme-en", Look("en-rUS", "notnight", 1f, 360), height = 760) {}
    }

    private fun hold() {
        shadowOf(app).grantPermissions(READ_CONTACTS)
        Roles(app).hold()
    }

    private fun check(home: HomeActivity, number: String) {
        home.requireViewById<EditText>(R.id.number).setText(number)
        home.requireViewById<Button>(R.id.check).performClick()
        Wait.until { home.requireViewById<TextView>(R.id.explanation).text.isNotEmpty() }
    }

    private fun home(name: String, look: Look, height: Int = TALL, prepare: (HomeActivity) -> Unit) {
        Chosen.preset(app, Preset.STOP)
        Roles(app).makeAvailable()
        draw(name, look, HomeActivity::class.java, height) { home ->
            Wait.until { home.requireViewById<RadioButton>(R.id.preset_stop).isChecked }
            prepare(home)
        }
    }

    private fun <T : Activity> draw(
        name: String,
        look: Look,
        type: Class<T>,
        height: Int = TALL,
        prepare: (T) -> Unit,
    ) {
        RuntimeEnvironment.setQualifiers("${look.language}-w${look.width}dp-h${height}dp-${look.theme}-xhdpi")
        RuntimeEnvironment.setFontScale(look.scale)
        Robolectric.buildActivity(type).use { controller ->
            val screen = controller.setup().get()
            prepare(screen)
            Wait.until { true }
            val root = screen.window.decorView
            val bitmap = Bitmap.createBitmap(root.width, root.height, Bitmap.Config.ARGB_8888)
            root.draw(Canvas(bitmap))
            File(folder, "$name.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
            inspect(name, root)
        }
    }

    private fun inspect(name: String, view: View) {
        if (view.visibility != View.VISIBLE) return
        if (view is ViewGroup) (0 until view.childCount).forEach { inspect(name, view.getChildAt(it)) }
        val density = view.resources.displayMetrics.density
        if (view.isClickable) assertTrue("$name: $view is too low to hit", view.height >= TOUCH_DP * density)
        if (view is TextView && view.text.isNotEmpty()) {
            val layout = checkNotNull(view.layout) { "$name: a text that is not laid out" }
            for (line in 0 until layout.lineCount) {
                assertTrue("$name: '${view.text}' is cut off", layout.getEllipsisCount(line) == 0)
                assertTrue("$name: '${view.text}' is too wide", layout.getLineMax(line) <= layout.width + 1)
            }
        }
    }

    private companion object {
        const val TOUCH_DP = 48

        /** So high that nothing has to be scrolled. */
        const val TALL = 3_000
    }
}
