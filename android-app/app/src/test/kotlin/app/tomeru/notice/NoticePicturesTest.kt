// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Application
import android.app.Notification
import android.content.res.Configuration
import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.SystemClock
import android.view.ContextThemeWrapper
import android.view.View
import android.view.ViewGroup
import android.widget.FrameLayout
import android.widget.RemoteViews
import android.widget.TextView
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.core.Pass
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.core.recommendedSettings
import app.tomeru.health.HealthNotice
import app.tomeru.outgoing.OutgoingNotice
import app.tomeru.pass.PassNotice
import app.tomeru.protection.Protection
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Look
import app.tomeru.support.Phone
import app.tomeru.support.Studio
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import java.io.File

/**
 * Draws every notice, as the platform's own templates show it, into target/screens: both languages, light and dark, at
 * normal and double text size, on a narrow and a wide phone.
 */
@Suppress("DEPRECATION") // Android 15 draws notices itself; before, and in a test, an app can ask for the views
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class NoticePicturesTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)
    private var width = 0
    private val folder = File(Vectors.root, "target/screens").apply { mkdirs() }

    /** The record of a call from [number], made by the real service. */
    private fun record(number: String): CallRecord {
        FakeContacts.install()
        telecom.screen(FakeCall(phone.handle(number)))
        return phone.lastRecord()
    }

    @Test
    fun `every notice, in both languages, light and dark`() {
        // Pictures of an earlier run do not count below.
        checkNotNull(folder.listFiles()).filter { it.name.startsWith("notice-") }.forEach(File::delete)
        SystemClock.setCurrentTimeMillis(Phone.NOW)
        Chosen.preset(app, Preset.WARN)
        val foreign = record("+18442980110").copy(action = Action.WARN)
        val forged = record("+8000286210110").copy(action = Action.WARN)
        val philippine = record("+639171234567").copy(action = Action.REJECT)
        val british = record("+442079460018").copy(action = Action.REJECT)
        for (language in listOf("ja-rJP", "en-rUS")) {
            for (theme in listOf("notnight", "night")) {
                for ((scale, screen) in listOf(1f to 320, 1f to 411, 2f to 320, 2f to 411)) {
                    val look = Look(language, theme, scale, screen, height = 800)
                    Studio.hold(look)
                    width = screen - 2 * SIDE_DP
                    val name = look.name
                    big("warning-$name", warning(foreign))
                    headsUp("warning-headsup-$name", warning(foreign))
                    big("warning-forged-$name", warning(forged))
                    val stopped = StoppedNotice(app)
                    big("stopped-$name", stopped.single(philippine))
                    big("stopped-forged-$name", stopped.single(forged.copy(action = Action.REJECT)))
                    big("stopped-digest-$name", stopped.digest(listOf(philippine, british, foreign)))
                    val until = Phone.NOW / 1_000 + 45 * 60
                    val passes = listOf(Pass(null, until - 3_600, until), Pass("US", until - 3_600, until + 18_000))
                    val own = philippine.copy(outgoing = true, reason = Reason.OUTGOING_STOPPED)
                    big("outgoing-$name", OutgoingNotice(app).notification(own))
                    val lost = Protection(
                        Protection.Level.STOPPED,
                        R.string.state_stopped_detail,
                        Protection.Repair.CHOOSE_APP,
                    )
                    big("health-$name", HealthNotice(app).notification(lost))
                    big("pass-$name", PassNotice(app).on(passes).build())
                    big("pass-ended-$name", PassNotice(app).ended(recommendedSettings().policy).build())
                    public("warning-public-$name", warning(foreign))
                    headsUp("warning-locked-$name", warning(foreign, isLocked = true))
                }
            }
        }
        assertTrue(checkNotNull(folder.list()).count { it.startsWith("notice-") } == PICTURES)
    }

    private fun warning(record: CallRecord, isLocked: Boolean = false): Notification {
        val situation = Surroundings(app).now(record).copy(locked = isLocked)
        return checkNotNull(RingWarning(app).notification(record, WarnPlan.of(situation)))
    }

    private fun big(name: String, notice: Notification) = template(name, notice) { it.createBigContentView() }

    private fun headsUp(name: String, notice: Notification) = template(name, notice) {
        it.createHeadsUpContentView() ?: it.createContentView()
    }

    private fun public(name: String, notice: Notification) =
        template(name, notice.publicVersion) { it.createContentView() }

    private fun template(name: String, notice: Notification, make: (Notification.Builder) -> RemoteViews) {
        val themed = ContextThemeWrapper(app, android.R.style.Theme_DeviceDefault_DayNight)
        val views = make(Notification.Builder.recoverBuilder(themed, notice))
        val night = app.resources.configuration.uiMode and Configuration.UI_MODE_NIGHT_MASK
        val shade = if (night == Configuration.UI_MODE_NIGHT_YES) DARK_SHADE else LIGHT_SHADE
        draw(name, views.apply(themed, FrameLayout(themed)), shade)
    }

    private fun draw(name: String, view: View, background: Int) {
        val density = view.resources.displayMetrics.density
        val width = View.MeasureSpec.makeMeasureSpec((width * density).toInt(), View.MeasureSpec.EXACTLY)
        view.measure(width, View.MeasureSpec.makeMeasureSpec(TALLEST, View.MeasureSpec.AT_MOST))
        view.layout(0, 0, view.measuredWidth, view.measuredHeight)
        val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        Canvas(bitmap).run {
            drawColor(background)
            view.draw(this)
        }
        File(folder, "notice-$name.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
        assertTrue("$name shows text", texts(view).any { it.isNotBlank() })
    }

    private fun texts(view: View): List<String> = when (view) {
        is TextView -> listOf(view.text.toString())
        is ViewGroup -> (0 until view.childCount).flatMap { texts(view.getChildAt(it)) }
        else -> emptyList()
    }

    private companion object {
        const val SIDE_DP = 8
        const val PICTURES = 192
        const val TALLEST = 4_000
        const val LIGHT_SHADE = 0xFFF4F5F3.toInt()
        const val DARK_SHADE = 0xFF1E2120.toInt()
    }
}
