// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.app.Activity
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.tomeru.R
import app.tomeru.views.onPress
import app.tomeru.views.row
import app.tomeru.views.shapeRows

/** The rows of a settings screen, in cards: a name, the current value and its meaning; tapping changes it. */
internal class SettingRows(private val activity: Activity) {
    private lateinit var parent: ViewGroup
    private var card: ViewGroup? = null

    /** Rows added from now on replace those in [parent]. */
    fun begin(parent: ViewGroup) {
        this.parent = parent
        parent.removeAllViews()
        card = null
    }

    /** A heading; the rows that follow have a card of their own. */
    fun section(name: Int) {
        val view = activity.layoutInflater.inflate(R.layout.section, parent, false) as TextView
        view.setText(name)
        parent.addView(view)
        card = null
    }

    /** A row. */
    fun add(name: Int, value: String?, detail: Int?, press: () -> Unit) {
        val into = card ?: (activity.layoutInflater.inflate(R.layout.rows, parent, false) as ViewGroup).also {
            parent.addView(it)
            card = it
        }
        val view: View = activity.layoutInflater.inflate(R.layout.row, into, false)
        view.row(activity.getString(name), value = value, detail = detail?.let(activity::getString))
        view.onPress(press)
        into.addView(view)
        into.shapeRows()
    }

    /** How long a number that was dialled rings. */
    fun days(days: Int): String =
        if (days == 0) activity.getString(R.string.off) else quantity(R.plurals.records_days, days)

    /** How long records are kept. */
    fun kept(days: Int): String =
        if (days == 0) activity.getString(R.string.records_keep_for_ever) else quantity(R.plurals.records_days, days)

    /** How long help may call back. */
    fun hours(minutes: Int): String = when {
        minutes == 0 -> activity.getString(R.string.off)
        minutes % MINUTES == 0 -> quantity(R.plurals.hours, minutes / MINUTES)
        else -> quantity(R.plurals.minutes, minutes)
    }

    private fun quantity(text: Int, count: Int) = activity.resources.getQuantityString(text, count, count)

    private companion object {
        const val MINUTES = 60
    }
}
