// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.AlertDialog
import android.content.Intent
import android.net.Uri
import android.view.MotionEvent
import android.view.View
import android.view.ViewGroup
import android.widget.CheckBox
import app.tomeru.R
import app.tomeru.core.Preset
import app.tomeru.route.Route
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.check.CheckActivity
import app.tomeru.ui.family.OfferActivity
import app.tomeru.ui.settings.ListPreviewActivity
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** A press through a window of another app agrees to nothing, and the screen says why. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class CoveredTest : ScreenTest() {
    /** A finger on [view]; [flags] as the system gives them. */
    private fun touch(view: View, flags: Int) {
        val properties = arrayOf(MotionEvent.PointerProperties().apply { toolType = MotionEvent.TOOL_TYPE_FINGER })
        val place = arrayOf(
            MotionEvent.PointerCoords().apply {
                x = view.width / 2f
                y = view.height / 2f
            },
        )
        for ((millis, action) in listOf(0L to MotionEvent.ACTION_DOWN, 50L to MotionEvent.ACTION_UP)) {
            val source = android.view.InputDevice.SOURCE_TOUCHSCREEN
            view.dispatchTouchEvent(
                MotionEvent.obtain(0, millis, action, 1, properties, place, 0, 0, 1f, 1f, 0, 0, source, flags),
            )
        }
        // The press is posted; what it does is awaited by who asks.
        Wait.until { true }
    }

    private val why = "ほかのアプリの画面が重なっているので、押せません。小さな丸いボタンや、画面の色を変えるアプリを閉じてから、もう一度押してください。"

    @Test
    fun `an offer is not taken`() {
        val offer = Intent(Intent.ACTION_VIEW, Uri.parse("tomeru:1?p=warn&a=&c=&d=30&e=120&end"))
        val screen = open<OfferActivity>(offer)
        Wait.until { screen.shows(R.id.take) }
        touch(screen.requireViewById(R.id.take), MotionEvent.FLAG_WINDOW_IS_OBSCURED)
        screen.awaitMessage(why)
        assertEquals(Preset.STOP, store.load().settings.policy.preset)
        // A handle at the edge of the screen, as some phones have it all the time.
        touch(screen.requireViewById(R.id.take), MotionEvent.FLAG_WINDOW_IS_PARTIALLY_OBSCURED)
        screen.awaitMessage("設定しました。")
        assertEquals(Preset.WARN, store.load().settings.policy.preset)
    }

    @Test
    fun `a dangerous number of a file is not chosen`() {
        val text = Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_TEXT, "110\n+18442980122\n")
        val screen = open<ListPreviewActivity>(text)
        Wait.until { screen.shows(R.id.take) }
        val box = screen.requireViewById<ViewGroup>(R.id.dangerous).getChildAt(0) as CheckBox
        touch(box, MotionEvent.FLAG_WINDOW_IS_OBSCURED)
        screen.awaitMessage(why)
        assertEquals(false, box.isChecked)
        touch(box, 0)
        Wait.until { box.isChecked }
    }

    @Test
    fun `a number of another app is not let through`() {
        val screen = open<CheckActivity>(Intent().putExtra(Route.NUMBER, "+18442980122"))
        Wait.until { screen.shows(R.id.result) }
        val allow = screen.requireViewById<View>(R.id.number_actions).requireViewById<View>(R.id.allow)
        touch(allow, MotionEvent.FLAG_WINDOW_IS_OBSCURED)
        screen.awaitMessage(why)
        assertEquals(0, store.load().settings.policy.allowed.size)
        touch(allow, 0)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        Wait.until { store.load().settings.policy.allowed.size == 1 }
    }
}
