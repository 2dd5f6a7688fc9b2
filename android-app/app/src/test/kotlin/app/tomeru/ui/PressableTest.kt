// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Activity
import android.content.pm.PackageManager
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.RadioButton
import android.widget.RadioGroup
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.annotation.Config
import org.robolectric.util.ReflectionHelpers

/** A button that can be seen does something when it is pressed, while a screen still reads what it shows, too. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35])
class PressableTest : ScreenTest() {
    private fun screens(): List<Class<out Activity>> = checkNotNull(
        app.packageManager.getPackageInfo(app.packageName, PackageManager.GET_ACTIVITIES).activities,
    )
        .map { Class.forName(it.targetActivity ?: it.name) }.distinct()
        .filter(Screen::class.java::isAssignableFrom)
        .map { it.asSubclass(Activity::class.java) }

    private fun RadioGroup.isDead() =
        ReflectionHelpers.getField<RadioGroup.OnCheckedChangeListener?>(this, "mOnCheckedChangeListener") == null

    /** The names of the visible buttons below this view that do nothing. */
    private fun View.dead(): List<String> = when {
        visibility != View.VISIBLE -> emptyList()

        // Its group listens.
        this is RadioButton -> listOf("$text").filter { (parent as RadioGroup).isDead() }

        this is Button -> listOf("$text").filter { isEnabled && !hasOnClickListeners() }

        this is ViewGroup -> (0 until childCount).flatMap { getChildAt(it).dead() }

        else -> emptyList()
    }

    @Test
    fun `no button is dead, before anything is read and after it was`() {
        val screens = screens()
        assertTrue("$screens", screens.size > 15)
        val dead = screens.flatMap { type ->
            val screen = Robolectric.buildActivity(type).create()
            val first = screen.get().window.decorView.dead().map { "${type.simpleName}, at first: $it" }
            screen.start().resume()
            Wait.idle()
            first + screen.get().window.decorView.dead().map { "${type.simpleName}: $it" }
        }
        assertEquals(dead.joinToString("\n"), 0, dead.size)
    }
}
