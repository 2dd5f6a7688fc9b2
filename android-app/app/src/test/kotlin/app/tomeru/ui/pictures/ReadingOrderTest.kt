// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.pictures

import android.app.Application
import android.content.pm.PackageManager
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.LinearLayout
import android.widget.TextView
import app.tomeru.support.ReadingOrder
import app.tomeru.support.TomeruRunner
import app.tomeru.ui.Screen
import app.tomeru.ui.home.PassHourActivity
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** Every screen's order of reading is written down, and what writes it down sees what a person would hear. */
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
class ReadingOrderTest {
    private val app: Application = RuntimeEnvironment.getApplication()

    @Test
    fun `each screen has a file`() {
        val activities = app.packageManager.getPackageInfo(app.packageName, PackageManager.GET_ACTIVITIES).activities
        val screens = activities.orEmpty().filter { it.targetActivity == null }.map { Class.forName(it.name) }
            .filter { Screen::class.java.isAssignableFrom(it) && it != PassHourActivity::class.java }
        assertEquals(screens.map { it.simpleName }.toSet(), ReadingOrder.screens())
    }

    @Test
    fun `what is pressed is read whole, and what stands above is read first`() {
        val screen = Robolectric.buildActivity(android.app.Activity::class.java).setup().get()

        fun text(said: String) = TextView(screen).apply { text = said }
        val row = LinearLayout(screen).apply {
            isClickable = true
            addView(text("one"))
            addView(text("two"))
            addView(text("three").apply { visibility = View.GONE })
        }
        val column = LinearLayout(screen).apply {
            orientation = LinearLayout.VERTICAL
            addView(text("head").apply { isAccessibilityHeading = true })
            addView(row)
            addView(Button(screen).apply { text = "go" })
        }
        screen.setContentView(column)
        (column.parent as ViewGroup).run {
            measure(View.MeasureSpec.makeMeasureSpec(400, View.MeasureSpec.EXACTLY), 0)
            layout(0, 0, 400, 800)
        }
        assertEquals(
            listOf("heading  head", "row      one | two", "button   go"),
            ReadingOrder.of(column),
        )
    }
}
