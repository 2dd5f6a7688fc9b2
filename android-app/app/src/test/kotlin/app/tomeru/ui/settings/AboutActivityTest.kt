// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.view.View
import app.tomeru.R
import app.tomeru.route.Route
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** The version, and what the licences of others want to be told. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class AboutActivityTest : ScreenTest() {
    private fun version(name: String) {
        val own = app.packageManager.getPackageInfo(app.packageName, 0)
        shadowOf(app.packageManager).getInternalMutablePackageInfo(own.packageName).versionName = name
    }

    private fun about() = open<AboutActivity>().also { screen -> Wait.until { screen.text(R.id.licence).isNotEmpty() } }

    @Test
    fun `it names software, licences and voices, as NOTICE has them`() {
        val screen = about()
        val notice = screen.text(R.id.notice)
        for (what in listOf(
            "serde_json: MIT OR Apache-2.0",
            "uniffi_core: MPL-2.0",
            "https://github.com/mozilla/uniffi-rs",
        )) {
            assertTrue(what, what in notice)
        }
        for (what in listOf(
            "Project Nayuki",
            "THE SOFTWARE IS PROVIDED",
            "NIT ATR503 M001",
            "Carnegie Mellon University",
        )) {
            assertTrue(what, what in notice)
        }
        assertTrue("END OF TERMS AND CONDITIONS" in screen.text(R.id.licence))
    }

    @Test
    fun `a build with a debug key says so, a released one does not`() {
        version("1.2.3-debug")
        val debug = about()
        assertEquals("とめる 1.2.3-debug", debug.text(R.id.version))
        assertEquals(View.VISIBLE, debug.requireViewById<View>(R.id.debug).visibility)
        version("1.2.3")
        val released = about()
        assertEquals("とめる 1.2.3", released.text(R.id.version))
        assertEquals(View.GONE, released.requireViewById<View>(R.id.debug).visibility)
    }

    @Test
    fun `it leads to what the app cannot do`() {
        val screen = about()
        screen.press(R.id.limits)
        assertEquals(Route.LIMITS.intent(app).component, screen.opened().component)
    }

    @Test
    @Config(sdk = [35])
    fun `lines for wide pages become paragraphs`() {
        val lines = listOf("", "  One", "  and two.", "", "", "- a: b", "- c: d", "", "Three")
        assertEquals("One and two.\n\n- a: b\n- c: d\n\nThree", Paragraphs.of(lines))
    }
}
