// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.app.Activity
import android.view.View
import android.view.ViewGroup
import android.widget.CheckBox
import android.widget.RadioGroup
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Danger
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onChoice
import app.tomeru.views.refuseCovered
import app.tomeru.views.say
import app.tomeru.views.showFitting
import app.tomeru.views.showOrHide
import app.tomeru.words.Words
import app.tomeru.words.othersText

/** The cards of a file that is looked at, in the views of the layout `list_preview`. */
internal class ListCards(private val activity: Activity, private val words: Words, private val listWords: ListWords) {
    private val boxes get() = listOf<ViewGroup>(activity.find(R.id.dangerous), activity.find(R.id.beginnings))

    /** What the person chose for the list's numbers. */
    var action: Action
        get() = BUTTONS.getValue(activity.find<RadioGroup>(R.id.action).checkedRadioButtonId)
        set(action) = activity.find<RadioGroup>(R.id.action).check(BUTTONS.entries.first { it.value == action }.key)

    /** The dangerous numbers, then the beginnings of numbers, that the person chose. */
    val chosen: Pair<List<String>, List<String>> get() = boxes.map(::checked).let { (dangerous, begun) ->
        dangerous to
            begun
    }

    /** Shows [preview] of the file [name]; those of [chosen] are checked. */
    fun show(preview: ListPreview, name: String, chosen: Set<String>) {
        val report = preview.report
        activity.find<TextView>(R.id.file).showOrHide(othersText(name))
        activity.find<TextView>(R.id.taken).text = listWords.quantity(R.plurals.lists_would_take, report.count.toLong())
        activity.find<TextView>(R.id.kind).text = listWords.kind(report)
        val replaced = preview.replaced?.let { activity.getString(R.string.lists_replaces, othersText(it.name)) }
        activity.find<TextView>(R.id.replaces).showOrHide(replaced)
        showSamples(preview)
        val dangerous = report.dangerous.distinctBy { it.number }
        fill(
            boxes.first(),
            dangerous.map { Choice(it.number, listWords.dangerous(it), it.danger != Danger.WIDE) },
            chosen,
        )
        activity.find<View>(R.id.dangerous_card).isVisible = dangerous.isNotEmpty()
        val isMore = report.dangerousCount > report.dangerous.size.toULong()
        activity.find<TextView>(R.id.dangerous_more).showOrHide(
            if (isMore) listWords.quantity(R.plurals.lists_dangerous_count, report.dangerousCount.toLong()) else null,
        )
        activity.find<View>(R.id.own_unknown).isVisible = !preview.knowsOwn
        val begun = report.beginnings.map { it.pattern }.distinct()
        fill(boxes.last(), begun.map { Choice(it, listWords.beginning(it), isOpen = true) }, chosen)
        activity.find<View>(R.id.beginnings_card).isVisible = begun.isNotEmpty()
        activity.find<View>(R.id.held).isVisible = true
        activity.find<View>(R.id.choice).isVisible = true
    }

    /** Shows what was not taken. */
    fun showLeft(preview: ListPreview) {
        val left = listWords.left(preview.report)
        activity.find<TextView>(R.id.left).text = left
        activity.find<View>(R.id.left_card).isVisible = left != null
    }

    /** Shows nothing of the file any more. */
    fun hide() {
        listOf(R.id.hint_card, R.id.held, R.id.left_card, R.id.choice).forEach {
            activity.find<View>(it).isVisible =
                false
        }
    }

    private fun showSamples(preview: ListPreview) {
        val samples = preview.report.samples.zip(preview.effects)
        val rows = activity.find<ViewGroup>(R.id.samples)
        rows.removeAllViews()
        for ((sample, _) in samples) {
            val row = activity.layoutInflater.inflate(R.layout.list_sample, rows, false)
            row.requireViewById<TextView>(R.id.number).text = listWords.number(sample)
            row.requireViewById<TextView>(R.id.where).text = listWords.place(sample)
            rows.addView(row)
        }
        val showEffects = {
            samples.forEachIndexed { at, (_, effect) ->
                rows.getChildAt(at).requireViewById<TextView>(R.id.effect).text = listWords.effect(effect, action)
            }
        }
        showEffects()
        activity.find<RadioGroup>(R.id.action).onChoice { showEffects() }
        activity.find<View>(R.id.samples_card).isVisible = samples.isNotEmpty()
    }

    /** @property isOpen whether the person may choose it */
    private class Choice(val number: String, val text: String, val isOpen: Boolean)

    private fun fill(rows: ViewGroup, choices: List<Choice>, chosen: Set<String>) {
        rows.removeAllViews()
        val room =
            activity.find<View>(R.id.column).run { resources.displayMetrics.widthPixels - paddingLeft - paddingRight } -
                2 * activity.resources.getDimensionPixelSize(R.dimen.card)
        for (choice in choices) {
            val box = activity.layoutInflater.inflate(R.layout.list_check, rows, false) as CheckBox
            box.showFitting(choice.text, room)
            box.tag = choice.number
            box.isEnabled = choice.isOpen
            // It agrees to something, like the button below.
            box.refuseCovered { activity.say(activity.getString(R.string.covered)) }
            box.isChecked = choice.isOpen && choice.number in chosen
            rows.addView(box)
        }
    }

    private fun checked(rows: ViewGroup): List<String> =
        (0 until rows.childCount).map(rows::getChildAt).filter { (it as CheckBox).isChecked }.map { it.tag as String }

    private companion object {
        val BUTTONS = mapOf(
            R.id.action_reject to Action.REJECT,
            R.id.action_warn to Action.WARN,
            R.id.action_silence to Action.SILENCE,
        )
    }
}
