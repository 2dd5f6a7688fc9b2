// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.os.Bundle
import android.view.ViewGroup
import android.widget.Button
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.TextView
import app.tomeru.R
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.Action
import app.tomeru.core.Policy
import app.tomeru.core.Settings
import app.tomeru.platform.core
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.Outcome
import app.tomeru.ui.Screen
import app.tomeru.views.LARGE
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.letters
import app.tomeru.views.lieSideBySide
import app.tomeru.views.mark
import app.tomeru.views.onPress
import app.tomeru.views.say
import app.tomeru.views.showOrHide
import app.tomeru.views.wrapLines

/** The numbers and prefixes that the user has decided about: view, add, remove. */
class OwnNumbersActivity : Screen() {
    /** The SIM's country: numbers are written the way they are there. */
    private val home by lazy { PhonePlaces(this).now().home }

    override fun create(state: Bundle?) {
        showColumn(R.string.own_title, R.layout.own_numbers)
        find<EditText>(R.id.number).wrapLines()
        onYes(R.id.block) { add(R.string.said_blocked, SettingsStore::block) }
        onYes(R.id.allow) { add(R.string.said_allowed, SettingsStore::allow) }
        background.run({ SettingsStore(this).load().settings }, ::show, ::sayFailed)
    }

    private fun add(said: Int, work: (SettingsStore, String, String) -> Settings) {
        val field = find<EditText>(R.id.number)
        val text = field.text.toString()
        background.run(
            { core.patternOf(text, home)?.let { it to work(SettingsStore(this), it, getString(R.string.own_note)) } },
            { added ->
                if (added == null) return@run say(getString(R.string.own_no_number))
                field.text.clear()
                show(added.second)
                say(getString(said, words.grouped(added.first, home)))
            },
            ::sayFailed,
        )
    }

    private fun show(settings: Settings) {
        val rows = find<ViewGroup>(R.id.rows)
        rows.removeAllViews()
        val policy = settings.policy
        rows.isVisible = policy.blocked.isNotEmpty() || policy.allowed.isNotEmpty()
        policy.blocked.forEach { add(rows, it.number, it.action, it.note) }
        policy.allowed.forEach { add(rows, it.number, Action.ALLOW, it.note) }
    }

    private fun add(rows: ViewGroup, number: String, action: Action, note: String) {
        val view = layoutInflater.inflate(R.layout.own_number, rows, false)
        (view as LinearLayout).lieSideBySide(letters <= LARGE)
        val outcome = Outcome.of(action)
        view.requireViewById<TextView>(R.id.outcome).mark(words.action(action), outcome.icon, outcome.color)
        view.requireViewById<TextView>(R.id.name).text = words.grouped(number, home)
        view.requireViewById<TextView>(R.id.detail).showOrHide(note)
        view.requireViewById<Button>(R.id.remove).onPress {
            background.run(
                { SettingsStore(this).change { it.copy(policy = without(it.policy, number)) } },
                ::show,
                ::sayFailed,
            )
        }
        rows.addView(view)
    }

    private fun without(policy: Policy, number: String) = policy.copy(
        allowed = policy.allowed.filter { it.number != number },
        blocked = policy.blocked.filter { it.number != number },
    )
}
