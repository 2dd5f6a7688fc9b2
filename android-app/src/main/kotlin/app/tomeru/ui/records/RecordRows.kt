// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Activity
import android.view.View
import android.view.ViewGroup
import android.widget.BaseAdapter
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.record.CallRecord

/** The records as rows of a list, a page at a time. */
class RecordRows(private val activity: Activity) : BaseAdapter() {
    private val words = Words(activity)
    private val records = mutableListOf<CallRecord>()

    /** The last row, if there is one. */
    fun last(): CallRecord? = records.lastOrNull()

    /** Adds a page. */
    fun add(page: List<CallRecord>) {
        records += page
        notifyDataSetChanged()
    }

    /** Begins anew. */
    fun clear() {
        records.clear()
        notifyDataSetChanged()
    }

    override fun getCount(): Int = records.size

    override fun getItem(position: Int): CallRecord = records[position]

    override fun getItemId(position: Int): Long = position.toLong()

    override fun getView(position: Int, old: View?, parent: ViewGroup?): View {
        val view = old ?: activity.layoutInflater.inflate(R.layout.record, parent, false)
        val record = records[position]
        val outcome = Outcome.of(record)
        view.requireViewById<TextView>(R.id.outcome).apply {
            val color = activity.getColor(outcome.color)
            text =
                activity.getString(R.string.records_row, activity.getString(outcome.text), words.time(record.atMillis))
            setTextColor(color)
            setCompoundDrawablesRelativeWithIntrinsicBounds(outcome.icon, 0, 0, 0)
            compoundDrawablesRelative.firstOrNull()?.mutate()?.setTint(color)
        }
        view.requireViewById<TextView>(R.id.where).text = words.where(record) ?: words.origin(record.origin)
        view.requireViewById<TextView>(R.id.detail).text = words.reason(record.reason)
        return view
    }

    /** What happened, as a word, a colour and an icon. */
    private enum class Outcome(val text: Int, val color: Int, val icon: Int) {
        RANG(R.string.outcome_rang, R.color.protected_, R.drawable.ic_bell),
        WARNED(R.string.outcome_warned, R.color.partly, R.drawable.ic_triangle),
        SILENCED(R.string.outcome_silenced, R.color.partly, R.drawable.ic_triangle),
        STOPPED(R.string.outcome_stopped, R.color.stopped, R.drawable.ic_shield),
        OUTGOING(R.string.outcome_outgoing, R.color.text_secondary, R.drawable.ic_bell),
        ;

        companion object {
            fun of(record: CallRecord) = when {
                record.outgoing -> OUTGOING
                record.action == Action.REJECT -> STOPPED
                record.action == Action.SILENCE -> SILENCED
                record.action == Action.WARN -> WARNED
                else -> RANG
            }
        }
    }
}
