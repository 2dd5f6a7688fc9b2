// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.app.AlertDialog
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.provider.OpenableColumns
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.Action
import app.tomeru.core.ImportReport
import app.tomeru.core.NumberList
import app.tomeru.core.SettingsException
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.platform.core
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.Screen
import app.tomeru.ui.TextFiles
import app.tomeru.views.find
import app.tomeru.views.onPress
import app.tomeru.views.onYes
import app.tomeru.views.say
import app.tomeru.words.othersText
import java.io.File
import java.io.IOException

/** Lists of numbers from files, such as the police publish: import, replace, remove. */
class ListsActivity : Screen() {
    private var replaces: UInt? = null

    override fun create(state: Bundle?) {
        showColumn(R.string.lists_title, R.layout.lists)
        onPress(R.id.import_list) { choose(null) }
        replaces = state?.getInt(REPLACES, -1)?.takeIf { it >= 0 }?.toUInt()
        show()
    }

    override fun save(state: Bundle) {
        state.putInt(REPLACES, replaces?.toInt() ?: -1)
    }

    private fun choose(list: NumberList?) {
        replaces = list?.id
        startActivityForResult(TextFiles.open(), IMPORT)
    }

    override fun result(request: Int, result: Int, data: Intent?) {
        val uri = data?.data
        if (request == IMPORT && result == RESULT_OK && uri != null) import(uri, replaces)
    }

    private fun import(from: Uri, replaces: UInt?) {
        say(getString(R.string.lists_busy))
        val home = PhonePlaces(this).now().home
        background.run(
            {
                // The core reads a file; what the picker gives is a stream.
                val copy = File.createTempFile("list", null, cacheDir)
                try {
                    val stream = contentResolver.openInputStream(from) ?: throw IOException()
                    stream.use { input -> copy.outputStream().use(input::copyTo) }
                    SettingsStore(this).exclusively { folder ->
                        core.importList(folder, copy.path, name(from), Action.REJECT, clock.seconds, replaces, home)
                    }
                } finally {
                    copy.delete()
                }
            },
            { report ->
                say(text(report))
                show()
            },
            { fault ->
                when (fault) {
                    is SettingsException.TooMany -> say(getString(R.string.lists_too_many))
                    is SettingsException.Empty -> say(getString(R.string.lists_no_number))
                    is IOException, is SecurityException -> say(getString(R.string.lists_not_read))
                    else -> sayFailed(fault)
                }
            },
        )
    }

    private fun name(uri: Uri): String {
        val rows = contentResolver.query(uri, arrayOf(OpenableColumns.DISPLAY_NAME), null, null, null)
        val name = rows?.use { if (it.moveToFirst()) it.getString(0) else null }
        return (name ?: getString(R.string.lists_title)).take(LONGEST_NAME)
    }

    private fun text(report: ImportReport): String = buildList {
        add(quantity(R.plurals.lists_imported, report.list.count.toLong()))
        if (report.bad > 0u) {
            add(quantity(R.plurals.lists_bad, report.bad.toLong()))
            report.badLines.take(MAX_BAD_LINES).forEach {
                add(getString(R.string.lists_bad_line, it.line.toLong(), othersText(it.text)))
            }
        }
    }.joinToString("\n")

    private fun quantity(id: Int, count: Long): String = resources.getQuantityString(
        id,
        count.coerceAtMost(Int.MAX_VALUE.toLong()).toInt(),
        words.count(count),
    )

    private fun show() = background.run(
        { SettingsStore(this).load().settings.policy.lists },
        { lists ->
            val all = find<ViewGroup>(R.id.all)
            all.removeAllViews()
            lists.forEach { all.addView(card(it, all)) }
        },
        ::sayFailed,
    )

    private fun card(list: NumberList, parent: ViewGroup): View {
        val card = layoutInflater.inflate(R.layout.list, parent, false)
        card.requireViewById<TextView>(R.id.name).text = list.name
        card.requireViewById<TextView>(R.id.detail).text = getString(
            R.string.records_row,
            quantity(R.plurals.lists_count, list.count.toLong()),
            words.time(list.importedAt * Clock.MILLIS),
        )
        card.requireViewById<Button>(R.id.replace).onPress { choose(list) }
        card.requireViewById<Button>(R.id.remove).onPress { askToRemove(list) }
        return card
    }

    private fun askToRemove(list: NumberList) = show(
        AlertDialog.Builder(this)
            .setMessage(getString(R.string.lists_remove_question, list.name))
            .onYes(R.string.lists_remove) {
                background.run(
                    { SettingsStore(this).exclusively { core.removeList(it, list.id) } },
                    {
                        find<View>(R.id.message).visibility = View.GONE
                        show()
                    },
                    ::sayFailed,
                )
            }
            .setNegativeButton(R.string.cancel, null),
    )

    private companion object {
        const val IMPORT = 1
        const val REPLACES = "replaces"
        const val LONGEST_NAME = 100
        const val MAX_BAD_LINES = 10
    }
}
