// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.Manifest.permission.READ_CONTACTS
import android.content.Intent
import android.net.Uri
import android.telecom.Call
import android.view.View
import android.view.ViewGroup
import android.widget.CheckBox
import android.widget.RadioGroup
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Pass
import app.tomeru.core.Policy
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.core.removeList
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.FakeDocuments
import app.tomeru.support.ListFiles
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** A file of numbers is seen before it counts. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class ListPreviewTest : ScreenTest() {
    private val telecom = Telecom()

    private fun view(name: String, bytes: ByteArray, replaces: UInt? = null) =
        Intent(Intent.ACTION_VIEW, FakeDocuments.add(name, bytes)).apply {
            replaces?.let { putExtra(Route.REPLACES, it.toInt()) }
        }

    private fun look(text: String, replaces: UInt? = null): ListPreviewActivity =
        open<ListPreviewActivity>(view("numbers.csv", text.toByteArray(), replaces)).also { it.await() }

    /** The file was read. */
    private fun ListPreviewActivity.await() {
        Wait.until { shows(R.id.take) || text(R.id.title) == getString(R.string.lists_refused) }
    }

    private fun ListPreviewActivity.boxes(id: Int): List<CheckBox> =
        requireViewById<ViewGroup>(id).let { rows -> (0 until rows.childCount).map { rows.getChildAt(it) as CheckBox } }

    private fun ListPreviewActivity.check(id: Int, number: String) {
        boxes(id).single { it.tag == number }.isChecked = true
    }

    private fun ListPreviewActivity.all(id: Int) = texts(requireViewById<View>(id))

    private fun ListPreviewActivity.take(said: String) {
        press(R.id.take)
        awaitMessage(said)
    }

    private fun lists() = store.load().settings.policy.lists

    private fun copies() = app.cacheDir.walk().filter { it.isFile }.toList()

    @Test
    fun `what is shown of a file is what becomes of it`() {
        for (name in FILES) {
            val file = ListFiles.read(name)
            val screen = open<ListPreviewActivity>(view(name, file.bytes))
            screen.await()
            val refused = file.told("refused").singleOrNull()
            val taken = file.told("take")
            val begun = file.told("begin").map { it.last() }.distinct()
            if (refused != null) {
                assertTrue("$name: ${screen.text(R.id.message)}", screen.text(R.id.message).endsWith(UNCHANGED))
                assertTrue(name, !screen.shows(R.id.take) && lists().isEmpty())
            } else {
                assertEquals(name, "${taken.size}件の番号を読み込めます。", screen.text(R.id.taken))
                val dangerous = file.told("danger").map { it[1] }.distinct()
                assertEquals(name, dangerous.toSet(), screen.boxes(R.id.dangerous).map { it.tag }.toSet())
                assertEquals(name, begun.toSet(), screen.boxes(R.id.beginnings).map { it.tag }.toSet())
                assertTrue(name, (screen.boxes(R.id.dangerous) + screen.boxes(R.id.beginnings)).none { it.isChecked })
                val left = screen.text(R.id.left).lines()
                for ((line, _) in file.told("not").take(10)) {
                    assertTrue("$name: line $line, $left", left.any { it.startsWith("${line}行目：") })
                }
                screen.take("${taken.size}件を読み込みました。")
                assertEquals(name, taken.size.toUInt(), lists().single().count)
                assertEquals(name, file.name, lists().single().name)
                screen.press(R.id.undo)
                screen.awaitMessage("読み込む前に戻しました。")
            }
            assertTrue("$name: nothing stays", lists().isEmpty() && copies().isEmpty())
        }
    }

    @Test
    fun `nothing counts before yes, and what is chosen is what happens`() {
        val screen = look("番号\n03-1234-5678\n+1 844 298 0122\n")
        assertEquals("1行に1件ずつの文字のファイル", screen.text(R.id.kind))
        val samples = screen.all(R.id.samples)
        assertEquals(
            listOf(
                written("+81312345678"),
                "日本",
                "今：鳴らします。読み込むと：止めます。",
                written("+18442980122"),
                "アメリカ合衆国",
                "今も、読み込んでも：止めます。",
            ),
            samples,
        )
        assertTrue(lists().isEmpty() && telecom.screen(FakeCall("tel:0312345678")).rings)
        screen.requireViewById<RadioGroup>(R.id.action).check(R.id.action_warn)
        assertEquals("今：鳴らします。読み込むと：注意を出して鳴らします。", screen.all(R.id.samples)[2])
        assertEquals("今：止めます。読み込むと：注意を出して鳴らします。", screen.all(R.id.samples)[5])
        screen.take("2件を読み込みました。")
        assertEquals(Action.WARN, lists().single().action)
        telecom.screen(FakeCall("tel:0312345678"))
        assertEquals(Action.WARN to Reason.IMPORTED_LIST, phone.lastRecord().let { it.action to it.reason })
        screen.press(R.id.undo)
        screen.awaitMessage("読み込む前に戻しました。")
        assertTrue(lists().isEmpty())
    }

    @Test
    @Config(sdk = [35], qualifiers = "ja-rJP")
    fun `a million numbers are seen, taken and met`() {
        val text = StringBuilder("番号,内容\n")
        repeat(MILLION) { text.append("+1844").append(2_000_000 + it).append(",詐欺\n") }
        val screen = look("$text")
        assertEquals("1,000,000件の番号を読み込めます。", screen.text(R.id.taken))
        assertEquals("ten are shown", 10 * 3, screen.all(R.id.samples).size)
        screen.take("1,000,000件を読み込みました。")
        assertEquals(MILLION.toUInt(), lists().single().count)
        store.change { it.copy(policy = it.policy.copy(preset = Preset.WARN)) }
        val (last, next) = listOf(MILLION - 1, MILLION).map { FakeCall("tel:%2B1844${2_000_000 + it}") }
        assertTrue(telecom.screen(last).reject)
        assertTrue(telecom.screen(next).rings)
        assertTrue("nothing stays", copies().isEmpty())
    }

    @Test
    fun `the persons own numbers and those that help are left out unless each is chosen`() {
        FakeContacts.add("03 1234 5678")
        phone.forget()
        telecom.screen(FakeCall(phone.handle("0612345678"), direction = Call.Details.DIRECTION_OUTGOING))
        phone.settle()
        val screen = look("0312345678\n0612345678\n0335814321\n+18445550101\n")
        assertEquals(
            listOf(
                "${written("+81312345678")}\n連絡先にある番号",
                "${written("+81612345678")}\n最近かけた番号",
                "${written("+81335814321")}\n警察と思われる番号",
            ),
            screen.all(R.id.dangerous),
        )
        assertTrue(!screen.shows(R.id.own_unknown))
        screen.check(R.id.dangerous, "+81612345678")
        screen.take("2件を読み込みました。")
        assertTrue(telecom.screen(FakeCall("tel:0612345678")).reject)
        assertTrue(telecom.screen(FakeCall("tel:0335814321")).rings)
    }

    @Test
    fun `that contacts cannot be compared is said`() {
        shadowOf(app).denyPermissions(READ_CONTACTS)
        assertTrue(look("0312345678\n").shows(R.id.own_unknown))
        shadowOf(app).grantPermissions(READ_CONTACTS)
        for (fault in listOf(FakeContacts.Fault.THROWS, FakeContacts.Fault.NULL, FakeContacts.Fault.HANGS)) {
            FakeContacts.fault = fault
            assertTrue("$fault", look("0312345678\n").shows(R.id.own_unknown))
        }
    }

    @Test
    fun `beginnings of numbers become own numbers only if they are chosen, and go with the undo`() {
        val screen = look("+18445550101\n+1844*\n+1855*\n")
        assertEquals(listOf("+1844 で始まる番号", "+1855 で始まる番号"), screen.all(R.id.beginnings))
        screen.check(R.id.beginnings, "+1855*")
        screen.take("1件を読み込みました。")
        assertEquals(listOf("+1855*"), store.load().settings.policy.blocked.map { it.number })
        screen.press(R.id.undo)
        screen.awaitMessage("読み込む前に戻しました。")
        assertTrue(store.load().settings.policy.blocked.isEmpty())
    }

    @Test
    fun `a list is replaced in its own way, and a file that is refused leaves it`() {
        val first = look("0312345678\n")
        first.requireViewById<RadioGroup>(R.id.action).check(R.id.action_silence)
        first.take("1件を読み込みました。")
        val before = lists()
        for (text in listOf("%PDF-1.7\n0612345678\n", "0612345678\nあ\nい\nう\n", "+1844*\n", "")) {
            val refused = look(text, before.single().id)
            assertTrue(refused.text(R.id.message), refused.text(R.id.message).endsWith(UNCHANGED))
            assertEquals(text, before, lists())
        }
        val screen = look("0612345678\n", before.single().id)
        assertEquals("今の「\u2068numbers.csv\u2069」の代わりに使います。", screen.text(R.id.replaces))
        assertEquals(R.id.action_silence, screen.requireViewById<RadioGroup>(R.id.action).checkedRadioButtonId)
        screen.take("1件を読み込みました。")
        assertEquals(before.size, lists().size)
        assertTrue(lists() != before)
        screen.press(R.id.undo)
        screen.awaitMessage("読み込む前に戻しました。")
        assertEquals(before, lists())
    }

    @Test
    fun `a file is refused for what it is, whatever dangerous numbers are in it`() {
        for ((text, said) in listOf(
            "#9110\n" to "止めると困るおそれのある番号のほかに、読み込める番号がありません。",
            "#9110\nあ\nい\nう\n" to "番号のない行がほとんどです。",
            "+1844*\n" to "読み込める番号がありません。番号のはじめの部分は、「自分で決めた番号」に一つずつ入れてください。",
        )) {
            assertEquals(text, "$said\n$UNCHANGED", look(text).text(R.id.message))
        }
    }

    @Test
    fun `what is only for now does not hide what a list does`() {
        for (resting in listOf<(Policy) -> Policy>(
            { it.copy(paused = true) },
            { it.copy(passes = listOf(Pass(null, Phone.NOW / 1_000, Phone.NOW / 1_000 + HOUR))) },
        )) {
            Chosen.preset(app, Preset.STOP, resting)
            assertEquals("今：鳴らします。読み込むと：止めます。", look("0312345678\n").all(R.id.samples)[2])
        }
    }

    @Test
    fun `a workbook is refused with a way to save it as CSV`() {
        val screen = open<ListPreviewActivity>(view("numbers.xlsx", "PK\u0003\u0004".toByteArray()))
        screen.awaitMessage(
            "Excelの形のファイルは読めません。Excelで「CSV UTF-8」を選んで保存し直し、そのファイルを読み込んでください。\n$UNCHANGED",
        )
    }

    @Test
    fun `a file of another country is read for that country if the person says so`() {
        val screen = open<ListPreviewActivity>(view("american.csv", ListFiles.read("american.csv").bytes))
        screen.await()
        assertEquals("国番号のない番号は、アメリカ合衆国の番号のようです。", screen.text(R.id.hint))
        screen.press(R.id.read_as)
        Wait.until { screen.shows(R.id.take) }
        assertTrue(screen.all(R.id.samples).first().contains("+1"))
        assertTrue(!screen.shows(R.id.hint_card))
    }

    @Test
    fun `turned, it keeps what was chosen, and once it is done it stays done`() {
        val controller = start<ListPreviewActivity>(view("numbers.csv", "0335814321\n0312345678\n".toByteArray()))
        controller.get().await()
        controller.get().check(R.id.dangerous, "+81335814321")
        controller.get().requireViewById<RadioGroup>(R.id.action).check(R.id.action_silence)
        val turned = controller.recreate().get()
        turned.await()
        assertEquals(listOf(true), turned.boxes(R.id.dangerous).map { it.isChecked })
        assertEquals(R.id.action_silence, turned.requireViewById<RadioGroup>(R.id.action).checkedRadioButtonId)
        turned.take("2件を読み込みました。")
        val again = controller.recreate().get()
        again.awaitMessage("2件を読み込みました。")
        assertTrue(again.shows(R.id.undo) && !again.shows(R.id.take))
        assertEquals(1, lists().size)
    }

    @Test
    fun `turned while it imports, it imports once, and says so`() {
        val controller = start<ListPreviewActivity>(view("numbers.csv", "0312345678\n".toByteArray()))
        controller.get().await()
        controller.get().press(R.id.take)
        assertTrue(!controller.get().shows(R.id.take) && !controller.get().shows(R.id.leave))
        val turned = controller.recreate().get()
        Wait.until { turned.shows(R.id.take) || turned.shows(R.id.undo) }
        // What was under way may have been given up with its screen; then it was not done, and can be done again.
        if (turned.shows(R.id.take)) turned.press(R.id.take)
        turned.awaitMessage("1件を読み込みました。")
        assertEquals(1, lists().size)
        turned.press(R.id.undo)
        turned.awaitMessage("読み込む前に戻しました。")
        assertTrue(lists().isEmpty())
    }

    @Test
    fun `another app does not say which list is replaced`() {
        look("0312345678\n").take("1件を読み込みました。")
        val before = lists().single()
        val others = view("others.csv", "0612345678\n".toByteArray(), before.id)
        val screen = open<ListPreviewActivity>(others.setClassName(app, "app.tomeru.ui.settings.OpenList"))
        screen.await()
        assertTrue(!screen.shows(R.id.replaces))
        screen.take("1件を読み込みました。")
        assertTrue(before in lists() && lists().size == 2)
    }

    @Test
    fun `what is to be replaced and is gone is shown anew`() {
        look("0312345678\n").take("1件を読み込みました。")
        val id = lists().single().id
        val screen = look("0612345678\n", id)
        SettingsStore(app).exclusively { folder -> removeList(folder, id) }
        screen.press(R.id.take)
        Wait.until { screen.shows(R.id.take) && !screen.shows(R.id.replaces) }
        assertTrue(lists().isEmpty())
        screen.take("1件を読み込みました。")
        assertEquals(1, lists().size)
    }

    @Test
    fun `a text that is shared is looked at like a file`() {
        val shared = Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, "03-1234-5678\n")
        val screen = open<ListPreviewActivity>(shared)
        screen.await()
        assertEquals("1件の番号を読み込めます。", screen.text(R.id.taken))
        screen.take("1件を読み込みました。")
        assertEquals("迷惑電話の一覧", lists().single().name)
    }

    @Test
    fun `files of numbers open here from anywhere`() {
        val name = "app.tomeru.ui.settings.OpenList"
        for (type in TYPES) {
            for (intent in listOf(
                Intent(Intent.ACTION_VIEW).setDataAndType(Uri.parse("content://documents/numbers"), type),
                Intent(Intent.ACTION_SEND).setType(type),
            )) {
                val found = app.packageManager.queryIntentActivities(intent.addCategory(Intent.CATEGORY_DEFAULT), 0)
                assertTrue("${intent.action} $type: $found", found.any { it.activityInfo.name == name })
            }
        }
    }

    private companion object {
        /** As many as a list takes. */
        const val MILLION = 1_000_000
        const val HOUR = 3_600L
        const val UNCHANGED = "今の一覧は、そのままです。"

        /** Of `tests/lists`: one of each encoding, delimiter and kind, and what is refused. */
        val FILES = listOf(
            "addresses.csv",
            "cards.vcf",
            "dates-only.csv",
            "doubled-quotes.csv",
            "euc.csv",
            "excel-full-width.csv",
            "helpers.txt",
            "mail.txt",
            "notes.txt",
            "objects.jsonl",
            "own-export.csv",
            "patterns.txt",
            "pdf.hex",
            "police-row.csv",
            "rounded.csv",
            "tab-list.txt",
            "two-columns.csv",
            "unicode-little.csv",
            "workbook.hex",
        )
        val TYPES = listOf(
            "text/csv",
            "text/plain",
            "text/comma-separated-values",
            "text/x-vcard",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
    }
}
