// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.app.Activity
import android.app.AlertDialog
import android.content.Intent
import android.view.ViewGroup
import android.widget.Button
import app.tomeru.R
import app.tomeru.core.Reason
import app.tomeru.fault.FaultLog
import app.tomeru.settings.SettingsFolder
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeDocuments
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.home.HomeActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class ListsActivityTest : ScreenTest() {
    private val telecom = Telecom()

    /** The person presses the button that opens the picker, and chooses a file that holds [text]; it is looked at. */
    private fun ListsActivity.choose(text: String, button: Int = R.id.import_list): ListPreviewActivity {
        requireViewById<Button>(button).performClick()
        val uri = FakeDocuments.add("numbers.csv", text.toByteArray())
        val asked = shadowOf(this).nextStartedActivityForResult
        assertEquals(Intent.ACTION_OPEN_DOCUMENT, asked.intent.action)
        shadowOf(this).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(uri))
        return open<ListPreviewActivity>(opened())
    }

    /** The person says yes to what is looked at, and comes back to a new look at the lists. */
    private fun ListPreviewActivity.yes(said: String): ListsActivity {
        Wait.until { shows(R.id.take) }
        press(R.id.take)
        awaitMessage(said)
        press(R.id.leave)
        return open<ListsActivity>(opened()).also { lists -> Wait.until { lists.cards() == 1 } }
    }

    private fun ListsActivity.cards() = requireViewById<ViewGroup>(R.id.all).childCount

    private fun lists() = store.load().settings.policy.lists

    @Test
    fun `numbers of a file are stopped once the person agrees, and a new file takes its place`() {
        val preview = open<ListsActivity>().choose("番号\n03-1234-5678\nなし\n+1 844 298 0122\n")
        Wait.until { preview.shows(R.id.take) }
        assertTrue("nothing counts before yes", telecom.screen(FakeCall("tel:0312345678")).rings)
        val screen = preview.yes("2件を読み込みました。")
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).reject)
        assertEquals(Reason.IMPORTED_LIST, Phone(app).lastRecord().reason)
        val other = screen.choose("06-1234-5678\n", R.id.replace).yes("1件を読み込みました。")
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).rings)
        assertTrue(telecom.screen(FakeCall("tel:0612345678")).reject)
        other.requireViewById<Button>(R.id.remove).performClick()
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        Wait.until { other.cards() == 0 }
        assertTrue(telecom.screen(FakeCall("tel:0612345678")).rings)
        assertTrue("there is nothing to undo", !other.shows(R.id.undo))
    }

    @Test
    fun `the last file is undone after a question, also later`() {
        val first = open<ListsActivity>().choose("03-1234-5678\n").yes("1件を読み込みました。")
        val second = first.choose("06-1234-5678\n", R.id.replace).yes("1件を読み込みました。")
        Wait.until { second.shows(R.id.undo) }
        val said = "最後に「numbers.csv」を読み込みました。戻すと、前の「numbers.csv」を使います。"
        assertEquals(said, second.text(R.id.undo_detail))
        second.press(R.id.undo)
        assertEquals(said, shadowOf(dialog()).message.toString())
        pressInDialog(AlertDialog.BUTTON_NEGATIVE)
        assertTrue(telecom.screen(FakeCall("tel:0612345678")).reject)
        second.press(R.id.undo)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        second.awaitMessage("読み込む前に戻しました。")
        Wait.until { !second.shows(R.id.undo) }
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).reject)
        assertTrue(telecom.screen(FakeCall("tel:0612345678")).rings)
    }

    @Test
    fun `a list whose file is broken lets its numbers ring and is shown on the first screen`() {
        open<ListsActivity>().choose("03-1234-5678\n").yes("1件を読み込みました。")
        File(SettingsFolder.of(app), "lists/${lists().single().id}.numbers").writeText("broken")
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).rings)
        val home = open<HomeActivity>()
        Wait.until { home.shows(R.id.fault) }
        val said = home.text(R.id.fault_cause)
        assertEquals("迷惑電話の一覧を読めませんでした。もう一度、ファイルを読み込んでください。", said)
        assertEquals(1, FaultLog(app).unseen().size)
    }
}
