// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.app.AlertDialog
import android.app.NotificationManager
import android.telecom.Call
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Preset
import app.tomeru.notice.StoppedNotice
import app.tomeru.outgoing.OutgoingNotice
import app.tomeru.outgoing.OutgoingPass
import app.tomeru.pass.TimedPass
import app.tomeru.platform.systemService
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.test
import app.tomeru.ui.records.RecordsActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.io.File
import java.io.IOException

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
        val screen = erase()
        Wait.until { screen.rows() == 0 && phone.records().isEmpty() && found().isEmpty() }
        assertEquals(emptyList<String>(), found())
    }

    private fun erase(): RecordsActivity {
        val screen = open<RecordsActivity>()
        Wait.until { screen.rows() > 0 }
        screen.toEnd()
        screen.press(R.id.erase)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        return screen
    }

    private fun notices() = app.systemService<NotificationManager>().activeNotifications.map { it.id }.toSet()

    /** Notices of calls that were stopped, alone and together, that came silently, and that were not placed. */
    private fun tell() {
        repeat(4) { telecom.screen(FakeCall("tel:%2B1844298012$it")) }
        Chosen.preset(app, Preset.STOP) { it.copy(ownActions = listOf(OwnAction(Kind.INTERNATIONAL, Action.SILENCE))) }
        telecom.screen(FakeCall("tel:%2B18442980129"))
        telecom.places("+639171234567")
        TimedPass(app).startForAnHour("PH")
        phone.settle()
        assertEquals(setOf(StoppedNotice.ID, PASS, OutgoingNotice.ID), notices())
    }

    @Test
    fun `no notice has a number any more, and what is no call's stays`() {
        tell()
        val screen = erase()
        Wait.until { screen.rows() == 0 && phone.records().isEmpty() }
        Wait.idle()
        assertEquals(setOf(PASS), notices())
    }

    @Test
    fun `the notices go, too, where a file refuses`() {
        tell()
        val screen = open<RecordsActivity>()
        Wait.until { screen.rows() > 0 }
        screen.toEnd()
        app.test.beforeRecords = { throw IOException("no disk today") }
        screen.press(R.id.erase)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        screen.awaitMessage(app.getString(R.string.records_unreadable))
        app.test.beforeRecords = {}
        assertEquals(setOf(PASS), notices())
    }

    @Test
    fun `a file that refuses keeps nothing in the other, and is told of`() {
        fill()
        phone.unlocked(false)
        telecom.screen(FakeCall("tel:%2B18442980122"))
        phone.settle()
        assertEquals(1, CallStore.pending(app).count())
        val faults = ArrayDeque(listOf(IOException("the history's"), null))
        app.test.beforeRecords = { faults.removeFirstOrNull()?.let { throw it } }
        assertEquals("the history's", assertThrows(IOException::class.java) { CallStore.eraseAll(app) }.message)
        app.test.beforeRecords = {}
        assertEquals(0, CallStore.pending(app).count())
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

        /** The notice of a timed pass. */
        const val PASS = 3
        val NUMBERS = listOf("18442980122", "312345678", "698765432", "639171234567")
    }
}
