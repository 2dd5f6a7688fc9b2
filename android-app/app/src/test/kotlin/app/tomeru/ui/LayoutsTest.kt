// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.view.ContextThemeWrapper
import android.view.LayoutInflater
import android.widget.FrameLayout
import app.tomeru.R
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35])
class LayoutsTest : ScreenTest() {
    /** A text whose smallest size is not below its largest throws (AOSP, TextView), and takes a whole notice with it. */
    @Test
    fun `every layout can be made at every size of letters`() {
        val layouts = R.layout::class.java.fields.associate { it.name to it.getInt(null) }
        assertTrue("${layouts.size}", layouts.size > 30)
        for (scale in listOf(0.7f, 0.85f, 1f, 1.3f, 2f)) {
            RuntimeEnvironment.setFontScale(scale)
            val screen = ContextThemeWrapper(RuntimeEnvironment.getApplication(), R.style.Theme_Tomeru)
            val broken = layouts.mapNotNull { (name, id) ->
                try {
                    LayoutInflater.from(screen).inflate(id, FrameLayout(screen), true)
                    null
                } catch (e: RuntimeException) {
                    "$name: ${generateSequence<Throwable>(e) { it.cause }.last()}"
                }
            }
            assertEquals("$scale", emptyList<String>(), broken)
        }
    }
}
