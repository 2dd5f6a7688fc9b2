// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.app.AlertDialog
import android.content.Intent
import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.LastImport
import app.tomeru.core.NumberList
import app.tomeru.platform.Clock
import app.tomeru.platform.core
import app.tomeru.route.Route
import app.tomeru.settings.SettingsFolder
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.Screen
import app.tomeru.ui.TextFiles
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onPress
import app.tomeru.views.onYes
import app.tomeru.views.say
import app.tomeru.words.othersText

/** Lists of numbers from files, such as the police publish: import, replace, undo, remove. */
class ListsActivity : Screen() {
    private var replaces: UInt? = null

    override fun create(state: Bundle?) {
        showColumn(R.string.lists_title, R.layout.lists)
        onPress(R.id.import_list) { choose(null) }
        replaces = state?.getInt(REPLACES, -1)?.takeIf { it >= 0 }?.toUInt()
    }

    override fun resume() = show()

    override fun save(state: Bundle) {
        state.putInt(REPLACES, replaces?.toInt() ?: -1)
    }

    private fun choose(list: NumberList?) {
        replaces = list?.id
        startActivityForResult(TextFiles.open(), IMPORT)
    }

    override fun result(request: Int, result: Int, data: Intent?) {
        val uri = data?.data
        if (request != IMPORT || result != RESULT_OK || uri == null) return
        open(Route.LIST_PREVIEW) {
            setData(uri)
            replaces?.let { putExtra(Route.REPLACES, it.toInt()) }
        }
    }

    private fun show() = background.run(
        {
            val last = core.lastImport(SettingsFolder.of(this).path)
            SettingsStore(this).load().settings.policy.lists to last
        },
        { (lists, last) ->
            val all = find<ViewGroup>(R.id.all)
            all.removeAllViews()
            lists.forEach { all.addView(card(it, all)) }
            showUndo(last)
        },
        ::sayFailed,
    )

    private fun showUndo(last: LastImport?) {
        find<View>(R.id.undo_card).isVisible = last != null
        if (last == null) return
        val replaced = last.replaced
        find<TextView>(R.id.undo_detail).text = if (replaced == null) {
            getString(R.string.lists_undo_removes, last.list.name)
        } else {
            getString(R.string.lists_undo_replaces, last.list.name, replaced.name)
        }
        onPress(R.id.undo) { askToUndo(last) }
    }

    private fun askToUndo(last: LastImport) = show(
        AlertDialog.Builder(this)
            .setMessage(find<TextView>(R.id.undo_detail).text)
            .onYes(R.string.lists_undo) { undo(last) }
            .setNegativeButton(R.string.cancel, null),
    )

    private fun undo(last: LastImport) = background.run(
        { SettingsStore(this).exclusively { core.undoImport(it, last.list.id, last.list.importedAt) } },
        { undone ->
            say(getString(if (undone) R.string.lists_undone else R.string.lists_not_undone))
            show()
        },
        ::sayFailed,
    )

    private fun card(list: NumberList, parent: ViewGroup): View {
        val card = layoutInflater.inflate(R.layout.list, parent, false)
        card.requireViewById<TextView>(R.id.name).text = othersText(list.name)
        val count = ListWords(this, words).quantity(R.plurals.lists_count, list.count.toLong())
        card.requireViewById<TextView>(R.id.detail).text = listOf(
            getString(R.string.records_row, count, words.time(list.importedAt * Clock.MILLIS)),
            words.action(list.action),
        ).joinToString("\n")
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
                        find<View>(R.id.message).isVisible = false
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
    }
}
