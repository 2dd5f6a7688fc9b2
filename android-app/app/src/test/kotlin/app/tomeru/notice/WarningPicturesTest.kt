// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Application
import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.SystemClock
import android.view.Gravity
import android.view.View
import android.view.WindowManager.LayoutParams
import android.widget.TextView
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.support.Chosen
import app.tomeru.support.DrawnCall
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Inspection
import app.tomeru.support.Look
import app.tomeru.support.Phone
import app.tomeru.support.Studio
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import java.io.File

/** Draws the warning over the screen of a call, where its window would be, into target/screens. */
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class WarningPicturesTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)
    private val folder = File(Vectors.root, "target/screens").apply { mkdirs() }

    private fun record(number: String): CallRecord {
        FakeContacts.install()
        telecom.screen(FakeCall(phone.handle(number)))
        return phone.lastRecord().copy(action = Action.WARN)
    }

    /** What is under the warning. */
    private enum class Scene { LOCKED, IN_USE, ANSWERED }

    @Test
    fun `over a call, locked and in use, ringing and answered`() {
        checkNotNull(folder.listFiles()).filter { it.name.startsWith("warning-") }.forEach(File::delete)
        SystemClock.setCurrentTimeMillis(Phone.NOW)
        Chosen.preset(app, Preset.WARN)
        val foreign = record("+18442980122")
        val forged = record("+8000286210110")
        val long = record("+442079460018").copy(reason = Reason.IMPORTED_LIST)
        val hospital = record("0312345678")
        val police = record("0335814321")
        val emergency = record("110")
        var pictures = 0
        for (language in listOf("ja-rJP", "en-rUS")) {
            for (scale in listOf(1f, 1.3f, 2f)) {
                for ((width, height) in listOf(320 to 640, 360 to 760, 411 to 891)) {
                    val look = Look(language, scale = scale, width = width, height = height)
                    for (scene in Scene.entries) {
                        draw("warning-${scene.name.lowercase()}-${look.name}", look, scene, foreign)
                        pictures++
                    }
                }
                val small = Look(language, "night", scale, 320, 640)
                draw("warning-forged-${small.name}", small, Scene.LOCKED, forged)
                draw("warning-listed-${small.name}", small, Scene.LOCKED, long)
                draw("warning-police-${small.name}", small, Scene.LOCKED, police)
                draw("warning-police-in_use-${small.name}", small, Scene.IN_USE, police)
                draw("warning-police-answered-${small.name}", small, Scene.ANSWERED, police)
                draw("warning-emergency-${small.name}", small, Scene.LOCKED, emergency)
                draw("warning-other-${small.name}", small, Scene.LOCKED, hospital)
                draw("warning-rehearsal-${small.name}", small, Scene.LOCKED, hospital.copy(rehearsal = true))
                val land = Look(language, scale = scale, width = 760, height = 340)
                draw("warning-land-${land.name}", land, Scene.LOCKED, foreign)
                val tablet = Look(language, scale = scale, width = 900, height = 1_200)
                draw("warning-tablet-${tablet.name}", tablet, Scene.LOCKED, foreign)
                pictures += 10
            }
        }
        assertEquals(pictures, checkNotNull(folder.list()).count { it.startsWith("warning-") })
    }

    private fun draw(name: String, look: Look, scene: Scene, record: CallRecord) {
        Studio.hold(look)
        val isAnswered = scene == Scene.ANSWERED
        val density = app.resources.displayMetrics.density
        val screen = (look.width * density).toInt() to (look.height * density).toInt()
        val picture = Bitmap.createBitmap(screen.first, screen.second, Bitmap.Config.ARGB_8888)
        val under = Bitmap.createBitmap(screen.first, screen.second, Bitmap.Config.ARGB_8888)
        val call = DrawnCall(Canvas(under), look.width, look.height, density)
        when (scene) {
            Scene.LOCKED -> call.ringing()
            Scene.IN_USE -> call.inUse()
            Scene.ANSWERED -> call.spoken()
        }
        val view = Overlay.view(app)
        val text = WarningText(app, record)
        Overlay.fill(view, text)
        if (isAnswered) Overlay.calm(view, text.answered)
        val place = Overlay.place(view, isAnswered)
        layOut(view, place)
        Canvas(picture).run {
            drawBitmap(under, 0f, 0f, null)
            save()
            val top = if (isAnswered) DrawnCall.STATUS * density else (screen.second - view.height) / 2f
            translate((screen.first - view.width) / 2f, top)
            view.draw(this)
            restore()
        }
        if (scene == Scene.IN_USE) DrawnCall(Canvas(picture), look.width, look.height, density).smallNotice()
        Studio.write(picture, File(folder, "$name.png"))
        inspect(name, view, screen.second, scene)
    }

    private fun layOut(view: View, place: LayoutParams) {
        val width = View.MeasureSpec.makeMeasureSpec(place.width, View.MeasureSpec.EXACTLY)
        view.measure(width, View.MeasureSpec.makeMeasureSpec(0, View.MeasureSpec.UNSPECIFIED))
        view.layout(0, 0, view.measuredWidth, view.measuredHeight)
        assertTrue(place.gravity and Gravity.CENTER_HORIZONTAL != 0)
    }

    private fun inspect(name: String, view: View, screen: Int, scene: Scene) {
        val alone = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        view.draw(Canvas(alone))
        Inspection(name, alone).ofPart(view)
        assertTrue("$name is ${view.height} of $screen high", view.height <= screen * 2 / 5)
        val there = listOf(R.id.notice_what_to_do, R.id.notice_close, R.id.notice_close_short).filter {
            view.requireViewById<View>(it).visibility == View.VISIBLE
        }
        assertEquals("$name: one button", 1, (there - R.id.notice_what_to_do).size)
        val order = view.requireViewById<TextView>(R.id.notice_title)
        val button = view.requireViewById<TextView>((there - R.id.notice_what_to_do).single())
        if (scene != Scene.ANSWERED) assertEquals("$name: the order is on one line", 1, order.lineCount)
        assertTrue("$name: nothing is larger than the order", button.textSize <= order.textSize)
        assertEquals("$name: an advice while it rings", scene != Scene.ANSWERED, R.id.notice_what_to_do in there)
    }
}
