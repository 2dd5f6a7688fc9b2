// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.content.DialogInterface
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.Canvas
import android.net.Uri
import android.telecom.Call
import android.telecom.DisconnectCause
import android.telecom.TelecomManager
import android.widget.Button
import app.tomeru.R
import app.tomeru.core.Preset
import app.tomeru.hooks.Hook
import app.tomeru.hooks.Hooks
import app.tomeru.notice.Notices
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import app.tomeru.support.Wait
import app.tomeru.support.Warned
import app.tomeru.ui.aftercall.AfterCallActivity
import app.tomeru.ui.settings.SelfTestActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.shadows.ShadowAlertDialog
import org.robolectric.shadows.ShadowSettings
import java.io.File

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ReportTest : ScreenTest() {
    private val telecom = Telecom()
    private val warned = Warned(app)

    /** All that a call leads to: it is screened, warned of, over, and asked about. */
    private fun live(number: String) {
        phone.at(Phone.NOW)
        telecom.screen(FakeCall(phone.handle(number)))
        draw()
        ended(number)
        telecom.screen(FakeCall(phone.handle(number), direction = Call.Details.DIRECTION_OUTGOING, id = "TC@2"))
        phone.settle()
    }

    private fun draw() {
        warned.settle()
        for (window in warned.windows()) {
            window.draw(Canvas(Bitmap.createBitmap(window.width, window.height, Bitmap.Config.ARGB_8888)))
        }
    }

    private fun ended(number: String) {
        val intent = Intent(TelecomManager.ACTION_POST_CALL)
            .putExtra(TelecomManager.EXTRA_HANDLE, Uri.fromParts("tel", number, null))
            .putExtra(TelecomManager.EXTRA_DISCONNECT_CAUSE, DisconnectCause.MISSED)
        Wait.until { open<AfterCallActivity>(intent).isFinishing }
    }

    /** What the report says of calls, without how often and how long: both are counted, not taken from a call. */
    private fun told() = Report(app).text().substringAfter("\n\n")
        .replace(Regex("[0-9]+(?=回|ミリ秒)"), "n")

    @Test
    fun `no digit of any number gets in`() {
        Chosen.preset(app, Preset.WARN)
        ShadowSettings.setCanDrawOverlays(true)
        live("+639171234567")
        val first = told()
        val numbers = File(Vectors.root, "tests/vectors/origins.tsv").readLines()
            .mapNotNull { Regex("""\+[0-9]{8,}""").find(it)?.value }.distinct()
        assertTrue("${numbers.size} numbers", numbers.size > 100)
        for (number in numbers.filterIndexed { index, _ -> index % STEP == 0 }) {
            live(number)
            assertEquals("the same whoever called: $number", first, told())
            val runs = Regex("[0-9]+").findAll(Report(app).text().substringAfter("\n\n")).map { it.value.length }
            assertTrue("$number: no run is long enough to be one", runs.all { it <= MOST_DIGITS })
        }
    }

    @Test
    fun `whatever is measured, a hook keeps four digits at most`() {
        repeat(Hooks.MOST_COUNT + 1) { Hooks(app).fired(Hook.entries.first(), 1) }
        assertEquals(Hooks.MOST_COUNT, Hooks(app).all().single { it.hook == Hook.entries.first() }.count)
        for (hook in Hook.entries) {
            Hooks(app).fired(hook, Long.MAX_VALUE)
            assertEquals(Hooks.MOST_MILLIS, Hooks(app).all().single { it.hook == hook }.tookMillis)
            Hooks(app).fired(hook, 819_012_345_678)
            assertEquals(Hooks.MOST_MILLIS, Hooks(app).all().single { it.hook == hook }.tookMillis)
            Hooks(app).fired(hook, -1)
            assertEquals(0, Hooks(app).all().single { it.hook == hook }.tookMillis)
        }
    }

    @Test
    fun `it tells which hooks fired, and when`() {
        val before = Report(app).text()
        assertTrue(before, "大きな注意を描いた：まだ一度もない" in before)
        assertTrue(before, "電話を守るアプリ：はい" in before)
        Chosen.preset(app, Preset.WARN)
        ShadowSettings.setCanDrawOverlays(true)
        telecom.screen(FakeCall(phone.handle("+639171234567")))
        draw()
        warned.windows().single().requireViewById<Button>(R.id.notice_close).performClick()
        ended("+639171234567")
        telecom.screen(FakeCall(phone.handle("110"), direction = Call.Details.DIRECTION_OUTGOING, id = "TC@2"))
        phone.settle()
        phone.at(Phone.NOW + 3 * 60 * 60_000L)
        val after = Report(app).text().lines()

        fun said(name: String) = after.single { it.startsWith("$name：") }.substringAfter('：')
        // Telecom may stay bound between two calls.
        assertTrue(said("電話が来て呼び出された"), Regex("[12]回、3時間前").matches(said("電話が来て呼び出された")))
        assertTrue(said("電話に答えを返した"), Regex("2回、3時間前、[0-9]{1,4}ミリ秒").matches(said("電話に答えを返した")))
        assertEquals("1回、3時間前", said("大きな注意を描いた"))
        assertEquals("1回、3時間前", said("大きな注意のボタンが押された"))
        assertEquals("1回、3時間前", said("注意のお知らせを出した"))
        assertEquals("1回、3時間前", said("電話が終わったと知らされた"))
        assertEquals("1回、3時間前", said("110番などにかけたと知らされた"))
        Notices(app).ended(null)
    }

    @Test
    @Suppress("DEPRECATION") // its replacement is of Android 13
    fun `whoever sends it has read it`() {
        val screen = open<SelfTestActivity>()
        Wait.until { screen.text(R.id.outcome).isNotEmpty() }
        screen.press(R.id.report)
        Wait.until { ShadowAlertDialog.getLatestDialog() != null }
        val shown = shadowOf(dialog()).message.toString()
        assertTrue(shown, shown.endsWith(Report(app).text()))
        pressInDialog(DialogInterface.BUTTON_POSITIVE)
        val sent = checkNotNull(screen.opened().extras?.getParcelable<Intent>(Intent.EXTRA_INTENT))
        assertEquals(Report(app).text(), sent.getStringExtra(Intent.EXTRA_TEXT))
    }

    private companion object {
        const val STEP = 12
        const val MOST_DIGITS = 4
    }
}
