// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.records

import android.app.Activity
import android.view.View
import app.tomeru.call.CallRecord
import app.tomeru.platform.Clock
import app.tomeru.ui.CardRows
import app.tomeru.ui.Outcome
import app.tomeru.words.Words

/** The records as rows of a list, a page at a time: a card a day. */
class RecordRows(activity: Activity) : CardRows<CallRecord>(activity) {
    private val words = Words(activity)

    override fun heading(row: CallRecord): String = words.day(Clock.day(row.atMillis))

    override fun fill(view: View, row: CallRecord) = Outcome.fill(view, row, words, words.timeOfDay(row.atMillis))
}
