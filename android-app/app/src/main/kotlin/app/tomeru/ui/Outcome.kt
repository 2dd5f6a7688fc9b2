// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.content.Context
import android.graphics.Typeface
import android.text.SpannableString
import android.text.TextUtils
import android.text.style.ForegroundColorSpan
import android.text.style.StyleSpan
import android.view.View
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.views.icon
import app.tomeru.views.row
import app.tomeru.words.Words

/**
 * What happened to a call, as a word, a colour and an icon. A call that was stopped is protection that worked; red is
 * for what is dangerous.
 */
enum class Outcome(val text: Int, val color: Int, val icon: Int) {
    RANG(R.string.outcome_rang, R.color.text_secondary, R.drawable.ic_bell),
    WARNED(R.string.outcome_warned, R.color.partly, R.drawable.ic_triangle),
    REHEARSED(R.string.outcome_rehearsed, R.color.partly, R.drawable.ic_triangle),
    SILENCED(R.string.outcome_silenced, R.color.partly, R.drawable.ic_triangle),
    STOPPED(R.string.outcome_stopped, R.color.protected_, R.drawable.ic_shield),
    OUTGOING(R.string.outcome_outgoing, R.color.text_secondary, R.drawable.ic_phone),
    OUTGOING_STOPPED(R.string.outcome_outgoing_stopped, R.color.protected_, R.drawable.ic_shield),
    ;

    companion object {
        /** The outcome of a call. */
        fun of(record: CallRecord): Outcome = when {
            record.rehearsal -> REHEARSED
            !record.outgoing -> of(record.action)
            record.wasDialled -> OUTGOING
            else -> OUTGOING_STOPPED
        }

        /** The outcome of an action. */
        fun of(action: Action): Outcome = when (action) {
            Action.ALLOW -> RANG
            Action.WARN -> WARNED
            Action.SILENCE -> SILENCED
            Action.REJECT -> STOPPED
        }

        /** Writes [record] into a view of the layout `row`; [time] is how its time is written. */
        fun fill(view: View, record: CallRecord, words: Words, time: String) {
            val context: Context = view.context
            val outcome = of(record)
            val happened = SpannableString(context.getString(outcome.text))
            val color = ForegroundColorSpan(context.getColor(outcome.color))
            for (span in listOf(color, StyleSpan(Typeface.BOLD))) happened.setSpan(span, 0, happened.length, 0)
            view.row(
                words.place(record) ?: words.origin(record.origin),
                side = time,
                number = words.number(record),
                detail = TextUtils.concat(happened, context.getString(R.string.gap), words.reason(record.reason)),
            )
            view.icon(outcome.icon, outcome.color)
        }
    }
}
