// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Activity
import android.app.AlertDialog
import android.app.Dialog
import android.content.ActivityNotFoundException
import android.content.ClipboardManager
import android.content.Intent
import android.content.pm.ApplicationInfo
import android.os.Bundle
import android.os.StrictMode
import android.view.View
import android.view.ViewGroup
import android.view.inputmethod.InputMethodManager
import android.widget.Button
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.ListView
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.fault.Background
import app.tomeru.fault.Barrier
import app.tomeru.fault.MainThread
import app.tomeru.platform.Platform
import app.tomeru.platform.systemService
import app.tomeru.route.Route
import app.tomeru.views.find
import app.tomeru.views.firstText
import app.tomeru.views.guarded
import app.tomeru.views.isVisible
import app.tomeru.views.lieSideBySide
import app.tomeru.views.onChoice
import app.tomeru.views.onPress
import app.tomeru.views.onYes
import app.tomeru.views.refine
import app.tomeru.views.refuseCovered
import app.tomeru.views.room
import app.tomeru.views.say
import app.tomeru.words.Failure
import app.tomeru.words.Words

/**
 * What all screens share: a visible way back, work off the main thread, dialogs that end with the screen, and
 * everything that Android calls ([create], [resume] and so on) running behind the barrier.
 */
abstract class Screen : Activity() {
    /** Work that ends with the screen. */
    protected val background = Background()

    /** For work that has to be done on the main thread. */
    protected val main = MainThread(Fault.SCREEN_FAILED)

    /** The words of the person's language. */
    protected val words by lazy { Words(this) }
    private val dialogs = mutableListOf<Dialog>()

    private var help: HelpButtons? = null

    /** Whether the screen was created; what Android calls later needs its views. */
    private var isMade = false

    /** Creates the screen; [state] is what [save] left. */
    protected abstract fun create(state: Bundle?)

    /** A screen of which there is only one was opened again, with the intent that it has now. */
    protected open fun openedAgain() = Unit

    /** The screen is in front (again). */
    protected open fun resume() = Unit

    /** Saves in [state] what the screen needs if Android recreates it. */
    protected open fun save(state: Bundle) = Unit

    /** Restores what [save] kept, after the views have got back what was typed. */
    protected open fun restore(state: Bundle) = Unit

    /** The screen is gone. */
    protected open fun end() = Unit

    /** A screen that was opened for a result finished with [result] (`Activity.RESULT_*`). */
    protected open fun result(request: Int, result: Int, data: Intent?) = Unit

    /** The user answered a permission request (`PackageManager.PERMISSION_*`). */
    protected open fun answered(asked: Array<String>, results: IntArray) = Unit

    final override fun onCreate(savedInstanceState: Bundle?) {
        dropStrange(intent)
        super.onCreate(savedInstanceState)
        isMade = guarded {
            if (applicationInfo.flags and ApplicationInfo.FLAG_DEBUGGABLE != 0) {
                StrictMode.setThreadPolicy(Platform.of(this).mainThread())
            }
            create(savedInstanceState)
        }
        if (!isMade) Barrier.run(null, ::showFault)
    }

    /** Replaces a screen that could not be created. It uses no layout, because that may be what failed. */
    private fun showFault() {
        val text = TextView(this)
        text.setText(R.string.screen_failed)
        text.textSize = FAULT_SP
        val side = resources.getDimensionPixelSize(R.dimen.side)
        text.setPadding(side, side, side, side)
        text.fitsSystemWindows = true
        setContentView(text)
    }

    /**
     * Android itself looks into the extras of [intent] when the screen is left (AOSP, `Activity.onStop`). What another app
     * put there may not be readable, or name a form that Android is to fill in: either could end the process.
     */
    private fun dropStrange(intent: Intent) {
        val isReadable = Barrier.run(null) {
            intent.extras?.keySet().orEmpty().filter { it.startsWith(AUTOFILL) }.forEach(intent::removeExtra)
        }
        if (!isReadable) intent.replaceExtras(null as Bundle?)
    }

    final override fun onNewIntent(intent: Intent) {
        dropStrange(intent)
        super.onNewIntent(intent)
        setIntent(intent)
        if (isMade) guarded(::openedAgain)
    }

    final override fun onResume() {
        super.onResume()
        if (!isMade) return
        guarded { help?.show() }
        guarded(::resume)
    }

    final override fun onSaveInstanceState(state: Bundle) {
        super.onSaveInstanceState(state)
        if (isMade) guarded { save(state) }
    }

    final override fun onRestoreInstanceState(state: Bundle) {
        super.onRestoreInstanceState(state)
        if (isMade) guarded { restore(state) }
    }

    final override fun onActivityResult(request: Int, result: Int, data: Intent?) {
        if (isMade) guarded { result(request, result, data) }
    }

    final override fun onRequestPermissionsResult(code: Int, asked: Array<String>, results: IntArray) {
        if (isMade) guarded { answered(asked, results) }
    }

    final override fun onDestroy() {
        Barrier.run(null) {
            background.close()
            dialogs.forEach(Dialog::dismiss)
        }
        if (isMade) Barrier.run(null, ::end)
        super.onDestroy()
    }

