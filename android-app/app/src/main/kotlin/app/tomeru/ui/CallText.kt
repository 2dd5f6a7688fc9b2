// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.content.Context
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.words.Words

/** One call as a text to show to the police or a bank: its number, its time, what the app did, and why. */
internal object CallText {
    /** The text of [record], in the person's language. */
    fun of(context: Context, record: CallRecord): String {
        val words = Words(context)
        val why = listOf(words.reason(record.reason)) + words.signs(record)
        return context.getString(
            R.string.call_text,
            words.where(record)?.let(words::breakable) ?: words.origin(record.origin),
            words.moment(record.atMillis),
            context.getString(Outcome.of(record).text),
            why.joinToString("\n"),
        )
    }
}
