// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.paid

import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.platform.clock
import app.tomeru.record.CallStore
import app.tomeru.route.Route
import app.tomeru.ui.CallText
import app.tomeru.ui.HelpButtons
import app.tomeru.ui.Screen
import app.tomeru.ui.dial
import app.tomeru.ui.share
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onPress
import app.tomeru.views.showLists
import app.tomeru.views.showOrHide
import app.tomeru.words.isAbroad

/**
 * What to do at once after money was paid or something was told: in order, each step with its button. What banks and
 * consumer bodies advise: the police and the bank first, for the account that was paid to can be frozen.
 */
class PaidActivity : Screen() {
    private var record: CallRecord? = null
    private val uid by lazy { intent.getStringExtra(Route.RECORD_UID) }

    override fun create(state: Bundle?) {
        showColumn(R.string.paid_title, R.layout.paid)
        background.run(
            { CallStore.of(this).run { uid?.let(::find) ?: newest(LOOKED_AT).find(::mayBeFraud) } },
            {
                record = it
                show()
            },
            { sayFailed(it, R.string.records_unreadable) },
        )
    }

    override fun resume() = show()

    /** A call of the last days that came through and was warned of, came from abroad, or shows what frauds show. */
    private fun mayBeFraud(call: CallRecord) = !call.outgoing && !call.rehearsal && call.action != Action.REJECT &&
        (call.action == Action.WARN || call.signs.isNotEmpty() || call.origin.isAbroad) &&
        clock.millis - call.atMillis in 0..RECENT_MILLIS

    private fun show() {
        val rows = find<ViewGroup>(R.id.rows)
        rows.removeAllViews()
        step(rows, R.string.paid_police, getString(R.string.paid_police_text)) { card ->
            // The one thing that cannot wait.
            add(card, R.layout.danger_button, R.string.paid_police_call) { dial(getString(R.string.police_emergency)) }
        }
        step(rows, R.string.paid_bank, getString(R.string.paid_bank_text)) { card ->
            add(card, R.layout.guide_button, R.string.paid_dialer_bank) { dial(null) }
        }
        step(rows, R.string.paid_card, getString(R.string.paid_card_text)) { card ->
            add(card, R.layout.guide_button, R.string.paid_dialer_card) { dial(null) }
        }
        val isGuess = record != null && record?.uid != uid
        val about = if (isGuess) R.string.paid_record_guess else R.string.paid_record_text
        step(rows, R.string.paid_record, getString(about), ::showRecord)
        step(rows, R.string.paid_family, getString(R.string.paid_family_text)) { card ->
            HelpButtons.showFamily(this, add(card, R.layout.guide_button, R.string.family_call) {})
        }
    }

    private fun step(rows: ViewGroup, name: Int, text: String, fill: (View) -> Unit) {
        val card = layoutInflater.inflate(R.layout.guide_card, rows, false)
        card.requireViewById<TextView>(R.id.name).text =
            getString(R.string.paid_step, words.count(rows.childCount + 1L), getString(name))
        card.requireViewById<TextView>(R.id.detail).showLists(text)
        card.requireViewById<View>(R.id.source).isVisible = false
        fill(card)
        rows.addView(card)
    }

    /** The call as a text that can be shown as it is, and sent with one press. */
    private fun showRecord(card: View) {
        val text = record?.let { CallText.of(this, it) }
        card.requireViewById<TextView>(R.id.open_now).showOrHide(text)
        if (text != null) add(card, R.layout.guide_button, R.string.call_text_send) { share(text) }
        val choose = if (text == null) R.string.paid_record_choose else R.string.paid_record_other
        add(card, R.layout.guide_button, choose) { open(Route.RECORDS) }
    }

    private fun add(card: View, layout: Int, text: Int, action: () -> Unit): Button {
        val buttons = card.requireViewById<ViewGroup>(R.id.buttons)
        val button = layoutInflater.inflate(layout, buttons, false) as Button
        button.setText(text)
        button.onPress(action)
        buttons.addView(button)
        return button
    }

    private companion object {
        /** Number of calls among which the one is looked for. */
        const val LOOKED_AT = 50
        const val RECENT_MILLIS = 3 * 24 * 60 * 60 * 1_000L
    }
}
