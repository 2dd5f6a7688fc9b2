// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.pictures

import android.app.Activity
import android.content.Intent
import android.graphics.Insets
import android.graphics.Rect
import android.net.Uri
import android.view.View
import android.view.ViewGroup
import android.view.WindowInsets
import android.widget.TextView
import app.tomeru.support.Look
import app.tomeru.support.ScreenTest
import app.tomeru.support.Studio
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.check.CheckActivity
import app.tomeru.ui.countries.CountriesActivity
import app.tomeru.ui.family.FamilyActivity
import app.tomeru.ui.family.FamilyNumberActivity
import app.tomeru.ui.family.OfferActivity
import app.tomeru.ui.guide.GuideActivity
import app.tomeru.ui.guide.LimitsActivity
import app.tomeru.ui.home.HomeActivity
import app.tomeru.ui.home.WaitActivity
import app.tomeru.ui.home.WaysActivity
import app.tomeru.ui.paid.PaidActivity
import app.tomeru.ui.records.RecordsActivity
import app.tomeru.ui.settings.ListPreviewActivity
import app.tomeru.ui.settings.ListsActivity
import app.tomeru.ui.settings.OwnNumbersActivity
import app.tomeru.ui.settings.SettingsActivity
import app.tomeru.ui.setup.SetupActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.shadows.ShadowWindowManagerGlobal
import org.robolectric.util.ReflectionHelpers

