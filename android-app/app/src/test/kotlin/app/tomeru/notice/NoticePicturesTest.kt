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
import android.widget.Button
import android.widget.FrameLayout
import android.widget.RemoteViews
import android.widget.TextView
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.core.Origin
import app.tomeru.core.Pass
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.core.recommendedSettings
import app.tomeru.health.HealthNotice
import app.tomeru.outgoing.OutgoingNotice
import app.tomeru.pass.PassNotice
import app.tomeru.protection.Protection
import app.tomeru.support.Breaks
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
        val police = record("0335814321").copy(action = Action.WARN)
        val unverified = foreign.copy(reason = Reason.VERIFICATION_FAILED)
        val philippine = record("+639171234567").copy(action = Action.REJECT)
        val british = record("+442079460018").copy(action = Action.REJECT)
        for (language in listOf("ja-rJP", "en-rUS")) {
            labels.clear()
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
                    val premium = own.copy(origin = Origin.DOMESTIC)
                    big("outgoing-premium-$name", OutgoingNotice(app).notification(premium))
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
                    for (record in listOf(foreign, forged, police, unverified)) fits(name, warning(record))
                }
            }
        }
        assertTrue(checkNotNull(folder.list()).count { it.startsWith("notice-") } == PICTURES)
    }

    /** What is seen of buttons, and what they say. */
    private val labels = mutableMapOf<String, String>()

    /** What Android gives to views of an app's own: 48 dp folded, 88 dp where they pop up, 252 dp opened. */
    private fun fits(name: String, notice: Notification) {
        val (small, popUp, opened) = listOf(notice.contentView, notice.headsUpContentView, notice.bigContentView)
            .map(::laidOut)
        val order = small.requireViewById<TextView>(R.id.notice_title)
        val density = order.resources.displayMetrics.density
        assertTrue("$name, folded: the order ends at ${order.bottom / density} dp", order.bottom <= FOLDED_DP * density)
        assertTrue("$name: it pops up ${popUp.height / density} dp high", popUp.height <= POP_UP_DP * density)
        assertTrue("$name: it is ${opened.height / density} dp high", opened.height <= OPENED_DP * density)
        for (view in listOf(order, opened.requireViewById<TextView>(R.id.notice_what_to_do))) {
            val layout = view.layout
            assertTrue("$name: '${view.text}' is cut", layout.height <= view.height && !isCut(view))
        }
    }

    private fun laidOut(views: RemoteViews): View {
        val themed = ContextThemeWrapper(app, android.R.style.Theme_DeviceDefault_DayNight)
        return views.apply(themed, FrameLayout(themed)).also(::layOut)
    }

    private fun layOut(view: View) {
        val exactly = (width * view.resources.displayMetrics.density).toInt()
        view.measure(
            View.MeasureSpec.makeMeasureSpec(exactly, View.MeasureSpec.EXACTLY),
            View.MeasureSpec.makeMeasureSpec(TALLEST, View.MeasureSpec.AT_MOST),
        )
        view.layout(0, 0, view.measuredWidth, view.measuredHeight)
    }

    private fun isCut(view: TextView) = (0 until view.lineCount).any { view.layout.getEllipsisCount(it) > 0 }

    /** No two buttons that do different things look alike, on one notice or on two. */
    private fun inspectButtons(name: String, view: View) {
        val seen = buttons(view).map { button -> seen(button) to button.text.toString() }
        assertTrue("$name: two buttons look alike: $seen", seen.map { it.first }.let { it == it.distinct() })
        for ((shown, text) in seen) {
            val other = labels.getOrPut(shown) { text }
            assertTrue("$name: '$other' and '$text' are both seen as '$shown'", other == text)
        }
    }

    private fun seen(button: TextView): String {
        val layout = checkNotNull(button.layout)
        val cut = layout.getEllipsisCount(0)
        return if (cut == 0) button.text.toString() else "${button.text.take(layout.getEllipsisStart(0))}…"
    }

    private fun buttons(view: View): List<TextView> = when (view) {
        is Button -> listOf(view).filter { it.isShown && it.text.isNotEmpty() }
        is ViewGroup -> (0 until view.childCount).flatMap { buttons(view.getChildAt(it)) }
        else -> emptyList()
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
        layOut(view)
        inspectButtons(name, view)
        // In English, Android breaks between words by itself.
        val isJapanese = app.resources.configuration.locales[0].language == "ja"
        for (text in textViews(view)) {
            if (text.visibility != View.VISIBLE || text.width == 0) continue
            Breaks.inspect(name, text, isWhole = isJapanese)
            assertTrue("$name: '${text.text}' is cut", text.id != android.R.id.title || !isCut(text))
        }
        val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        Canvas(bitmap).run {
            drawColor(background)
            view.draw(this)
        }
        File(folder, "notice-$name.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
        assertTrue("$name shows text", textViews(view).any { it.text.isNotBlank() })
    }

    private fun textViews(view: View): List<TextView> = when (view) {
        is TextView -> listOf(view)
        is ViewGroup -> (0 until view.childCount).flatMap { textViews(view.getChildAt(it)) }
        else -> emptyList()
    }

    private companion object {
        const val SIDE_DP = 8
        const val PICTURES = 208
        const val TALLEST = 4_000
        const val FOLDED_DP = 48
        const val POP_UP_DP = 88
        const val OPENED_DP = 252
        const val LIGHT_SHADE = 0xFFF4F5F3.toInt()
        const val DARK_SHADE = 0xFF1E2120.toInt()
    }
}
