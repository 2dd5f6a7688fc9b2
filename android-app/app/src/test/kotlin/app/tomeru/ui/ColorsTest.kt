// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Application
import app.tomeru.R
import app.tomeru.support.Inspection.Companion.contrast
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** Colours that meet on a screen can be told apart, on every Android version and in both themes. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 33, 35])
class ColorsTest {
    private val app: Application = RuntimeEnvironment.getApplication()

    private val pairs = listOf(R.color.background, R.color.card, R.color.tint).flatMap { ground ->
        listOf(
            R.color.text,
            R.color.text_secondary,
            R.color.protected_,
            R.color.partly,
            R.color.stopped,
            R.color.button,
        )
            .map { it to ground }
    } + (R.color.on_button to R.color.button)

    @Test
    fun `text is read on what it stands on`() {
        for (theme in listOf("notnight", "night")) {
            RuntimeEnvironment.setQualifiers("+$theme")
            for ((text, ground) in pairs) {
                val contrast = contrast(app.getColor(text), app.getColor(ground))
                val names = listOf(text, ground).map(app.resources::getResourceEntryName)
                assertTrue("$theme $names $contrast", contrast >= 4.5)
            }
            // The edge of a field tells where to type, and the ring where the keys are.
            for (ground in listOf(R.color.background, R.color.card)) {
                val outline = contrast(app.getColor(R.color.outline), app.getColor(ground))
                assertTrue("$theme outline $outline", outline >= 3)
                val ring = listOf(R.color.focus, R.color.focus_edge).maxOf {
                    contrast(app.getColor(it), app.getColor(ground))
                }
                assertTrue("$theme ring $ring", ring >= 3)
            }
        }
    }

    @Test
    fun `whatever the wallpaper, what is pressed is teal`() {
        for ((theme, teal) in listOf("notnight" to 0xFF00584F, "night" to 0xFF7FD8C9)) {
            RuntimeEnvironment.setQualifiers("+$theme")
            assertEquals(theme, teal.toInt(), app.getColor(R.color.button))
        }
    }

    @Test
    fun `the measure is that of WCAG`() {
        assertEquals(21.0, contrast(0xFF000000.toInt(), 0xFFFFFFFF.toInt()), 0.01)
        assertEquals(4.54, contrast(0xFF767676.toInt(), 0xFFFFFFFF.toInt()), 0.01)
    }
}
