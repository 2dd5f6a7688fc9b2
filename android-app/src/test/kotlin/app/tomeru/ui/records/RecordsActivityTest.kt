// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.AlertDialog
import android.app.Application
import android.content.Intent
import android.net.Uri
import android.view.View
import android.widget.Button
import android.widget.ListView
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Preset
import app.tomeru.record.SettingsStore
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.After
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
import java.io.ByteArrayOutputStream

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 33, 35], qualifiers = "ja-rJP")
class RecordsActivityTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)

    @Before
    fun asSetUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
    }

    @After
    fun repair() = phone.repair()

    private fun open(): RecordsActivity = Robolectric.buildActivity(RecordsActivity::class.java).setup().get()

    private fun RecordsActivity.rows() = requireViewById<ListView>(R.id.list).let { it.count - it.headerViewsCount }

    private fun RecordsActivity.message() = requireViewById<TextView>(R.id.message).text.toString()

    private fun RecordsActivity.press(id: Int) = requireViewById<Button>(id).performClick()

    private fun RecordsActivity.row(position: Int): View = requireViewById<ListView>(R.id.list).let {
        it.adapter.getView(position + it.headerViewsCount, null, it)
    }

    private fun dialog() = ShadowAlertDialog.getLatestDialog() as AlertDialog

    @Test
    fun `it shows what happened and why, the newest first`() {
        telecom.screen(FakeCall("tel:0312345678"))
        phone.at(Phone.NOW + 60_000)
        telecom.screen(FakeCall("tel:%2B639171234567"))
        val screen = open()
        Wait.until { screen.rows() == 2 }
        val text = { id: Int -> screen.row(0).requireViewById<TextView>(id).text.toString() }
        assertTrue(text(R.id.outcome), text(R.id.outcome).startsWith("止めました・"))
        assertTrue(text(R.id.where), text(R.id.where).startsWith("フィリピン +63"))
        assertEquals("国際電話です。", text(R.id.detail))
    }

    @Test
    fun `it says that there is nothing yet`() {
        val screen = open()
        Wait.until { screen.message() == "まだ電話の記録はありません。" }
    }

    @Test
    fun `a number is let through from here`() {
        telecom.screen(FakeCall("tel:%2B639171234567"))
        val screen = open()
        Wait.until { screen.rows() == 1 }
        screen.requireViewById<ListView>(R.id.list).run { performItemClick(null, headerViewsCount, 0) }
        dialog().getButton(AlertDialog.BUTTON_POSITIVE).performClick()
        Wait.until { screen.message().endsWith("今後鳴らします。") }
        assertTrue(telecom.screen(FakeCall("tel:%2B639171234567")).rings)
    }

    @Test
    fun `more than a page is read as the list is scrolled`() {
        repeat(120) {
            phone.at(Phone.NOW + it * 1_000L)
            telecom.send(FakeCall("tel:%2B639171234567", id = "TC@$it"))
        }
        assertEquals(120, telecom.answers().size)
        val screen = open()
        val list = screen.requireViewById<ListView>(R.id.list)
        Wait.until {
            list.setSelection(list.count - 1)
            list.measure(0, 0)
            list.layout(0, 0, 600, 1_000)
            screen.rows() == 120
        }
    }

    @Test
    fun `records are written to a file, and erased after a question`() {
        telecom.screen(FakeCall("tel:%2B639171234567"))
        val screen = open()
        Wait.until { screen.rows() == 1 }
        screen.press(R.id.export)
        val asked = shadowOf(screen).nextStartedActivityForResult
        val uri = Uri.parse("content://documents/tomeru.csv")
        val file = ByteArrayOutputStream()
        shadowOf(screen.contentResolver).registerOutputStream(uri, file)
        shadowOf(screen).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(uri))
        Wait.until { screen.message() == "書き出しました。" }
        assertTrue(file.toString("UTF-8").contains("+639171234567"))
        screen.press(R.id.erase)
        assertEquals(1, phone.records().size)
        dialog().getButton(AlertDialog.BUTTON_POSITIVE).performClick()
        Wait.until { screen.rows() == 0 && phone.records().isEmpty() }
    }

    @Test
    fun `how long records are kept is chosen here`() {
        val screen = open()
        screen.press(R.id.keep)
        Wait.until { ShadowAlertDialog.getLatestDialog() != null }
        shadowOf(dialog()).clickOnItem(2)
        Wait.until { SettingsStore(app).load().settings.retentionDays == 365.toUShort() }
        Wait.until { screen.message() == "365日" }
    }
}
