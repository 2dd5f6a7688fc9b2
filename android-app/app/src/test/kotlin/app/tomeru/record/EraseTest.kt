// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.app.AlertDialog
import android.telecom.Call
import app.tomeru.R
import app.tomeru.outgoing.OutgoingPass
import app.tomeru.support.FakeCall
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.records.RecordsActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.io.File

/** "Erase all" leaves no number in any file of the app. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class EraseTest : ScreenTest() {
    private val telecom = Telecom(guards = true)
    private val pending = app.createDeviceProtectedStorageContext().getDatabasePath("calls-pending.db")

    @Test
    fun `no file, log or copy that was set aside has a number any more`() {
        fill()
        destroy(app.getDatabasePath("calls.db"))
        fill()
        phone.unlocked(false)
        repeat(2) {
            telecom.screen(FakeCall("tel:%2B18442980122"))
            phone.settle()
            if (it == 0) destroy(pending)
        }
        OutgoingPass(app).start("+639171234567")
        Wait.idle()
        val before = found()
        assertTrue("$before", before.count { ".broken-" in it } >= 2 && before.any { "outgoing" in it })
        val screen = open<RecordsActivity>()
        Wait.until { screen.rows() > 0 }
        screen.toEnd()
        screen.press(R.id.erase)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        Wait.until { screen.rows() == 0 && phone.records().isEmpty() && found().isEmpty() }
        assertEquals(emptyList<String>(), found())
    }

    /** Its head is gone; what is behind it stays, and is set aside with the next call. */
    private fun destroy(file: File) {
        CallStore.of(app).close()
        CallStore.pending(app).close()
        file.writeBytes("this is none".toByteArray() + file.readBytes().drop(HEAD))
    }

    /** Calls that come, are made, and are stopped. */
    private fun fill() {
        telecom.screen(FakeCall("tel:0312345678"))
        telecom.send(FakeCall("tel:0698765432", direction = Call.Details.DIRECTION_OUTGOING))
        telecom.answers()
        telecom.places("+639171234567")
        phone.settle()
    }

    /** The files in which one of the numbers stands. */
    private fun found(): List<String> = listOf(app, app.createDeviceProtectedStorageContext())
        .flatMap { context -> context.dataDir.walk().filter(File::isFile) }
        .filter { file -> file.readText(Charsets.ISO_8859_1).let { text -> NUMBERS.any { it in text } } }
        .map { it.path }

    private companion object {
        /** Bytes of the head by which SQLite knows its files. */
        const val HEAD = 12
        val NUMBERS = listOf("18442980122", "312345678", "698765432", "639171234567")
    }
}
