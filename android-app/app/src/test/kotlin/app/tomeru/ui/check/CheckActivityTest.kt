// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.check

import android.app.Activity
import android.app.AlertDialog
import android.content.ClipData
import android.content.ClipboardManager
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.widget.EditText
import android.widget.TextView
import app.tomeru.R
import app.tomeru.platform.systemService
import app.tomeru.route.Route
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.family.OfferActivity
import app.tomeru.views.isVisible
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class CheckActivityTest : ScreenTest() {
    private fun Activity.type(number: String) = requireViewById<EditText>(R.id.number).setText(number)

    private fun CheckActivity.awaitResult() = Wait.until { shows(R.id.result) }

    private fun check(number: String): CheckActivity = open<CheckActivity>().also {
        it.type(number)
        it.press(R.id.check)
        it.awaitResult()
    }

    private fun CheckActivity.said() =
        listOf(R.id.kind, R.id.verdict, R.id.where, R.id.explanation).filter {
            requireViewById<View>(it).isVisible
        }.joinToString("\n") { text(it) }

    @Test
    fun `what a network showed stays that, however long it is`() {
        val long = "+1800335814321".padEnd(1_000, '0')
        val screen = start<CheckActivity>(Route.CHECK.intent(app).putExtra(Route.NUMBER, long))
        val kept = Bundle().also { screen.saveInstanceState(it) }
        assertEquals(screen.get().text(R.id.number), kept.getString("shown"))
    }

    @Test
    fun `a number is explained`() {
        for ((number, words) in listOf(
            "+1800335814321" to listOf("止めます", "警察の番号 ${written("0335814321")} に見せかけています。"),
            "03-3581-4321" to listOf("注意を出して鳴らします", "警察の番号が表示されました。本物とは限りません。", "警視庁：警察の番号"),
            "0980-52-0110" to listOf("注意を出して鳴らします", "警察の番号が表示されました。本物とは限りません。"),
            "110" to listOf("注意を出して鳴らします", "110番などの番号が表示されました。本物とは限りません。", "警察（緊急）"),
            "03-1234-5678" to
                listOf("鳴らします", "国内の番号です。ただし、電話番号だけでは安全とは言えません。", "番号の地域：東京（かけた人は、ほかの場所にいることもあります）"),
            "#9110" to listOf("鳴らします", "警察相談専用電話"),
            "104" to listOf("番号案内：2026年3月31日に終わりました"),
            "177" to listOf("天気予報：2025年3月31日に終わりました"),
            "0990-123456" to listOf("ダイヤルQ2）：情報料のサービスは2014年2月28日に終わりました"),
            "0170-123456" to listOf("伝言ダイヤル：もう終わったサービスです"),
            "0180-123456" to listOf("テレドーム：もう終わったサービスです"),
            "+870773987654" to listOf("国のない国際番号です（衛星電話など）。"),
            "18442980122" to listOf("止めます", "${written("+18442980122")}", "「+」が消えた", "フリーダイヤルに似せた", "番号の国：アメリカ合衆国"),
            "+8000286210110" to listOf("止めます", written("0286210110")),
            "+210123456" to listOf("止めます", "使われていない国番号です。"),
            "＋１８００３３５８１４３２１" to POLICE,
            "+1ー800ー335814321" to POLICE,
            "+1−800–335814321" to POLICE,
            "+1\u00A0800（335814321）" to POLICE,
            "\u202A+1800335814321" to POLICE,
            "+33 (0)1 23 45 67 89" to listOf("止めます", "番号の国：フランス"),
            "00639171234567" to listOf("止めます", "番号の国：フィリピン", "「00」や「011」で始まる"),
        )) {
            val said = check(number).said()
            for (word in words) assertTrue(said, said.contains(word))
        }
    }

    @Test
    fun `a number that has no place, or only looks like one, has no area`() {
        for (number in listOf("090-1234-5678", "050-1234-5678", "0120-123-456", "+1800335814321", "+12125550123")) {
            assertFalse(number, check(number).said().contains("番号の地域"))
        }
    }

    @Test
    fun `it says step by step how the ring path itself would decide`() {
        FakeContacts.add("+639171234567")
        val contact = check("+639171234567")
        assertEquals("この番号の電話は鳴らします", contact.text(R.id.verdict))
        val steps = steps(contact)
        assertEquals(5, steps.size)
        assertEquals(listOf("緊急の電話をかけたあとですか。", "いいえ"), steps.first())
        assertEquals(listOf("連絡先にありますか。", "はい"), steps.last())
        assertEquals(listOf("どこからの電話ですか。", "国際電話"), steps(check("+639171234568")).last())
        FakeContacts.fault = FakeContacts.Fault.THROWS
        val unknown = check("+639171234568")
        assertEquals("この番号の電話は、注意を出して鳴らします", unknown.text(R.id.verdict))
        assertEquals(listOf("連絡先にありますか。", "わかりません"), steps(unknown)[4])
    }

    @Test
    fun `the police are told as such, and who keeps 110 is not asked whether it is a contact`() {
        assertEquals(listOf("どこからの電話ですか。", "警察の番号"), steps(check("03-3581-4321")).last())
        FakeContacts.add("110")
        val steps = steps(check("110"))
        assertEquals(listOf("どこからの電話ですか。", "緊急の番号"), steps.last())
        assertTrue(steps.none { it.first() == "連絡先にありますか。" })
    }

    private fun steps(screen: CheckActivity) = screen.requireViewById<ViewGroup>(R.id.steps).let { rows ->
        (0 until rows.childCount).map { texts(rows.getChildAt(it)) }
    }

    @Test
    fun `what other apps hand over is checked`() {
        for (intent in listOf(
            Intent(
                Intent.ACTION_SEND,
            ).setType("text/plain").putExtra(Intent.EXTRA_TEXT, "着信：+1 844-298-0122 でした。10時5分"),
            Intent(
                Intent.ACTION_PROCESS_TEXT,
            ).setType("text/plain").putExtra(Intent.EXTRA_PROCESS_TEXT, " +1 (844) 298-0122 "),
            Intent(Intent.ACTION_VIEW, Uri.parse("tel:+1-844-298-0122")),
            Intent(Intent.ACTION_VIEW, Uri.parse("tel:%EF%BC%8B1%C2%A0844%E2%88%92298%E2%88%920122")),
            Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_TEXT, "〒100-0001 12月1日(火)10:30 +1 844 298 0122"),
        )) {
            val screen = open<CheckActivity>(intent)
            screen.awaitResult()
            assertTrue(screen.said(), screen.said().contains("${written("+18442980122")}"))
        }
        for (intent in listOf(
            Intent(Intent.ACTION_SEND).setType("text/plain"),
            Intent(Intent.ACTION_VIEW),
            Intent(Intent.ACTION_VIEW, Uri.parse("https://example.com/0312345678")),
        )) {
            assertEquals("", open<CheckActivity>(intent).text(R.id.number))
        }
        val long = Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_TEXT, "あ".repeat(100_000))
        val screen = open<CheckActivity>(long)
        Wait.until { screen.text(R.id.number).isNotEmpty() }
        assertEquals(64, screen.text(R.id.number).length)
    }

    @Test
    fun `of several numbers in a text the person chooses one`() {
        val text = "不在着信 03-3581-4321 と +63 917 123 4567 (〒100-0001)"
        val screen = open<CheckActivity>(Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_TEXT, text))
        Wait.until { org.robolectric.shadows.ShadowAlertDialog.getLatestDialog() != null }
        val numbers = org.robolectric.Shadows.shadowOf(dialog()).items.map { it.toString() }
        assertEquals(listOf("+63 917 123 4567", "03-3581-4321"), numbers)
        org.robolectric.Shadows.shadowOf(dialog()).clickOnItem(0)
        screen.awaitResult()
        assertTrue(screen.said(), screen.said().contains("フィリピン"))
    }

    @Test
    fun `what a network showed is read strictly, what a person types kindly`() {
        Telecom().screen(FakeCall(phone.handle("+330123456789")))
        val screen = open<CheckActivity>()
        screen.press(R.id.from_records)
        Wait.until { org.robolectric.shadows.ShadowAlertDialog.getLatestDialog() != null }
        org.robolectric.Shadows.shadowOf(dialog()).clickOnItem(0)
        screen.awaitResult()
        assertTrue(screen.said(), screen.said().contains("に見せかけています。"))
        assertTrue(check("+33 0123456789").said().contains("フランス"))
    }

    @Test
    fun `settings that are shared lead to the question`() {
        val text = "tomeru:1?p=warn&a=&c=&d=30&e=120&end"
        val screen = open<CheckActivity>(Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_TEXT, text))
        assertEquals(OfferActivity::class.java.name, screen.opened().component?.className)
        assertTrue(screen.isFinishing)
    }

    @Test
    fun `a number is pasted, or chosen from the history`() {
        val screen = open<CheckActivity>()
        screen.press(R.id.paste)
        screen.awaitMessage("コピーされた文字がありません。")
        app.systemService<ClipboardManager>().setPrimaryClip(ClipData.newPlainText("", "電話 03-1234-5678"))
        screen.press(R.id.paste)
        screen.awaitResult()
        assertEquals("03-1234-5678", screen.text(R.id.number))
        Telecom().screen(FakeCall(phone.handle("+639171234567")))
        screen.press(R.id.from_records)
        Wait.until { org.robolectric.shadows.ShadowAlertDialog.getLatestDialog() != null }
        org.robolectric.Shadows.shadowOf(dialog()).clickOnItem(0)
        Wait.until { screen.said().contains("フィリピン") }
    }

    @Test
    fun `nothing and nonsense are said to be so`() {
        val screen = open<CheckActivity>()
        screen.press(R.id.check)
        screen.awaitMessage("電話番号を入れてください。")
        screen.type("anonymous")
        screen.press(R.id.check)
        screen.awaitResult()
        assertTrue(screen.said(), screen.said().contains("電話番号として読めません。"))
        assertTrue(!screen.shows(R.id.allow) && !screen.shows(R.id.block) && screen.shows(R.id.ask_police))
    }

    @Test
    fun `a number is decided about from here`() {
        val screen = check("+639171234567")
        assertTrue("what is stopped is not offered to be", !screen.shows(R.id.block))
        screen.press(R.id.allow)
        assertTrue("asked first", store.load().settings.policy.allowed.isEmpty())
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        screen.awaitMessage("${written("+639171234567")} を、次から鳴らします。")
        val rings = check("+639171234567")
        assertEquals("この番号の電話は鳴らします", rings.text(R.id.verdict))
        assertTrue(rings.shows(R.id.block) && !rings.shows(R.id.allow))
    }

    @Test
    fun `what is dangerous comes first, and how it was decided last`() {
        val forged = check("+1800335814321")
        val said = listOf(R.id.kind, R.id.verdict, R.id.where, R.id.what_to_do).map { forged.text(it) }
        assertEquals(listOf("にせの番号です", "この番号の電話は止めます", "出ないでください。かけ直さないでください。"), said - said[2])
        assertTrue("no line ends in it: ${said[2]}", said[2].none { it in " -" } && '\u2011' in said[2])
        assertEquals(app.getColor(R.color.stopped), forged.requireViewById<TextView>(R.id.kind).currentTextColor)
        assertEquals(app.getColor(R.color.protected_), forged.requireViewById<TextView>(R.id.verdict).currentTextColor)
        assertTrue(!forged.shows(R.id.block) && !forged.shows(R.id.allow) && !forged.shows(R.id.steps))
        forged.press(R.id.show_steps)
        assertTrue(forged.shows(R.id.steps) && forged.text(R.id.show_steps) == "調べた順番を閉じる")
        val hospital = check("03-1234-5678")
        assertTrue(!hospital.shows(R.id.kind) && hospital.text(R.id.what_to_do).startsWith("迷ったら"))
    }

    @Test
    fun `what was typed, and its answer, are there again after a rotation`() {
        val controller = start<CheckActivity>()
        controller.get().type("+210123456")
        controller.recreate()
        assertEquals("+210123456", controller.get().text(R.id.number))
        assertTrue(!controller.get().shows(R.id.result))
        controller.get().press(R.id.check)
        controller.get().awaitResult()
        controller.recreate()
        controller.get().awaitResult()
    }

    private companion object {
        val POLICE = listOf("止めます", "警察の番号", "に見せかけています。")
    }
}
