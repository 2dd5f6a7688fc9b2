// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.paid

import android.app.Activity
import android.content.Intent
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import app.tomeru.R
import app.tomeru.core.Preset
import app.tomeru.help.FamilyNumber
import app.tomeru.route.Route
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.Look
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Studio
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.guide.GuideActivity
import app.tomeru.ui.home.HomeActivity
import app.tomeru.ui.records.RecordActivity
import app.tomeru.words.Words
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Whoever has paid already is led from the police to the family, one button a step. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class PaidActivityTest : ScreenTest() {
    private val telecom = Telecom()

    private fun call(number: String): String {
        Chosen.preset(app, Preset.WARN)
        telecom.screen(FakeCall(phone.handle(number)))
        return phone.records().maxBy { it.atMillis }.uid
    }

    private fun steps(screen: Activity) = screen.requireViewById<ViewGroup>(R.id.rows).let { rows ->
        (0 until rows.childCount).map(rows::getChildAt)
    }

    private fun name(step: View) = texts(step).first()

    private fun buttons(step: View) = step.requireViewById<ViewGroup>(R.id.buttons).let { all ->
        (0 until all.childCount).map { all.getChildAt(it) as Button }
    }

    private fun shown(uid: String? = null): PaidActivity = open(Intent().putExtra(Route.RECORD_UID, uid))

    private fun told(screen: PaidActivity) = texts(steps(screen)[3]).joinToString("\n").filterNot {
        it in "\u2068\u2069"
    }

    private fun sent(screen: Activity): String {
        val chooser = screen.opened()
        assertEquals(Intent.ACTION_CHOOSER, chooser.action)
        @Suppress("DEPRECATION") // the other way needs Android 13
        val intent = checkNotNull(chooser.getParcelableExtra<Intent>(Intent.EXTRA_INTENT))
        assertEquals(Intent.ACTION_SEND to "text/plain", intent.action to intent.type)
        return intent.getStringExtra(Intent.EXTRA_TEXT).orEmpty()
    }

    @Test
    fun `the steps come in order, and each leads on with a press that dials nothing by itself`() {
        FamilyNumber(app).person = FamilyNumber.Person("洋子", "090-1234-5678")
        val screen = shown()
        val names = listOf("警察に知らせる", "銀行に止めてもらう", "カード会社に止めてもらう", "電話の記録を残す", "家族に話す")
        assertEquals(names.mapIndexed { index, name -> "${index + 1}\u00A0\u00A0$name" }, steps(screen).map(::name))
        for ((step, number) in listOf(0 to "tel:110", 1 to null, 2 to null, 4 to "tel:090-1234-5678")) {
            buttons(steps(screen)[step]).single().performClick()
            assertEquals("$step", Intent.ACTION_DIAL to number, screen.opened().run { action to dataString })
        }
        val labels = steps(screen).flatMap { step -> buttons(step).map { it.text.toString() } }
        assertEquals("each says what it does", labels.distinct(), labels)
        val bank = texts(steps(screen)[1]).joinToString()
        for (what in listOf("振り込み", "キャッシュカード", "通帳と印鑑")) assertTrue(bank, what in bank)
    }

    @Test
    fun `one press makes a text of the call`() {
        val uid = call("+639171234567")
        val screen = shown(uid)
        Wait.until { steps(screen)[3].requireViewById<View>(R.id.open_now).isShown }
        buttons(steps(screen)[3]).first { it.text == "この電話の記録を送る" }.performClick()
        val text = sent(screen)
        assertTrue("it is on the page, too", text.filterNot { it in "\u2068\u2069" } in told(screen))
        // As other apps know it, without what keeps a number on one line.
        val number = Words(app).breakable(written("+639171234567"))
        for (part in listOf("フィリピン", number, "2027年1月15日", "注意", "理由：国際電話です。")) {
            assertTrue("$part: $text", part in unglued(text))
        }
        assertTrue("the time of day: $text", Regex("[0-9]+時[0-9]{2}分").containsMatchIn(unglued(text)))
    }

    @Test
    fun `without a call, it takes the last that may have been fraud, or lets one be chosen`() {
        val none = shown()
        buttons(steps(none)[3]).single { it.text == "電話の記録から選ぶ" }.performClick()
        assertEquals(Route.RECORDS.intent(app).component, none.opened().component)
        call("+639171234567")
        phone.at(Phone.NOW + 60_000)
        call("0312345678")
        val screen = shown()
        Wait.until { "フィリピン" in told(screen) }
        assertTrue(buttons(steps(screen)[3]).map { it.text }.toString(), buttons(steps(screen)[3]).size == 2)
        phone.at(Phone.NOW + 4 * 24 * 60 * 60 * 1_000L)
        val later = shown()
        Wait.idle()
        assertTrue(told(later), "フィリピン" !in told(later))
    }

    @Test
    fun `a call that never got through is not taken for the one`() {
        Chosen.preset(app, Preset.STOP)
        telecom.screen(FakeCall(phone.handle("+18442980110")))
        val screen = shown()
        Wait.idle()
        assertTrue(told(screen), "844" !in told(screen))
    }

    @Test
    fun `the record of any call can be sent`() {
        val uid = call("0312345678")
        val record = open<RecordActivity>(Intent().putExtra(Route.RECORD_UID, uid))
        Wait.until { record.text(R.id.outcome) != "" }
        record.press(R.id.send)
        val text = sent(record)
        assertTrue(text, "312345678" in text.filter(Char::isDigit))
    }

    @Test
    fun `the first screen leads to whom to ask, and from there here`() {
        val home = open<HomeActivity>()
        home.press(R.id.guide)
        assertEquals(Route.GUIDE.intent(app).component, home.opened().component)
        val screen = open<GuideActivity>()
        assertEquals("もうお金を払った、暗証番号やカードの番号を教えた", screen.text(R.id.paid))
        screen.press(R.id.paid)
        assertEquals(Route.PAID.intent(app).component, screen.opened().component)
    }

    @Test
    fun `whom to call is chosen meanwhile`() {
        val controller = start<PaidActivity>()
        assertEquals("電話する家族を決める", buttons(steps(controller.get())[4]).single().text.toString())
        controller.pause()
        FamilyNumber(app).person = FamilyNumber.Person("", "090-1234-5678")
        controller.resume()
        assertEquals("家族に電話", buttons(steps(controller.get())[4]).single().text.toString())
    }

    @Test
    @Config(sdk = [35])
    fun pictures() {
        FamilyNumber(app).person = FamilyNumber.Person("長女 山田洋子（横浜）", "090-1234-5678")
        val uid = call("+18442980110")
        for (look in Look.DRAWN) {
            Studio.draw<PaidActivity>("paid", look, Intent().putExtra(Route.RECORD_UID, uid)) { screen ->
                Wait.until { steps(screen)[3].requireViewById<View>(R.id.open_now).isShown }
            }
        }
    }
}
