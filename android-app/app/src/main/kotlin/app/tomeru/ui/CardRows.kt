// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Activity
import android.view.View
import android.view.ViewGroup
import android.widget.BaseAdapter
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.views.shape

/** Rows of a list: those that belong together lie in one card, beneath what they have in common. */
abstract class CardRows<T : Any>(private val activity: Activity) : BaseAdapter() {
    private val rows = mutableListOf<Any>()

    /** What [row] has in common with others of its card; null: there is nothing to say. */
    protected abstract fun heading(row: T): String?

    /** Writes [row] into [view], which has the layout `row`. */
    protected abstract fun fill(view: View, row: T)

    /** Adds [more] after those that are there. */
    fun add(more: List<T>) {
        @Suppress("UNCHECKED_CAST") // whatever is neither a heading nor a view is a row
        var last = (rows.lastOrNull().takeIf(::isRow) as T?)?.let(::heading)
        for (row in more) {
            val heading = heading(row)
            if (heading != null && heading != last) rows += Heading(heading)
            rows += row
            last = heading
        }
        notifyDataSetChanged()
    }

    /** Adds [view] as it is. */
    protected fun add(view: View) {
        rows += view
    }

    /** Starts over. */
    fun clear() {
        rows.clear()
        notifyDataSetChanged()
    }

    private fun isRow(row: Any?) = row != null && row !is Heading && row !is View

    override fun getCount(): Int = rows.size

    override fun getItem(position: Int): Any = rows[position]

    override fun getItemId(position: Int): Long = position.toLong()

    override fun getViewTypeCount(): Int = 2

    override fun getItemViewType(position: Int): Int = when (rows[position]) {
        is Heading -> 0
        is View -> IGNORE_ITEM_VIEW_TYPE
        else -> 1
    }

    override fun areAllItemsEnabled(): Boolean = false

    override fun isEnabled(position: Int): Boolean = isRow(rows[position])

    override fun getView(position: Int, old: View?, parent: ViewGroup?): View =
        Barrier.ask(Fault.SCREEN_FAILED, { View(activity) }) { view(position, old, parent) }

    private fun view(position: Int, old: View?, parent: ViewGroup?): View {
        val row = rows[position]
        if (row is View) return row
        val layout = if (row is Heading) R.layout.section else R.layout.row
        val view = old ?: activity.layoutInflater.inflate(layout, parent, false)
        if (row is Heading) {
            (view as TextView).text = row.text
        } else {
            @Suppress("UNCHECKED_CAST") // as above
            fill(view, row as T)
            view.shape(!isRow(rows.getOrNull(position - 1)), !isRow(rows.getOrNull(position + 1)))
        }
        return view
    }

    private class Heading(val text: String)
}
