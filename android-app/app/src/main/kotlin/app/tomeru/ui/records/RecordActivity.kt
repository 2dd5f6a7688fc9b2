// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.records

import android.os.Bundle
import android.view.View
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.record.CallStore
import app.tomeru.record.Recorder
import app.tomeru.route.Route
import app.tomeru.ui.CallText
import app.tomeru.ui.NumberActions
import app.tomeru.ui.Outcome
import app.tomeru.ui.Screen
import app.tomeru.ui.share
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.mark
import app.tomeru.views.say
import app.tomeru.views.showOrHide
import app.tomeru.words.isForged

/** One call: what happened, every reason in words, and what was known at that time. */
class RecordActivity : Screen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.record_title, R.layout.record_detail)
        showColumns()
        val uid = intent.getStringExtra(Route.RECORD_UID).orEmpty()
        // A call from before the first unlock is not here before it was moved over.
        Recorder.of(this).settle {
            main.run {
                background.run({ CallStore.of(this).find(uid) }, ::show, { sayFailed(it, R.string.records_unreadable) })
            }
        }
    }

    private fun show(record: CallRecord?) {
        // Erased meanwhile, or too old.
        if (record == null) return say(getString(R.string.record_gone))
        val outcome = Outcome.of(record)
        find<TextView>(R.id.outcome).mark(getString(outcome.text), outcome.icon, outcome.color)
        find<TextView>(R.id.where).text = words.place(record) ?: words.origin(record.origin)
        find<TextView>(R.id.number).showOrHide(words.number(record))
        find<TextView>(R.id.`when`).text = words.time(record.atMillis)
        find<TextView>(R.id.why).text = (listOf(words.reason(record.reason)) + words.signs(record)).joinToString("\n")
        find<TextView>(R.id.circumstances).text = RecordWords(this).circumstances(record).joinToString("\n")
        NumberActions(this, background).show(record.key, record.origin.isForged, record.home)
        onPress(R.id.send) { share(CallText.of(this, record)) }
        onPress(R.id.known) { unfold(!find<View>(R.id.known_card).isVisible) }
        find<View>(R.id.columns).isVisible = true
    }

    /** What was known then is for who asks. */
    private fun unfold(yes: Boolean) {
        find<View>(R.id.known_card).isVisible = yes
        find<Button>(R.id.known).setText(if (yes) R.string.circumstances_hide else R.string.circumstances_show)
    }
}