    /** Shows one column that scrolls: [title], and the views of the layout [content]. */
    protected fun showColumn(title: Int, content: Int) {
        setContentView(R.layout.screen)
        fill(title, find(R.id.column), content)
    }

    /**
     * Shows a list beneath [title] and the views of the layout [head], which has a field `search`, and above those of
     * [foot], if there is one.
     */
    protected fun showList(title: Int, head: Int, foot: Int? = null): ListView {
        setContentView(R.layout.screen_list)
        val list = find<ListView>(R.id.list)
        list.addHeaderView(layoutInflater.inflate(R.layout.list_head, list, false), null, false)
        if (foot != null) {
            // A row of a list takes its space even if it is gone; what is in it does not.
            val frame = LinearLayout(this).apply { orientation = LinearLayout.VERTICAL }
            layoutInflater.inflate(foot, frame)
            list.addFooterView(frame, null, false)
        }
        list.itemsCanFocus = true
        // The head is attached once there is an adapter.
        list.adapter = null
        fill(title, list.requireViewById(R.id.column), head)
        onPress(R.id.find) {
            list.setSelection(0)
            val search = find<EditText>(R.id.search)
            search.isVisible = true
            search.requestFocus()
            systemService<InputMethodManager>().showSoftInput(search, 0)
        }
        return list
    }

    /** Lays the two halves of the screen, the parts of `columns`, side by side where there is room. */
    protected fun showColumns() {
        if (room < ROOM_FOR_TWO_DP) return
        find<LinearLayout>(R.id.columns).run {
            lieSideBySide(true)
            showDividers = LinearLayout.SHOW_DIVIDER_MIDDLE
        }
        val side = resources.getDimensionPixelSize(R.dimen.side_of_two)
        find<View>(R.id.column).run { setPadding(side, paddingTop, side, paddingBottom) }
        val back = find<View>(R.id.back)
        back.layoutParams = (back.layoutParams as ViewGroup.MarginLayoutParams).apply {
            marginStart = side - back.paddingStart
        }
    }

    private fun fill(title: Int, column: ViewGroup, content: Int) {
        layoutInflater.inflate(content, column, true)
        column.requireViewById<TextView>(R.id.title).setText(title)
        setTitle(title)
        onPress(R.id.back) { finish() }
    }

    /** Does [action] when the button [id] is pressed. */
    protected fun onPress(id: Int, action: () -> Unit) = find<Button>(id).onPress(action)

    /** Does [action], which agrees to something, when the button [id] is pressed. */
    protected fun onYes(id: Int, action: () -> Unit) = find<Button>(id).onYes(action)

    /** Says that something was not done, in terms of [fault]; [otherwise] as in [Failure.text]. */
    internal fun sayFailed(fault: Throwable, otherwise: Int = R.string.something_failed) =
        say(Failure.text(this, fault, otherwise))

    /** The text that was copied last, up to what an intent takes; says so if there is none. */
    protected fun copiedText(): String? {
        // Android tells the user that the clipboard was read, and lets only the foreground app read it.
        val text = systemService<ClipboardManager>().primaryClip?.firstText(MOST_COPIED)?.ifBlank { null }
        if (text == null) say(getString(R.string.nothing_copied))
        return text
    }

    /** Shows a dialog that ends with the screen. */
    internal fun show(dialog: AlertDialog.Builder) {
        dialogs.removeAll { !it.isShowing }
        val shown = dialog.show()
        dialogs += shown
        shown.refine(main)
        for (agrees in listOfNotNull(shown.listView, shown.getButton(AlertDialog.BUTTON_POSITIVE))) {
            agrees.refuseCovered {
                shown.dismiss()
                say(getString(R.string.covered))
            }
        }
    }

    /** Asks for one of [texts], of which [chosen] is the one in force. */
    protected fun choose(title: String, texts: List<String>, chosen: Int, take: (Int) -> Unit) = show(
        AlertDialog.Builder(this)
            .setTitle(title)
            .onChoice(texts, chosen, take)
            .setNegativeButton(R.string.cancel, null),
    )

    /** Shows whom to ask, in the views of the layout `help_buttons`, now and whenever the screen is in front again. */
    internal fun showHelp() {
        val buttons = HelpButtons(this, find(R.id.help_buttons))
        help = buttons
        guarded(buttons::show)
    }

    /** Opens another screen of the app. */
    internal fun open(route: Route, prepare: Intent.() -> Unit = {}) =
        startActivity(route.intent(this).apply(prepare))

    /** Opens a screen of another app, and says so if there is none. */
    internal fun openElsewhere(intent: Intent) = try {
        startActivity(intent)
    } catch (e: ActivityNotFoundException) {
        say(getString(R.string.nothing_opens))
    }

    private companion object {
        const val FAULT_SP = 22f

        /** How the names of the extras begin that Android reads by itself. */
        const val AUTOFILL = "android.view.autofill.extra."

        /** Letters, of two bytes each: far more than a message or a family code has. */
        const val MOST_COPIED = 1 shl 15

        /** Two columns of a phone's width; less where the letters are larger. */
        const val ROOM_FOR_TWO_DP = 600
    }
}