/** Every screen in looks that few phones have, and on the oldest Android. */
@RunWith(TomeruRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class LooksTest : ScreenTest() {
    private fun everywhere(name: String, look: Look, inspect: (Activity) -> Unit = {}) {
        draw<SetupActivity>("$name-setup", look, inspect)
        draw<HomeActivity>("$name-home", look, inspect)
        draw<WaitActivity>("$name-wait", look, inspect)
        draw<WaysActivity>("$name-ways", look, inspect)
        draw<CheckActivity>("$name-check", look, inspect)
        draw<RecordsActivity>("$name-records", look, inspect)
        draw<CountriesActivity>("$name-countries", look, inspect)
        draw<SettingsActivity>("$name-settings", look, inspect)
        draw<OwnNumbersActivity>("$name-own-numbers", look, inspect)
        draw<ListsActivity>("$name-lists", look, inspect)
        draw<GuideActivity>("$name-guide", look, inspect)
        draw<LimitsActivity>("$name-limits", look, inspect)
        draw<FamilyActivity>("$name-family", look, inspect)
        draw<FamilyNumberActivity>("$name-family-number", look, inspect)
        draw<PaidActivity>("$name-paid", look, inspect)
        val numbers = Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_TEXT, "0312345678\n+18442980122\n0120210364\n")
        draw<ListPreviewActivity>("$name-list-preview", look, inspect, numbers)
        val code = Intent(Intent.ACTION_VIEW, Uri.parse("tomeru:1?p=warn&a=&c=&d=30&e=120&end"))
        draw<OfferActivity>("$name-offer", look, inspect, code)
    }

    private inline fun <reified T : Activity> draw(
        name: String,
        look: Look,
        inspect: (Activity) -> Unit,
        intent: Intent? = null,
    ) {
        Studio.draw<T>(name, look, intent) { screen ->
            // What is read beside the main thread has come.
            Wait.idle()
            inspect(screen)
        }
    }

    @Test
    @Config(sdk = [35])
    fun `in landscape, and beside another app`() {
        for ((name, width, height, scale) in listOf(
            Shape("land", 760, 340, 1f),
            Shape("land", 760, 340, 2f),
            Shape("split", 340, 300, 1f),
            Shape("small", 240, 320, 1f),
        )) {
            everywhere(name, Look("ja-rJP", scale = scale, width = width, height = height))
        }
    }

    @Test
    @Config(sdk = [35])
    fun `on a tablet the lines stay short`() = everywhere(
        "tablet",
        Look("ja-rJP", width = 900, height = 1_200),
    ) { screen ->
        val density = screen.resources.displayMetrics.density
        for (text in lines(screen.window.decorView)) {
            val widest = (0 until text.layout.lineCount).maxOf(text.layout::getLineWidth) / density
            assertTrue("${screen.localClassName}: $widest dp: ${text.text}", widest <= 620)
        }
    }

    @Test
    @Config(sdk = [35])
    fun `from right to left`() = everywhere("rtl", Look("ar", more = "ldrtl")) { screen ->
        assertEquals(View.LAYOUT_DIRECTION_RTL, screen.window.decorView.layoutDirection)
    }

    @Test
    @Config(sdk = [29])
    fun `without the device's palette, light and dark`() {
        for (theme in listOf("notnight", "night")) everywhere("old", Look("ja-rJP", theme))
    }

    @Test
    @Config(sdk = [30, 35])
    fun `bars and a notch cover nothing`() = everywhere("notch", Look("ja-rJP", width = 760, height = 340)) { screen ->
        val root = screen.window.decorView
        // Wide bars stand for a notch: Android adds it to what fitsSystemWindows keeps free (AOSP, InsetsState), but
        // a test cannot build such insets.
        val bars = WindowInsets.Builder().setInsets(WindowInsets.Type.systemBars(), Insets.of(90, 50, 40, 30)).build()
        root.dispatchApplyWindowInsets(bars)
        val exactly = { size: Int -> View.MeasureSpec.makeMeasureSpec(size, View.MeasureSpec.EXACTLY) }
        root.measure(exactly(root.width), exactly(root.height))
        root.layout(0, 0, root.width, root.height)
        val free = Rect(90, 50, root.width - 40, root.height - 30)
        val shown = controls(root).mapNotNull { Rect().takeIf(it::getGlobalVisibleRect) }
        assertTrue("${screen.localClassName}: no control is shown", shown.isNotEmpty())
        shown.forEach { assertTrue("$it is not within $free", free.contains(it)) }
    }

    @Test
    @Config(sdk = [29, 35])
    fun `arrow keys get to every control`() {
        val off = ReflectionHelpers.ClassParameter.from(Boolean::class.java, false)
        ReflectionHelpers.callStaticMethod<Unit>(ShadowWindowManagerGlobal::class.java, "setInTouchMode", off)
        everywhere("keys", Look("ja-rJP"), ::walk)
    }

    /** Goes with the arrow keys from the first control to wherever they lead. */
    private fun walk(screen: Activity) {
        assertTrue("fingers, not keys", !screen.window.decorView.isInTouchMode)
        val all = controls(screen.window.decorView).toSet()
        val reached = mutableSetOf<View>()
        val next = ArrayDeque(all.take(1))
        while (next.isNotEmpty()) {
            val control = next.removeFirst()
            if (!reached.add(control)) continue
            for (direction in listOf(View.FOCUS_UP, View.FOCUS_DOWN, View.FOCUS_LEFT, View.FOCUS_RIGHT)) {
                control.focusSearch(direction)?.let(next::add)
            }
        }
        assertEquals("no arrow key gets to them", emptySet<View>(), all - reached)
    }

    /** Every text in [view] that is shown. */
    private fun lines(view: View): List<TextView> = when {
        !view.isShown -> emptyList()
        view is TextView -> listOf(view).filter { it.layout != null }
        view is ViewGroup -> (0 until view.childCount).flatMap { lines(view.getChildAt(it)) }
        else -> emptyList()
    }

    /** Everything in [view] that is shown and that a key can get to. */
    private fun controls(view: View): List<View> = when {
        !view.isShown -> emptyList()
        view is ViewGroup && !view.isClickable -> (0 until view.childCount).flatMap { controls(view.getChildAt(it)) }
        view.isFocusable && view.isClickable -> listOf(view)
        else -> emptyList()
    }

    private data class Shape(val name: String, val width: Int, val height: Int, val scale: Float)
}
