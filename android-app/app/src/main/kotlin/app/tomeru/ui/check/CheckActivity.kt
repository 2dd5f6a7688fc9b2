// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.check

import android.app.AlertDialog
import android.content.Intent
import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.view.inputmethod.EditorInfo
import android.view.inputmethod.InputMethodManager
import android.widget.Button
import android.widget.EditText
import android.widget.GridLayout
import android.widget.TextView
import app.tomeru.R
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.FamilyCode
import app.tomeru.platform.core
import app.tomeru.platform.systemService
import app.tomeru.record.CallStore
import app.tomeru.route.Route
import app.tomeru.ui.NumberActions
import app.tomeru.ui.Outcome
import app.tomeru.ui.Screen
import app.tomeru.views.arrange
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.mark
import app.tomeru.views.onKey
import app.tomeru.views.onRow
import app.tomeru.views.say
import app.tomeru.views.showOrHide
import app.tomeru.views.wrapLines
import app.tomeru.words.isAbroad
import app.tomeru.words.isForged
import app.tomeru.words.othersText
import app.tomeru.words.verdict

/** Explains where a number comes from, whether it would ring, and why. */
class CheckActivity : Screen() {
    private val actions by lazy { NumberActions(this, background) }
    private val field by lazy { find<EditText>(R.id.number) }
    private val handover by lazy { Handover(this) }

    /** What a network showed of a call in the records; whatever else stands in the field, a person wrote. */
    private var shown: String? = null

    override fun create(state: Bundle?) {
        showColumn(R.string.check_title, R.layout.check)
        field.wrapLines()
        find<GridLayout>(R.id.sources).arrange()
        onPress(R.id.show_steps) { unfold(!find<View>(R.id.steps).isVisible) }
        onPress(R.id.check, ::check)
        onPress(R.id.paste) { copiedText()?.let(::take) }
        onPress(R.id.from_records, ::chooseFromRecords)
        field.onKey(EditorInfo.IME_ACTION_SEARCH, ::check)
        val number = intent.getStringExtra(Route.NUMBER)
        val shared = SharedText.of(intent)
        when {
            // What was typed comes back by itself.
            state != null -> Unit

            shared != null -> take(shared)

            number != null -> takeShown(number)
        }
    }

    override fun restore(state: Bundle) {
        shown = state.getString(SHOWN)
        if (state.getBoolean(CHECKED)) check()
        unfold(state.getBoolean(UNFOLDED))
    }

    override fun save(state: Bundle) {
        state.putBoolean(CHECKED, find<View>(R.id.result).isVisible)
        state.putString(SHOWN, shown)
        state.putBoolean(UNFOLDED, find<View>(R.id.steps).isVisible)
    }

    private fun take(text: String) {
        if (FamilyCode.begins(text)) {
            open(Route.OFFER) { putExtra(Intent.EXTRA_TEXT, text) }
            return finish()
        }
        background.run(
            { core.numbersIn(text, PhonePlaces(this).now().packed) },
            { choose(it, SharedText.cut(text)) },
            ::sayFailed,
        )
    }

    /** Checks the number of a text; where it has several, the person chooses one of [numbers]. */
    private fun choose(numbers: List<String>, text: String) {
        if (numbers.size < 2) return fill(numbers.firstOrNull() ?: text)
        show(
            AlertDialog.Builder(this)
                .setTitle(R.string.check_which)
                .onRow(numbers) { fill(numbers[it]) }
                .setNegativeButton(R.string.cancel, null),
        )
    }

    private fun fill(number: String) {
        field.setText(number)
        check()
    }

    private fun takeShown(number: String) {
        field.setText(number)
        // The field cuts it, as it does what is compared with it.
        shown = field.text.toString()
        check()
    }

    private fun chooseFromRecords() = background.run(
        { CallStore.of(this).newest(MOST).filter { it.number != null }.distinctBy { it.key ?: it.number } },
        { records ->
            if (records.isEmpty()) return@run say(getString(R.string.records_empty))
            val texts = records.map {
                getString(R.string.records_row, words.time(it.atMillis), words.where(it).orEmpty())
            }
            show(
                AlertDialog.Builder(this)
                    .setTitle(R.string.check_from_records)
                    .onRow(texts) { takeShown(records[it].number.orEmpty()) }
                    .setNegativeButton(R.string.cancel, null),
            )
        },
        { sayFailed(it, R.string.records_unreadable) },
    )

    private fun check() {
        val number = field.text.toString()
        find<View>(R.id.message).isVisible = false
        if (number.isBlank()) {
            find<View>(R.id.result).isVisible = false
            return say(getString(R.string.check_empty))
        }
        systemService<InputMethodManager>().hideSoftInputFromWindow(field.windowToken, 0)
        background.run({ Check.of(this, number, typed = number != shown) }, ::show, ::sayFailed)
    }

    private fun show(check: Check) {
        val action = check.answer.action
        val outcome = Outcome.of(action)
        val home = check.circumstances.places.home
        val said = CheckWords(this)
        // What is dangerous comes first: a tick above it would be what is remembered.
        find<TextView>(R.id.kind).run {
            isVisible = check.answer.origin.isForged || check.answer.origin.isAbroad
            if (check.answer.origin.isForged) {
                mark(getString(R.string.warning_forged), R.drawable.ic_triangle, R.color.stopped)
            } else {
                mark(getString(R.string.check_abroad), R.drawable.ic_globe, R.color.text)
            }
        }
        find<TextView>(R.id.verdict).mark(getString(action.verdict), outcome.icon, outcome.color)
        val number = check.circumstances.key?.let { words.grouped(it, home) } ?: othersText(check.number)
        find<TextView>(R.id.where).showOrHide(number.ifEmpty { null })
        find<TextView>(R.id.explanation).text = said.explanation(check).joinToString("\n")
        find<TextView>(R.id.what_to_do).setText(said.whatToDo(check))
        showSteps(Steps(this).of(check))
        actions.show(check.circumstances.key, check.answer.origin.isForged, home, already = action)
        handover.show(field.text.toString())
        find<View>(R.id.result).isVisible = true
    }

    /** How it was decided is for who asks. */
    private fun unfold(yes: Boolean) {
        find<View>(R.id.steps).isVisible = yes
        find<Button>(R.id.show_steps).setText(if (yes) R.string.steps_hide else R.string.steps_show)
    }

    private fun showSteps(steps: List<Pair<String, String>>) {
        val rows = find<ViewGroup>(R.id.steps)
        rows.removeAllViews()
        for ((question, answer) in steps) {
            val row = layoutInflater.inflate(R.layout.step, rows, false)
            row.requireViewById<TextView>(R.id.question).text = question
            row.requireViewById<TextView>(R.id.answer).text = answer
            rows.addView(row)
        }
    }

    private companion object {
        const val CHECKED = "checked"
        const val SHOWN = "shown"
        const val UNFOLDED = "unfolded"
        const val MOST = 50
    }
}
