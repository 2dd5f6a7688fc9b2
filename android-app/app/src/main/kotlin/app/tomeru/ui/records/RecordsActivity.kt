// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.records

import android.app.AlertDialog
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.view.View
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.RadioButton
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.Action
import app.tomeru.notice.StoppedNotice
import app.tomeru.outgoing.OutgoingNotice
import app.tomeru.outgoing.OutgoingPass
import app.tomeru.platform.clock
import app.tomeru.platform.core
import app.tomeru.provider.Provider
import app.tomeru.record.CallStore
import app.tomeru.record.Export
import app.tomeru.record.RecordFilter
import app.tomeru.record.Recorder
import app.tomeru.record.Week
import app.tomeru.route.Route
import app.tomeru.ui.Screen
import app.tomeru.ui.fill
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.lieSideBySide
import app.tomeru.views.onChange
import app.tomeru.views.onEnd
import app.tomeru.views.onPressRow
import app.tomeru.views.onYes
import app.tomeru.views.room
import app.tomeru.views.say
import app.tomeru.words.CountryNames

/** The history: what came, what happened and why; and what can be done with the records. */
class RecordsActivity : Screen() {
    private val rows by lazy { RecordRows(this) }
    private val search by lazy { find<EditText>(R.id.search) }
    private val names by lazy { CountryNames(this) }
    private val pages = RecordPages(background) { count, after, filter ->
        CallStore.of(this).newest(count, after, filter)
    }
    private var shown = Shown.ALL

    override fun create(state: Bundle?) {
        val list = showList(R.string.records_title, R.layout.records_head, R.layout.records_foot)
        list.adapter = rows
        list.onPressRow { row ->
            (row as? CallRecord)?.let { open(Route.RECORD) { putExtra(Route.RECORD_UID, it.uid) } }
        }
        list.onEnd(::more)
        shown = Shown.entries.getOrElse(state?.getInt(SHOWN) ?: 0) { Shown.ALL }
        // The head of a list is not there yet when Android brings back what was typed.
        search.setText(state?.getString(SEARCH))
        search.isVisible = search.text.isNotEmpty()
        find<LinearLayout>(R.id.chips).lieSideBySide(room >= ROOM_FOR_FOUR_DP)
        for (choice in Shown.entries) {
            onPress(choice.chip) {
                shown = choice
                reload()
            }
        }
        onPress(R.id.export) {
            val create = Intent(
                Intent.ACTION_CREATE_DOCUMENT,
            ).addCategory(Intent.CATEGORY_OPENABLE).setType(Export.TYPE)
            startActivityForResult(create.putExtra(Intent.EXTRA_TITLE, Export.FILE_NAME), EXPORT)
        }
        onPress(R.id.erase, ::askToErase)
        search.onChange(::reload)
        showTools(false)
        reload()
    }

    /** Nothing is shown of a week in which nothing was stopped, and a fault is told by the list itself. */
    private fun showWeek() = background.run(
        { Week.of(CallStore.of(this).stoppedAt(Week.beginning(clock.millis)), clock.millis) },
        { week ->
            find<WeekChart>(R.id.week).run {
                isVisible = week.total > 0
                show(week)
            }
        },
        {},
    )

    override fun save(state: Bundle) {
        state.putInt(SHOWN, shown.ordinal)
        state.putString(SEARCH, search.text.toString())
    }

    override fun result(request: Int, result: Int, data: Intent?) {
        val uri = data?.data
        if (request == EXPORT && result == RESULT_OK && uri != null) export(uri)
    }

    private fun reload() {
        val text = search.text.toString()
        pages.stop()
        rows.clear()
        for (choice in Shown.entries) {
            find<RadioButton>(choice.chip).run {
                isChecked = choice == shown
                fill(isChecked)
            }
        }
        find<View>(R.id.message).isVisible = false
        // What was written before the first unlock belongs here, too: no page is read before it was moved over.
        Recorder.of(this).settle {
            main.run {
                pages.restart { filter(text) }
                // What a quicker answer to an earlier question has brought meanwhile.
                rows.clear()
                more()
                count()
                showWeek()
            }
        }
    }

    /** Where nothing is recorded there is nothing to choose, to search or to keep; damaged files are to be erased, too. */
    private fun showTools(yes: Boolean, erasing: Boolean = yes) {
        for (tool in listOf(R.id.chips, R.id.find, R.id.export)) find<View>(tool).isVisible = yes
        find<View>(R.id.erase).isVisible = erasing
    }

    private fun count() = background.run(
        {
            val store = CallStore.of(this)
            val stopped = store.count(RecordFilter.of(Shown.STOPPED.actions, emptyList(), emptyList()))
            Triple(store.count(), stopped, CallStore.hasSetAside(this))
        },
        { (all, stopped, setAside) ->
            showTools(all > 0, all > 0 || setAside)
            find<RadioButton>(R.id.chip_stopped).text = getString(R.string.records_stopped, words.count(stopped))
        },
        // The page that is read says so. What cannot be read can be erased.
        { find<View>(R.id.erase).isVisible = true },
    )

    private fun more() = pages.next(
        { page ->
            rows.add(page)
            val all = shown == Shown.ALL && search.text.isBlank()
            if (rows.isEmpty) say(getString(if (all) R.string.records_empty else R.string.records_none_found))
        },
        { sayFailed(it, R.string.records_unreadable) },
    )

    /** Text that is a number is searched for in numbers, any other text among country names. */
    private fun filter(text: String): RecordFilter {
        val isNumber = text.none(Char::isLetter)
        val regions = when {
            isNumber || text.isBlank() -> emptyList()
            else -> names.find(text).map { it.region }.ifEmpty { NONE }
        }
        val digits = if (isNumber) core.searchForms(text, PhonePlaces(this).now().home) else emptyList()
        return RecordFilter.of(shown.actions, digits, regions)
    }

    private fun export(to: Uri) = background.run(
        {
            Provider(this, to).write { Export.write(CallStore.of(this), it) }
        },
        { say(getString(R.string.records_exported)) },
        { sayFailed(it, R.string.records_not_exported) },
    )

    private fun askToErase() = show(
        AlertDialog.Builder(this)
            .setMessage(R.string.records_erase_question)
            .onYes(R.string.records_erase, ::erase)
            .setNegativeButton(R.string.cancel, null),
    )

    private fun erase() = background.run(
        {
            // Whatever stays in a file: notices show the numbers, too.
            CallStore.eraseAll(this) {
                StoppedNotice(this).cancel()
                OutgoingNotice(this).cancel()
                OutgoingPass(this).forget()
            }
        },
        {
            reload()
            say(getString(R.string.records_erased))
        },
        { sayFailed(it, R.string.records_unreadable) },
    )

    /** Which calls are shown, and the button that says so. */
    private enum class Shown(val chip: Int, val actions: Set<Action>?) {
        ALL(R.id.chip_all, null),
        STOPPED(R.id.chip_stopped, setOf(Action.REJECT)),

        /** What was shown without a sound is seen by who looks, like a warning. */
        WARNED(R.id.chip_warned, setOf(Action.WARN, Action.SILENCE)),
        RANG(R.id.chip_rang, setOf(Action.ALLOW)),
    }

    private companion object {
        const val EXPORT = 1

        /** All four in a line. */
        const val ROOM_FOR_FOUR_DP = 380
        const val SHOWN = "shown"
        const val SEARCH = "search"

        /** No country has this code: nothing is found. */
        val NONE = listOf("")
    }
}
