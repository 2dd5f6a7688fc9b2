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
import android.os.Bundle
import app.tomeru.R
import app.tomeru.platform.systemService
import app.tomeru.route.Route
import app.tomeru.support.FakeCall
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.check.CheckActivity
import app.tomeru.ui.family.FamilyActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

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
        assertEquals(Route.OFFER.intent(app).component, family.opened().component)
    }
}
