// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.app.Activity
import android.app.AlertDialog
import android.content.Intent
import android.net.Uri
import android.view.ViewGroup
import android.widget.Button
import app.tomeru.R
import app.tomeru.core.Reason
import app.tomeru.fault.FaultLog
import app.tomeru.settings.SettingsFolder
import app.tomeru.support.FakeCall
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
    private val uri = Uri.parse("content://documents/numbers.csv")

    /** The person presses the button that opens the picker, and chooses a file that holds [text]. */
    private fun ListsActivity.choose(text: String, button: Int = R.id.import_list) {
        requireViewById<Button>(button).performClick()
        shadowOf(contentResolver).registerInputStreamSupplier(uri) { text.byteInputStream() }
        val asked = shadowOf(this).nextStartedActivityForResult
        assertEquals(Intent.ACTION_OPEN_DOCUMENT, asked.intent.action)
        shadowOf(this).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(uri))
    }

    private fun ListsActivity.message() = text(R.id.message)

    private fun ListsActivity.cards() = requireViewById<ViewGroup>(R.id.all).childCount

    private fun lists() = store.load().settings.policy.lists

    @Test
    fun `numbers of a file are stopped, bad lines told, and a new file takes its place`() {
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).rings)
        val screen = open<ListsActivity>()
        screen.choose("番号\n03-1234-5678\nなし\n+1 844 298 0122\n")
        Wait.until { screen.cards() == 1 }
        assertEquals("2件を読み込みました。\n番号のない行が1行ありました。\n3行目：\u2068なし\u2069", screen.message())
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).reject)
        assertEquals(Reason.IMPORTED_LIST, Phone(app).lastRecord().reason)
        screen.choose("06-1234-5678\n", R.id.replace)
        Wait.until { screen.message() == "1件を読み込みました。" && screen.cards() == 1 }
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).rings)
        assertTrue(telecom.screen(FakeCall("tel:0612345678")).reject)
        screen.requireViewById<Button>(R.id.remove).performClick()
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        Wait.until { screen.cards() == 0 }
        assertTrue(telecom.screen(FakeCall("tel:0612345678")).rings)
    }

    @Test
    fun `what cannot be imported changes nothing and is said`() {
        val screen = open<ListsActivity>()
        screen.choose("nothing\nhere\n")
        Wait.until { screen.message() == "電話番号が見つかりませんでした。" }
        assertTrue(lists().isEmpty())
        screen.requireViewById<Button>(R.id.import_list).performClick()
        val asked = shadowOf(screen).nextStartedActivityForResult
        val gone = Uri.parse("content://documents/gone")
        shadowOf(screen.contentResolver).registerInputStreamSupplier(gone) { throw SecurityException() }
        shadowOf(screen).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(gone))
        Wait.until { screen.message() == "ファイルを読めませんでした。" }
    }

    @Test
    fun `a list whose file is broken lets its numbers ring and is shown on the first screen`() {
        val screen = open<ListsActivity>()
        screen.choose("03-1234-5678\n")
        Wait.until { screen.cards() == 1 }
        File(SettingsFolder.of(app), "lists/${lists().single().id}.numbers").writeText("broken")
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).rings)
        val home = open<HomeActivity>()
        Wait.until { home.shows(R.id.fault) }
        val said = home.text(R.id.fault_cause)
        assertEquals("迷惑電話の一覧を読めませんでした。もう一度、ファイルを読み込んでください。", said)
        assertEquals(1, FaultLog(app).unseen().size)
    }
}
