// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Activity
import android.content.ClipData
import android.content.ClipboardManager
import android.content.ContentProvider
import android.content.ContentValues
import android.content.Intent
import android.content.res.AssetFileDescriptor
import android.database.Cursor
import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.os.Parcel
import android.view.ContentInfo
import android.view.DragEvent
import android.view.autofill.AutofillValue
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import app.tomeru.R
import app.tomeru.platform.systemService
import app.tomeru.route.Route
import app.tomeru.support.FakeCall
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.check.CheckActivity
import app.tomeru.ui.countries.CountriesActivity
import app.tomeru.ui.family.FamilyActivity
import app.tomeru.ui.records.RecordsActivity
import app.tomeru.ui.settings.OwnNumbersActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.annotation.Config
import org.robolectric.shadows.DragEventBuilder

/** What another app left in the clipboard is a text or nothing. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class HostileClipboardTest : ScreenTest() {
    private val telecom = Telecom()

    /** Another app's: whoever opens what it has, reads without end. */
    class Endless : ContentProvider() {
        override fun onCreate() = true

        override fun openTypedAssetFile(uri: Uri, type: String, options: Bundle?): AssetFileDescriptor? {
            asked += "open"
            return null
        }

        override fun getStreamTypes(uri: Uri, filter: String): Array<String> = arrayOf("text/plain")

        override fun getType(uri: Uri): String {
            asked += "type"
            return "text/plain"
        }

        override fun query(u: Uri, p: Array<String>?, s: String?, a: Array<String>?, o: String?): Cursor? = null

        override fun insert(uri: Uri, values: ContentValues?): Uri? = null

        override fun delete(uri: Uri, selection: String?, arguments: Array<String>?) = 0

        override fun update(u: Uri, v: ContentValues?, s: String?, a: Array<String>?) = 0

        companion object {
            val asked = mutableListOf<String>()
        }
    }

    private fun copy(item: ClipData.Item, type: String = "text/plain") =
        app.systemService<ClipboardManager>().setPrimaryClip(ClipData("", arrayOf(type), item))

    /** What [screen] says after "paste"; settings and calls are as before. */
    private fun paste(screen: Activity): String {
        val before = store.load()
        screen.press(R.id.paste)
        Wait.idle()
        assertEquals(before, store.load())
        assertTrue("the next call", telecom.screen(FakeCall("tel:%2B639171234567")).reject)
        return screen.text(R.id.message)
    }

    private fun screens() = listOf(open<CheckActivity>(), open<FamilyActivity>())

    @Test
    fun `what was copied is never fetched from another app`() {
        Endless.asked.clear()
        Robolectric.setupContentProvider(Endless::class.java, "endless")
        copy(ClipData.Item(Uri.parse("content://endless/text")))
        for (screen in screens()) assertEquals(app.getString(R.string.nothing_copied), paste(screen))
        assertEquals("what the other app was asked", emptyList<String>(), Endless.asked)
    }

    /** The screens with a field, which is `number` or `search`. */
    private fun withFields() = listOf<ActivityController<out Activity>>(
        start<CheckActivity>(),
        start<OwnNumbersActivity>(),
        start<RecordsActivity>(),
        start<CountriesActivity>(),
    )

    private fun ActivityController<out Activity>.field() = Wait.idle().let {
        get().run { findViewById(R.id.search) ?: requireViewById<EditText>(R.id.number) }
    }

    /** What comes into a field with a press that is held, with keys, from a drop, and from a keyboard. */
    private fun EditText.receive(clip: ClipData) {
        requestFocus()
        onTextContextMenuItem(android.R.id.paste)
        onTextContextMenuItem(android.R.id.pasteAsPlainText)
        for (action in listOf(DragEvent.ACTION_DRAG_STARTED, DragEvent.ACTION_DRAG_LOCATION, DragEvent.ACTION_DROP)) {
            onDragEvent(DragEventBuilder.newBuilder().setAction(action).setClipData(clip).build())
        }
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) {
            performReceiveContent(ContentInfo.Builder(clip, ContentInfo.SOURCE_INPUT_METHOD).build())
        }
    }

    @Test
    fun `what is filled in takes the place of what was typed`() {
        val field = start<CheckActivity>().field()
        field.requestFocus()
        field.setText("090")
        field.setSelection(1)
        field.autofill(AutofillValue.forText("09012345678"))
        assertEquals("09012345678", field.text.toString())
        assertEquals(field.length(), field.selectionEnd)
    }

    @Test
    fun `no field fetches what was copied from another app`() {
        Endless.asked.clear()
        Robolectric.setupContentProvider(Endless::class.java, "endless")
        val item = ClipData.Item(Uri.parse("content://endless/text"))
        copy(item)
        for (screen in withFields()) {
            val field = screen.field()
            field.receive(ClipData("", arrayOf("text/plain"), item))
            assertEquals("${screen.get()}", "", field.text.toString())
            assertEquals("${screen.get()}", emptyList<String>(), Endless.asked)
            assertEquals(app.getString(R.string.nothing_copied), screen.get().text(R.id.message))
        }
    }

    @Test
    fun `whatever comes into a field is cut, and the screen can be left`() {
        val long = "1".repeat(600_000)
        copy(ClipData.Item(long))
        val ways = mapOf<String, EditText.() -> Unit>(
            "pasted" to { onTextContextMenuItem(android.R.id.paste) },
            "received" to { receive(ClipData.newPlainText("", long)) },
            "typed" to { onCreateInputConnection(EditorInfo())?.commitText(long, 1) },
            "set" to { setText(long) },
        )
        for (screen in withFields()) {
            for ((way, put) in ways) {
                val field = screen.field()
                field.text.clear()
                field.put()
                assertEquals("$way, ${screen.get()}", 256, field.text.length)
                val left = Bundle().also { screen.saveInstanceState(it) }
                val size = Parcel.obtain().run { writeBundle(left).let { dataSize() } }
                assertTrue("$way, ${screen.get()}: $size bytes", size < 50_000)
            }
        }
    }

    @Test
    fun `what is pasted takes the place of what is marked`() {
        copy(ClipData.Item("45"))
        val field = start<CheckActivity>().field()
        field.setText("0312345678")
        field.requestFocus()
        field.setSelection(2, 8)
        field.onTextContextMenuItem(android.R.id.paste)
        assertEquals("034578", field.text.toString())
        assertEquals("the cursor is behind it", 4, field.selectionEnd)
    }

    @Test
    fun `an intent that was copied is not started`() {
        copy(ClipData.Item(Intent("app.tomeru.PASS_HOUR")), "text/vnd.android.intent")
        for (screen in screens()) {
            assertEquals(app.getString(R.string.nothing_copied), paste(screen))
            assertEquals(null, shadowOf(screen).nextStartedActivity)
        }
    }

    @Test
    fun `what was copied from a page is its text`() {
        copy(ClipData.Item("+1 844 298 0122", "<script>location='tel:110'</script>"), "text/html")
        val screen = open<CheckActivity>()
        paste(screen)
        assertEquals("+18442980122", screen.text(R.id.number).filter { it.isDigit() || it == '+' })
        assertEquals(null, shadowOf(screen).nextStartedActivity)
    }

    @Test
    fun `a megabyte that was copied is cut or handed on`() {
        val text = "x".repeat(1 shl 20)
        copy(ClipData.Item(text))
        val check = open<CheckActivity>()
        paste(check)
        assertTrue(check.text(R.id.number).length < 100)
        val family = open<FamilyActivity>()
        paste(family)
        val opened = family.opened()
        assertEquals(Route.OFFER.intent(app).component, opened.component)
        assertTrue("an intent takes no more", checkNotNull(opened.getStringExtra(Intent.EXTRA_TEXT)).length < 1 shl 16)
    }
}
