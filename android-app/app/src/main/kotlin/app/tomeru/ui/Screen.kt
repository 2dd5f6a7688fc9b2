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
import android.view.ViewGroup
import android.widget.Button
import android.widget.ListView
import android.widget.TextView
import app.tomeru.R
import app.tomeru.fault.Background
import app.tomeru.platform.Platform
import app.tomeru.platform.systemService
import app.tomeru.route.Route
import app.tomeru.views.find
import app.tomeru.views.say
import app.tomeru.words.Words

/** What all screens share: a visible way back, work beside the main thread, dialogs that end with the screen. */
abstract class Screen : Activity() {
    /** Work that ends with the screen. */
    protected val background = Background()

    /** The words of the person's language. */
    protected val words by lazy { Words(this) }
    private val dialogs = mutableListOf<Dialog>()

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        if (applicationInfo.flags and ApplicationInfo.FLAG_DEBUGGABLE != 0) {
            StrictMode.setThreadPolicy(Platform.of(this).mainThread())
        }
    }

    override fun onDestroy() {
        background.close()
        dialogs.forEach(Dialog::dismiss)
        super.onDestroy()
    }

    /** Shows one column that scrolls: [title], and the views of the layout [content]. */
    protected fun showColumn(title: Int, content: Int) {
        setContentView(R.layout.screen)
        fill(title, find(R.id.column), content)
    }

    /** Shows a list beneath [title] and the views of the layout [head]. */
    protected fun showList(title: Int, head: Int): ListView {
        setContentView(R.layout.screen_list)
        val list = find<ListView>(R.id.list)
        list.addHeaderView(layoutInflater.inflate(R.layout.list_head, list, false), null, false)
        list.itemsCanFocus = true
        // The head is attached once there is an adapter.
        list.adapter = null
        fill(title, list.requireViewById(R.id.column), head)
        return list
    }

    private fun fill(title: Int, column: ViewGroup, content: Int) {
        layoutInflater.inflate(content, column, true)
        column.requireViewById<TextView>(R.id.title).setText(title)
        setTitle(title)
        onPress(R.id.back) { finish() }
    }

    /** Does [action] when the button [id] is pressed. */
    protected fun onPress(id: Int, action: () -> Unit) = find<Button>(id).setOnClickListener { action() }

    /** Says what became of the settings: that they could not be changed, or that the library is missing. */
    internal fun sayNotSaved(fault: Throwable) =
        say(getString(if (fault is LinkageError) R.string.core_missing else R.string.settings_not_saved))

    /** The text that was copied last; says so if there is none. */
    protected fun copiedText(): String? {
        // Android tells the person that the clipboard was read, and lets only the app in front read it.
        val clip = systemService<ClipboardManager>().primaryClip?.takeIf { it.itemCount > 0 }
        val text = clip?.getItemAt(0)?.coerceToText(this)?.toString()?.ifBlank { null }
        if (text == null) say(getString(R.string.nothing_copied))
        return text
    }

    /** Shows a dialog that ends with the screen. */
    protected fun show(dialog: AlertDialog.Builder) {
        dialogs.removeAll { !it.isShowing }
        dialogs += dialog.show()
    }

    /** Asks for one of [texts], of which [chosen] is the one in force. */
    protected fun choose(title: String, texts: List<String>, chosen: Int, take: (Int) -> Unit) = show(
        AlertDialog.Builder(this)
            .setTitle(title)
            .setSingleChoiceItems(texts.toTypedArray(), chosen) { dialog, index ->
                dialog.dismiss()
                take(index)
            }
            .setNegativeButton(R.string.cancel, null),
    )

    /** Opens another screen of the app. */
    protected fun open(route: Route, prepare: Intent.() -> Unit = {}) =
        startActivity(route.intent(this).apply(prepare))

    /** Opens something of another app, and says so if there is none. */
    internal fun openElsewhere(intent: Intent) = try {
        startActivity(intent)
    } catch (e: ActivityNotFoundException) {
        say(getString(R.string.nothing_opens))
    }
}
