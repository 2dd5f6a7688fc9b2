// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.records

import android.app.Activity
import android.app.AlertDialog
import android.content.Intent
import android.graphics.drawable.GradientDrawable
import android.graphics.drawable.LayerDrawable
import android.os.Build
import android.os.Looper
import android.telecom.Connection
import android.telecom.TelecomManager
import android.view.View
import android.widget.EditText
import android.widget.RadioButton
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Kind
import app.tomeru.core.Preset
import app.tomeru.record.CallStore
import app.tomeru.record.RecordFilter
import app.tomeru.record.Recorder
import app.tomeru.route.Route
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.FakeDocuments
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.views.isVisible
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File
import java.util.concurrent.CountDownLatch

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class RecordsActivityTest : ScreenTest() {
    private val telecom = Telecom()

    private fun call(vararg numbers: String) = numbers.forEachIndexed { at, number ->
        phone.at(Phone.NOW + at * 60_000L)
        telecom.screen(FakeCall(phone.handle(number)))
    }

    private fun Activity.search(text: String) = requireViewById<EditText>(R.id.search).setText(text)

    /** The places and numbers that are shown, once there are [count]. */
    private fun RecordsActivity.shown(count: Int): List<String> {
        val all = {
            (0 until rows()).map { row(it) }.filter { it.findViewById<View>(R.id.name) != null }.map { row ->
                listOf(R.id.name, R.id.number).map { row.requireViewById<TextView>(it) }.filter { it.isVisible }
                    .joinToString(" ") { it.text }
            }
        }
        Wait.until { all().size == count }
        return all()
    }

    @Test
    fun `it shows what happened and why, the newest first, under its day`() {
        call("0312345678", "+639171234567")
        val screen = open<RecordsActivity>()
        Wait.until { screen.rows() == 3 }
        assertEquals("今日 1月15日（金）", (screen.row(0) as TextView).text.toString())
        val texts = texts(screen.row(1)).filter(String::isNotEmpty).map(::unglued)
        assertEquals(listOf("フィリピン", "8時01分", written("+639171234567"), "止めました\u3000国際電話です。"), texts)
        screen.pressRow(1)
        assertEquals(RecordActivity::class.java.name, screen.opened().component?.className)
    }

    @Test
    fun `a call from before the first unlock is there, however late it is moved over`() {
        call("+639171234567")
        val records = phone.records()
        CallStore.of(app).erase()
        CallStore.pending(app).add(records)
        val moves = CountDownLatch(1)
        Recorder.of(app).run { Wait.forEvent(moves) }
        val screen = open<RecordsActivity>()
        // The list is laid out and asks for more; whatever reads too early has time to.
        repeat(EARLY_LOOKS) {
            shadowOf(Looper.getMainLooper()).idle()
            Thread.sleep(EARLY_MILLIS)
        }
        assertEquals(0, screen.rows())
        moves.countDown()
        screen.shown(1)
    }

    @Test
    fun `days are told apart by their names`() {
        call("0312345678")
        phone.at(Phone.NOW + 24 * 60 * 60 * 1_000L)
        telecom.screen(FakeCall(phone.handle("0312345678")))
        phone.at(Phone.NOW + 50 * 24 * 60 * 60 * 1_000L)
        val screen = open<RecordsActivity>()
        Wait.until { screen.rows() == 4 }
        val days = listOf(0, 2).map { (screen.row(it) as TextView).text.toString() }
        assertEquals(listOf("1月16日（土）", "1月15日（金）"), days)
    }

    @Test
    fun `it says that there is nothing yet`() {
        val screen = open<RecordsActivity>()
        screen.awaitMessage("まだ電話の記録はありません。")
        for (id in listOf(R.id.chips, R.id.find, R.id.search, R.id.export, R.id.erase)) {
            assertTrue(screen.resources.getResourceEntryName(id), !screen.shows(id))
        }
    }

    @Test
    fun `only some are shown if the person wants so`() {
        Chosen.preset(app, Preset.WARN)
        FakeContacts.add("+442079460018")
        call("0312345678", "+639171234567", "+8000286210110", "+442079460018")
        val screen = open<RecordsActivity>()
        screen.shown(4)
        Wait.until { screen.text(R.id.chip_stopped) == "止めた 1" }
        for ((chip, numbers) in listOf(
            R.id.chip_stopped to listOf("にせの番号 ${written("+8000286210110")}"),
            R.id.chip_warned to listOf("フィリピン ${written("+639171234567")}"),
            R.id.chip_rang to listOf("イギリス ${written("+442079460018")}", "東京の番号 ${written("+81312345678")}"),
            R.id.chip_all to null,
        )) {
            screen.press(chip)
            val shown = screen.shown(numbers?.size ?: 4)
            if (numbers != null) assertEquals(numbers, shown)
            val chips = listOf(R.id.chip_all, R.id.chip_stopped, R.id.chip_warned, R.id.chip_rang)
            assertEquals(listOf(chip), chips.filter { screen.requireViewById<RadioButton>(it).isChecked })
        }
    }

    @Test
    fun `a day is one card, whose first and last row have its corners`() {
        call("0312345678", "+639171234567", "+442079460018")
        phone.at(Phone.NOW + 24 * 60 * 60 * 1_000L)
        telecom.screen(FakeCall(phone.handle("0312345678")))
        val screen = open<RecordsActivity>()
        Wait.until { screen.rows() == 6 }
        val corners = listOf(1, 3, 4, 5).map { at ->
            val shape = (screen.row(at).background as LayerDrawable).getDrawable(0) as GradientDrawable
            checkNotNull(shape.cornerRadii).let { (it.first() > 0) to (it.last() > 0) }
        }
        assertEquals(listOf(true to true, true to false, false to false, false to true), corners)
    }

    @Test
    fun `the field to search in comes when it is asked for, from wherever the list is`() {
        call("0312345678", "+639171234567")
        val screen = open<RecordsActivity>()
        screen.shown(2)
        Wait.until { screen.shows(R.id.find) }
        assertTrue(!screen.shows(R.id.search))
        screen.press(R.id.find)
        assertTrue(screen.shows(R.id.search) && screen.requireViewById<View>(R.id.search).isFocused)
    }

    @Test
    fun `a domestic number has its area, in the language of the person, where it has a place`() {
        call("0112345678", "09012345678", "0312345678")
        val numbers = listOf("+81312345678", "+819012345678", "+81112345678").map { written(it) }
        val named = listOf("東京の番号 ${numbers[0]}", "国内の番号 ${numbers[1]}", "北海道札幌の番号 ${numbers[2]}")
        assertEquals(named, open<RecordsActivity>().shown(3))
        RuntimeEnvironment.setQualifiers("en-rUS")
        val inEnglish = listOf(
            "Tokyo number ${numbers[0]}",
            "Domestic number ${numbers[1]}",
            "Sapporo, Hokkaido number ${numbers[2]}",
        )
        assertEquals(inEnglish, open<RecordsActivity>().shown(3))
    }

    @Test
    fun `a number that may be forged has no area`() {
        call("0335814321")
        assertEquals(listOf("国内の番号 ${written("+81335814321")}"), open<RecordsActivity>().shown(1))
    }

    @Test
    fun `a number or a country is found`() {
        call("0312345678", "+639171234567", "+18442980122", "+442079460018")
        val screen = open<RecordsActivity>()
        for ((text, found) in listOf(
            "03-1234" to "東京の番号 ${written("+81312345678")}",
            "０３１２" to "東京の番号 ${written("+81312345678")}",
            "010 63 917" to "フィリピン ${written("+639171234567")}",
            "0063 917" to "フィリピン ${written("+639171234567")}",
            "917 123" to "フィリピン ${written("+639171234567")}",
            "ふぃりぴん" to "フィリピン ${written("+639171234567")}",
            "イギリス" to "イギリス ${written("+442079460018")}",
            "英国" to "イギリス ${written("+442079460018")}",
            "united states" to "アメリカ合衆国 ${written("+18442980122")}",
        )) {
            screen.search(text)
            assertEquals(text, listOf(found), screen.shown(1))
        }
        screen.search("ペンギン")
        screen.awaitMessage("見つかりませんでした。")
        screen.search("")
        screen.shown(4)
    }

    @Test
    fun `what a caller writes in the place of a number turns and breaks nothing`() {
        val text = "\u202E\u061Ctxet\n\n" + "x".repeat(4_000)
        call(text)
        val screen = open<RecordsActivity>()
        val shown = screen.shown(1).single().substringAfter(' ')
        assertEquals("\u2068txet" + "x".repeat(35) + "…\u2069", shown)
        screen.pressRow(1)
        val record = open<RecordActivity>(screen.opened())
        Wait.until { record.text(R.id.circumstances).isNotEmpty() }
        val said = record.text(R.id.circumstances) + record.text(R.id.number)
        assertTrue(said, "x".repeat(41) !in said && '\u202E' !in said && '\u061C' !in said)
    }

    @Test
    fun `more than a page is read as the list is scrolled`() {
        repeat(120) {
            phone.at(Phone.NOW + it * 1_000L)
            telecom.send(FakeCall("tel:%2B639171234567", id = "TC@$it"))
        }
        assertEquals(120, telecom.answers().size)
        val screen = open<RecordsActivity>()
        // A day's heading counts as a row.
        Wait.until {
            screen.toEnd()
            screen.rows() == 121
        }
    }

    @Test
    fun `records are written to a file, and erased after a question`() {
        call("+639171234567")
        val screen = open<RecordsActivity>()
        screen.shown(1)
        Wait.until { screen.shows(R.id.export) }
        screen.press(R.id.export)
        val asked = shadowOf(screen).nextStartedActivityForResult
        val uri = FakeDocuments.add("tomeru.csv")
        shadowOf(screen).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(uri))
        screen.awaitMessage("保存しました。")
        assertTrue(FakeDocuments.written().contains("+639171234567"))
        screen.toEnd()
        screen.press(R.id.erase)
        assertEquals(1, phone.records().size)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        Wait.until { screen.rows() == 0 && phone.records().isEmpty() }
    }

    @Test
    fun `a call from before the first unlock is told as soon as it can be read`() {
        phone.unlocked(false)
        call("+639171234567")
        val uid = CallStore.pending(app).newest(1, null, RecordFilter.ALL).single().uid
        phone.unlocked(true)
        val screen = open<RecordActivity>(Intent().putExtra(Route.RECORD_UID, uid))
        Wait.until { screen.text(R.id.outcome) != "" }
        assertTrue(!screen.shows(R.id.message))
    }

    @Test
    fun `what was shown without a sound was not stopped, and erasing takes the week's chart away`() {
        Chosen.preset(app, Preset.STOP)
        store.setKind(Kind.HIDDEN_RESTRICTED, Action.SILENCE)
        call("+639171234567")
        telecom.screen(FakeCall(null, TelecomManager.PRESENTATION_RESTRICTED))
        phone.settle()
        val screen = open<RecordsActivity>()
        screen.shown(2)
        val week = screen.requireViewById<View>(R.id.week)
        Wait.until { screen.text(R.id.chip_stopped) == "止めた 1" && week.isVisible }
        screen.press(R.id.chip_warned)
        assertEquals(listOf("番号の通知なし"), screen.shown(1))
        screen.press(R.id.chip_all)
        screen.shown(2)
        screen.toEnd()
        screen.press(R.id.erase)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        Wait.until { screen.rows() == 0 && !week.isVisible }
    }

    @Test
    fun `damaged files that were set aside can be erased where nothing is recorded`() {
        val damaged = File(app.getDatabasePath("calls.db").path + ".broken-1")
        damaged.apply { parentFile?.mkdirs() }.writeText("+639171234567")
        val screen = open<RecordsActivity>()
        val erase = screen.requireViewById<View>(R.id.erase)
        Wait.until { erase.isVisible }
        assertTrue(!screen.requireViewById<View>(R.id.export).isVisible)
        screen.press(R.id.erase)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        Wait.until { !damaged.exists() && !erase.isVisible }
    }

    @Test
    fun `one call is told with its reasons and circumstances, and its number decided about`() {
        call("+18442980110")
        val uid = phone.lastRecord().uid
        val screen = open<RecordActivity>(Intent().putExtra(Route.RECORD_UID, uid))
        Wait.until { screen.text(R.id.outcome) != "" }
        assertEquals("止めました", screen.text(R.id.outcome))
        val why = "国際電話です。\nフリーダイヤルに似せた番号です。\n警察の番号に似ています（最後が 0110）。"
        assertEquals(why, screen.text(R.id.why))
        assertTrue("folded", !screen.shows(R.id.circumstances))
        screen.press(R.id.known)
        assertTrue(screen.shows(R.id.circumstances))
        val known = screen.text(R.id.circumstances).lines()
        val wanted = listOf("届いた番号：\u2068+18442980110\u2069", "連絡先にある：いいえ", "ご自分でかけた番号：いいえ", "そのときいた国：日本")
        assertEquals(wanted, known.take(4))
        assertTrue(known.last(), known.last().startsWith("調べるのにかかった時間"))
        screen.press(R.id.allow)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        screen.awaitMessage("${written("+18442980110")} を、次から鳴らします。")
        assertTrue(telecom.screen(FakeCall(phone.handle("+18442980110"))).rings)
        screen.press(R.id.block)
        screen.awaitMessage("${written("+18442980110")} を、次から止めます。")
        assertTrue(telecom.screen(FakeCall(phone.handle("+18442980110"))).reject)
        screen.press(R.id.ask_police)
        assertEquals("tel:%239110", screen.opened().dataString)
    }

    @Test
    fun `what is decided about a record holds for what was shown, a zero behind the code included`() {
        call("+4903012345678")
        val screen = open<RecordActivity>(Intent().putExtra(Route.RECORD_UID, phone.lastRecord().uid))
        Wait.until { screen.text(R.id.outcome) != "" }
        assertTrue("shown as it came", digits(screen.text(R.id.number)) == "4903012345678")
        screen.press(R.id.allow)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        screen.awaitMessage("${written("+4903012345678")} を、次から鳴らします。")
        assertEquals("4903012345678", digits(written("+4903012345678")))
        assertTrue(telecom.screen(FakeCall(phone.handle("+4903012345678"))).rings)
        assertTrue("another number", telecom.screen(FakeCall(phone.handle("+493012345678"))).reject)
    }

    private fun digits(text: String) = text.filter(Char::isDigit)

    @Test
    fun `a number that is not the caller's own is warned of, and that is told`() {
        // Android 10 tells nothing of it.
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R) return
        telecom.screen(FakeCall(phone.handle("0312345678"), verification = Connection.VERIFICATION_STATUS_FAILED))
        val screen = open<RecordActivity>(Intent().putExtra(Route.RECORD_UID, phone.lastRecord().uid))
        Wait.until { screen.text(R.id.outcome) != "" }
        assertEquals("注意を出して鳴らしました", screen.text(R.id.outcome))
        assertEquals("電話会社が、番号を本物と確かめられませんでした。", screen.text(R.id.why))
        assertTrue("番号が本物か：電話会社が確かめられませんでした" in screen.text(R.id.circumstances).lines())
    }

    @Test
    fun `nobody lets a forged number ring by a slip, and a record that is gone is said to be`() {
        call("+1800335814321")
        val forged = open<RecordActivity>(Intent().putExtra(Route.RECORD_UID, phone.lastRecord().uid))
        Wait.until { forged.text(R.id.outcome) != "" }
        assertTrue(!forged.requireViewById<View>(R.id.allow).isShown && forged.shows(R.id.block))
        open<RecordActivity>(Intent().putExtra(Route.RECORD_UID, "none")).awaitMessage("この記録は、もうありません。")
    }

    @Test
    fun `what was typed and chosen is there again after a rotation`() {
        call("0312345678", "+639171234567")
        val controller = start<RecordsActivity>()
        controller.get().shown(2)
        controller.get().search("0312")
        controller.get().shown(1)
        controller.recreate()
        assertEquals("0312", controller.get().requireViewById<EditText>(R.id.search).text.toString())
        assertEquals(listOf("東京の番号 ${written("+81312345678")}"), controller.get().shown(1))
    }

    private companion object {
        const val EARLY_LOOKS = 20
        const val EARLY_MILLIS = 10L
    }
}
