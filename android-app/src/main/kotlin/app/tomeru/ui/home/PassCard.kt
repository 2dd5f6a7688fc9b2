// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Activity
import android.app.AlertDialog
import android.icu.text.Collator
import android.view.View
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Pass
import app.tomeru.core.countries
import app.tomeru.pass.TimedPass

/** The card of the first screen that lets calls ring for a while. */
class PassCard(private val activity: Activity, private val background: Background) {
    private val words = Words(activity)
    private val pass = TimedPass(activity.applicationContext)

    init {
        button(R.id.pass_hour).setOnClickListener { change { pass.startForAnHour() } }
        button(R.id.pass_country).setOnClickListener { chooseCountry() }
        button(R.id.pass_end).setOnClickListener { change { pass.end() } }
    }

    /** Shows what is on. */
    fun show() = change {}

    private fun change(work: () -> Unit) = background.run(
        {
            work()
            pass.current()
        },
        ::show,
        { activity.requireViewById<TextView>(R.id.pass_state).setText(R.string.settings_not_saved) },
    )

    private fun show(passes: List<Pass>) {
        val state = activity.requireViewById<TextView>(R.id.pass_state)
        if (passes.isEmpty()) {
            state.setText(R.string.pass_detail)
        } else {
            state.text =
                passes.joinToString("\n", transform = words::pass)
        }
        button(R.id.pass_end).visibility = if (passes.isEmpty()) View.GONE else View.VISIBLE
        button(R.id.pass_hour).visibility = if (passes.any { it.country == null }) View.GONE else View.VISIBLE
    }

    private fun chooseCountry() = background.run(
        {
            val collator = Collator.getInstance(activity.resources.configuration.locales[0])
            countries().map { it to words.country(it, more = false, code = null).orEmpty() }
                .sortedWith(compareBy(collator) { it.second })
        },
        { rows ->
            AlertDialog.Builder(activity)
                .setTitle(R.string.pass_choose_country)
                .setItems(rows.map { it.second }.toTypedArray()) { _, index ->
                    change { pass.startForToday(rows[index].first) }
                }
                .setNegativeButton(R.string.cancel, null)
                .show()
        },
        { activity.requireViewById<TextView>(R.id.pass_state).setText(R.string.core_missing) },
    )

    private fun button(id: Int): Button = activity.requireViewById(id)
}
