// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.AlertDialog
import android.content.Intent
import android.os.Bundle
import android.widget.Button
import android.widget.EditText
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.fault.FaultLog
import app.tomeru.support.Kind
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.views.find
import app.tomeru.views.onChange
import app.tomeru.views.onYes
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.annotation.Config

/** Whatever Android calls of a screen may throw: the screen stays, says so, and the app goes on. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class ScreenFaultTest : ScreenTest() {
    /** Does nothing but fail where it is told to. */
    class Failing : Screen() {
        override fun create(state: Bundle?) {
            fail("create")
            showColumn(R.string.own_title, R.layout.own_numbers)
            onPress(R.id.block) { fail("press") }
            this.find<EditText>(R.id.number).onChange { fail("type") }
        }

        override fun resume() = fail("resume")

        override fun save(state: Bundle) = fail("save")

        override fun restore(state: Bundle) = fail("restore")

        override fun result(request: Int, result: Int, data: Intent?) = fail("result")

        override fun answered(asked: Array<String>, results: IntArray) = fail("answered")

        fun work(where: String) = background.run({ fail(where) }, { fail("done") }, { sayFailed(it) })

        fun come() = onActivityResult(1, 1, null)

        fun ask() = show(AlertDialog.Builder(this).onYes(R.string.lists_remove) { fail("yes") })

        private fun fail(where: String) {
            if (where == at) throw kind.make()
        }
    }

    private val failed get() = app.getString(R.string.something_failed)

    private fun told() = FaultLog(app).unseen().map { it.fault }

    @Before
    fun nothingFails() {
        at = ""
    }

    private fun each(where: String, act: (Failing) -> Unit) {
        for (each in Kind.entries) {
            kind = each
            at = ""
            val screen = Robolectric.buildActivity(Failing::class.java).setup()
            at = where
            act(screen.get())
            screen.saveInstanceState(Bundle())
            screen.restoreInstanceState(Bundle())
            screen.pause().resume()
            at = ""
            assertTrue("$where, $each", screen.get().shows(R.id.message))
            assertEquals("$where, $each", listOf(Fault.SCREEN_FAILED), told())
            FaultLog(app).markSeen()
            screen.pause().stop().destroy()
        }
    }

    @Test
    fun `a screen that cannot be made says so, and nothing more of it is called`() {
        for (each in Kind.entries) {
            kind = each
            at = "create"
            val screen = Robolectric.buildActivity(Failing::class.java).setup()
            at = "resume"
            screen.pause().resume()
            val shown = texts(screen.get().requireViewById(android.R.id.content)).joinToString()
            assertEquals(app.getString(R.string.screen_failed), shown)
            assertEquals(1, FaultLog(app).unseen().single().count)
            FaultLog(app).markSeen()
        }
    }

    @Test
    fun `what is called later may fail`() {
        for (where in listOf("resume", "save", "restore")) each(where) {}
        each("result", Failing::come)
        each("answered") { it.onRequestPermissionsResult(1, emptyArray(), intArrayOf()) }
    }

    @Test
    fun `what a person does may fail, and is said`() {
        each("press") { it.requireViewById<Button>(R.id.block).performClick() }
        each("type") { it.requireViewById<TextView>(R.id.number).text = "1" }
        each("yes") {
            it.ask()
            pressInDialog(AlertDialog.BUTTON_POSITIVE)
        }
    }

    @Test
    fun `the work behind it may fail, and what follows it`() {
        val screen = open<Failing>()
        for (each in Kind.entries) {
            kind = each
            at = "work"
            screen.work("work")
            screen.awaitMessage(failed)
            assertTrue("said at once", told().isEmpty())
            screen.requireViewById<TextView>(R.id.message).text = ""
            at = "done"
            screen.work("work")
            screen.awaitMessage(failed)
            Wait.until { told() == listOf(Fault.SCREEN_FAILED) }
            FaultLog(app).markSeen()
            screen.requireViewById<TextView>(R.id.message).text = ""
        }
    }

    private companion object {
        var at = ""
        var kind = Kind.ERROR
    }
}
