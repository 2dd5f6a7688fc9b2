// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.AlertDialog
import android.app.Application
import android.content.Intent
import android.net.Uri
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.record.FaultLog
import app.tomeru.record.SettingsFolder
import app.tomeru.record.SettingsStore
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowAlertDialog
import java.io.File

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 33, 35], qualifiers = "ja-rJP")
class ListsActivityTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val uri = Uri.parse("content://documents/numbers.csv")

    @Before
    fun asSetUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
    }

    private fun open(): ListsActivity = Robolectric.buildActivity(ListsActivity::class.java).setup().get()

    /** The person presses the button that opens the picker, and chooses a file that holds [text]. */
    private fun ListsActivity.choose(text: String, button: Int = R.id.import_list) {
        requireViewById<Button>(button).performClick()
        shadowOf(contentResolver).registerInputStreamSupplier(uri) { text.byteInputStream() }
        val asked = shadowOf(this).nextStartedActivityForResult
        assertEquals(Intent.ACTION_OPEN_DOCUMENT, asked.intent.action)
        shadowOf(this).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(uri))
    }

    private fun ListsActivity.message() = requireViewById<TextView>(R.id.message).text.toString()

    private fun ListsActivity.cards() = requireViewById<ViewGroup>(R.id.all).childCount

    private fun lists() = SettingsStore(app).load().settings.policy.lists

    @Test
    fun `numbers of a file are stopped, bad lines told, and a new file takes its place`() {
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).rings)
        val screen = open()
        screen.choose("番号\n03-1234-5678\nなし\n+1 844 298 0122\n")
        Wait.until { screen.cards() == 1 }
        assertEquals("2件を取り込みました。\n番号のない行が1行ありました。\n3行目:なし", screen.message())
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).reject)
        assertEquals(Reason.IMPORTED_LIST, Phone(app).lastRecord().reason)
        screen.choose("06-1234-5678\n", R.id.replace)
        Wait.until { screen.message() == "1件を取り込みました。" && screen.cards() == 1 }
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).rings)
        assertTrue(telecom.screen(FakeCall("tel:0612345678")).reject)
        screen.requireViewById<Button>(R.id.remove).performClick()
        val dialog = ShadowAlertDialog.getLatestDialog() as AlertDialog
        dialog.getButton(AlertDialog.BUTTON_POSITIVE).performClick()
        Wait.until { screen.cards() == 0 }
        assertTrue(telecom.screen(FakeCall("tel:0612345678")).rings)
    }

    @Test
    fun `what cannot be imported changes nothing and is said`() {
        val screen = open()
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
        val screen = open()
        screen.choose("03-1234-5678\n")
        Wait.until { screen.cards() == 1 }
        File(SettingsFolder.of(app), "lists/${lists().single().id}.numbers").writeText("broken")
        assertTrue(telecom.screen(FakeCall("tel:0312345678")).rings)
        val home = Robolectric.buildActivity(HomeActivity::class.java).setup().get()
        val said = home.requireViewById<TextView>(R.id.fault_cause).text.toString()
        assertEquals("取り込んだ番号の一覧を読めませんでした。もう一度取り込んでください。", said)
        assertEquals(1, FaultLog(app).unseen().size)
    }
}
