// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.records

import android.app.Activity
import android.view.View
import android.view.ViewGroup
import android.widget.BaseAdapter
import android.widget.TextView
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.platform.Clock
import app.tomeru.ui.Outcome
import app.tomeru.words.Words
import java.time.LocalDate

/** The records as rows of a list, a page at a time, with each day's name before its first. */
class RecordRows(private val activity: Activity) : BaseAdapter() {
    private val words = Words(activity)
    private val rows = mutableListOf<Any>()

    /** Adds a page. */
    fun add(page: List<CallRecord>) {
        var last = rows.lastOrNull() as? CallRecord
        for (record in page) {
            val day = day(record)
            if (last == null || day(last) != day) rows += day
            rows += record
            last = record
        }
        notifyDataSetChanged()
    }

    /** Starts over. */
    fun clear() {
        rows.clear()
        notifyDataSetChanged()
    }

    private fun day(record: CallRecord): LocalDate =
        Clock.day(record.atMillis)

    override fun getCount(): Int = rows.size

    override fun getItem(position: Int): Any = rows[position]

    override fun getItemId(position: Int): Long = position.toLong()

    override fun getViewTypeCount(): Int = 2

    override fun getItemViewType(position: Int): Int = if (rows[position] is CallRecord) 0 else 1

    override fun areAllItemsEnabled(): Boolean = false

    override fun isEnabled(position: Int): Boolean = rows[position] is CallRecord

    override fun getView(position: Int, old: View?, parent: ViewGroup?): View =
        Barrier.ask(Fault.SCREEN_FAILED, { View(activity) }) { view(position, old, parent) }

    private fun view(position: Int, old: View?, parent: ViewGroup?): View {
        val row = rows[position]
        val layout = if (row is CallRecord) R.layout.record else R.layout.record_day
        val view = old ?: activity.layoutInflater.inflate(layout, parent, false)
        when (row) {
            is CallRecord -> Outcome.fill(view, row, words, words.timeOfDay(row.atMillis))
            is LocalDate -> (view as TextView).text = words.day(row)
        }
        return view
    }
}
