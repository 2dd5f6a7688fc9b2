// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.AlertDialog
import android.app.Application
import android.content.Intent
import android.content.pm.ApplicationInfo
import android.database.sqlite.SQLiteDatabase
import android.os.StrictMode
import android.view.View
import android.widget.Button
import android.widget.ListView
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Preset
import app.tomeru.settings.SettingsStore
import app.tomeru.words.Words
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Before
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.shadows.ShadowAlertDialog
import java.util.concurrent.CopyOnWriteArrayList

/** A protected phone, and a screen on it whose main thread is watched. */
abstract class ScreenTest {
    protected val app: Application = RuntimeEnvironment.getApplication()
    protected val roles = Roles(app)
    protected val phone = Phone(app)
    protected val store = SettingsStore(app)
    private val slow = CopyOnWriteArrayList<String>()

    @Before
    fun protect() {
        // Robolectric's SQLite must be loaded by the test's own thread; the screens come to it from others first.
        SQLiteDatabase.create(null).close()
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
        roles.makeAvailable()
        roles.hold()
        app.applicationInfo.flags = app.applicationInfo.flags or ApplicationInfo.FLAG_DEBUGGABLE
        app.test.mainThread = {
            StrictMode.ThreadPolicy.Builder()
                .detectCustomSlowCalls()
                .penaltyListener(Runnable::run) { if (isOfApp(it)) slow += it.stackTraceToString() }
                .build()
        }
    }

    /** A test may wait for what is stored; the app may not. */
    private fun isOfApp(violation: Throwable) = violation.stackTrace.any {
        it.className.startsWith("app.tomeru.") && "Test" !in it.className &&
            !it.className.startsWith("app.tomeru.record.") && !it.className.startsWith("app.tomeru.settings.") &&
            !it.className.startsWith("app.tomeru.support.")
    }

    /** A number as the phone of this Android version writes it. */
    protected fun written(number: String) = Words(app).grouped(number)

    /** A text without the marks that keep a date or a time on one line. */
    protected fun unglued(text: String) = text.replace("\u2060", "")

    @After
    fun release() {
        StrictMode.setThreadPolicy(StrictMode.ThreadPolicy.LAX)
        assertEquals("the main thread did slow work", emptyList<String>(), slow.toList())
    }

    protected inline fun <reified T : Activity> start(intent: Intent? = null): ActivityController<T> =
        Robolectric.buildActivity(T::class.java, intent).setup()

    protected inline fun <reified T : Activity> open(intent: Intent? = null): T = start<T>(intent).get()

    protected fun Activity.text(id: Int) = requireViewById<TextView>(id).text.toString()

    protected fun Activity.shows(id: Int) = requireViewById<View>(id).isShown

    protected fun Activity.press(id: Int) {
        val button = requireViewById<View>(id)
        check(button.isShown) { "${resources.getResourceEntryName(id)} is not shown" }
        button.performClick()
    }

    /** The screen's place for messages, once it says [message]. */
    protected fun Activity.awaitMessage(message: String) = try {
        Wait.until { shows(R.id.message) && text(R.id.message) == message }
    } catch (e: IllegalStateException) {
        throw AssertionError("it says '${text(R.id.message)}', not '$message'", e)
    }

    /** What was opened last; it is gone then. */
    protected fun Activity.opened(): Intent = checkNotNull(shadowOf(this).nextStartedActivity) { "nothing was opened" }

    protected fun dialog() = ShadowAlertDialog.getLatestDialog() as AlertDialog

    /** Presses the choice [text] of the dialog that is shown. */
    protected fun choose(text: String) {
        val choices = shadowOf(dialog()).items.map(CharSequence::toString)
        check(text in choices) { "$choices have no '$text'" }
        shadowOf(dialog()).clickOnItem(choices.indexOf(text))
    }

    protected fun pressInDialog(button: Int) {
        dialog().getButton(button).performClick()
        Wait.until { true }
    }

    /** The rows of the list, without its head and its foot. */
    protected fun Activity.rows() =
        requireViewById<ListView>(R.id.list).let { it.count - it.headerViewsCount - it.footerViewsCount }

    /** Scrolls the list to its end. A foot cannot be selected: its last row is, far above where it would be seen. */
    protected fun Activity.toEnd() = requireViewById<ListView>(R.id.list).let {
        it.setSelectionFromTop(it.count - 1 - it.footerViewsCount, -it.height)
        Wait.idle()
    }

    protected fun Activity.row(position: Int): View = requireViewById<ListView>(R.id.list).let {
        it.adapter.getView(position + it.headerViewsCount, null, it)
    }

    protected fun Activity.pressRow(position: Int) =
        requireViewById<ListView>(R.id.list).run { performItemClick(null, position + headerViewsCount, 0) }

    /** All texts in [view], in order. */
    protected fun texts(view: View): List<String> = when (view) {
        is android.view.ViewGroup -> (0 until view.childCount).flatMap { texts(view.getChildAt(it)) }
        is TextView -> listOf(view.text.toString())
        else -> emptyList()
    }

    /** The button with [text] under [view]. */
    protected fun button(view: View, text: String): Button = checkNotNull(find(view, text)) { "no button '$text'" }

    private fun find(view: View, text: String): Button? = when (view) {
        is android.view.ViewGroup -> (0 until view.childCount).firstNotNullOfOrNull { find(view.getChildAt(it), text) }
        is Button -> view.takeIf { it.text.toString() == text }
        else -> null
    }
}
