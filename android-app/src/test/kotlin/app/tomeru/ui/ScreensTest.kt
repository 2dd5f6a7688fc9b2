// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import android.widget.Button
import android.widget.EditText
import android.widget.RadioButton
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.core.Preset
import app.tomeru.record.FaultLog
import app.tomeru.support.Chosen
import app.tomeru.support.Roles
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

    @Test
    fun `protected, in all variants`() {
        hold()
        for (language in listOf("ja-rJP", "en-rUS")) {
            for (theme in listOf("notnight", "night")) {
                for (scale in listOf(1f, 2f)) {
                    for (width in listOf(320, 411)) {
                        val name = "home-${language.take(2)}-$theme-${(scale * 100).toInt()}-$width"
                        draw(name, language, theme, scale, width) { check(it, "+1800335814321") }
                    }
                }
            }
        }
    }

    @Test
    fun `off, and with a fault, in both languages`() {
        FaultLog(app).record(Fault.DEADLINE)
        for (language in listOf("ja-rJP", "en-rUS")) {
            draw("off-${language.take(2)}", language, "notnight", 1f, 360) {}
            draw("off-night-${language.take(2)}", language, "night", 2f, 320) {}
        }
    }

    @Test
    fun `the picture of the README`() {
        hold()
        draw("readme-ja", "ja-rJP", "notnight", 1f, 360, height = 760) {}
        draw("readme-en", "en-rUS", "notnight", 1f, 360, height = 760) {}
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

    private fun draw(
        name: String,
        language: String,
        theme: String,
        scale: Float,
        width: Int,
        height: Int = 2_400,
        prepare: (HomeActivity) -> Unit,
    ) {
        RuntimeEnvironment.setQualifiers("$language-w${width}dp-h${height}dp-$theme-xhdpi")
        RuntimeEnvironment.setFontScale(scale)
        Chosen.preset(app, Preset.STOP)
        Roles(app).makeAvailable()
        Robolectric.buildActivity(HomeActivity::class.java).use { controller ->
            val home = controller.setup().get()
            Wait.until { home.requireViewById<RadioButton>(R.id.preset_stop).isChecked }
            prepare(home)
            Wait.until { true }
            val root = home.window.decorView
            val bitmap = Bitmap.createBitmap(root.width, root.height, Bitmap.Config.ARGB_8888)
            root.draw(Canvas(bitmap))
            File(folder, "$name.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
            inspect(name, root)
        }
    }

    private fun inspect(name: String, view: View) {
        if (view.visibility != View.VISIBLE) return
        if (view is android.view.ViewGroup) (0 until view.childCount).forEach { inspect(name, view.getChildAt(it)) }
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
    }
}
