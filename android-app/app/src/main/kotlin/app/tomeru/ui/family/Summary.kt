// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.family

import android.content.Context
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Policy
import app.tomeru.core.Preset
import app.tomeru.platform.core
import app.tomeru.words.Words
import app.tomeru.words.text

/** What settings mean, for the person who has to agree to them. */
internal class Summary(private val context: Context) {
    private val words = Words(context)

    /** A line each: international calls, countries, and whatever is not as recommended. */
    fun of(policy: Policy): List<String> = buildList {
        val preset = context.getString(policy.preset.text)
        // It is not about calls from abroad alone, and costs something.
        if (policy.preset == Preset.KNOWN) {
            add(preset)
            add(context.getString(R.string.preset_known_cost))
        } else {
            add(line(context.getString(R.string.preset_title), preset))
        }
        for ((action, countries) in policy.countries.groupBy { it.action }) {
            val names = countries.joinToString(context.getString(R.string.list_separator)) {
                words.country(it.country, more = false, code = null).orEmpty()
            }
            add(line(context.getString(countries(action)), names))
        }
        val recommended = actions(context.core.recommendedSettings().policy.copy(preset = policy.preset))
        actions(policy).filter { (kind, action) -> recommended[kind] != action }.forEach { (kind, action) ->
            add(line(words.kind(kind), words.action(action)))
        }
        val days = policy.dialledDays.toInt()
        val dialled = if (days ==
            0
        ) {
            context.getString(R.string.off)
        } else {
            context.resources.getQuantityString(R.plurals.records_days, days, days)
        }
        add(line(context.getString(R.string.dialled_title), dialled))
        val others = policy.allowed.size + policy.blocked.size
        if (others > 0) add(line(context.getString(R.string.own_title), words.count(others.toLong())))
    }

    /** What would ring although stopping it is recommended; a malicious code may want that. */
    fun weaker(policy: Policy): List<String> {
        val recommended = actions(context.core.recommendedSettings().policy)
        return actions(policy)
            .filter { (kind, action) -> action == Action.ALLOW && recommended[kind] != Action.ALLOW }
            .map { words.kind(it.key) }
    }

    private fun countries(action: Action): Int = when (action) {
        Action.ALLOW -> R.string.offer_countries_allow
        Action.WARN -> R.string.offer_countries_warn
        Action.SILENCE -> R.string.offer_countries_silence
        Action.REJECT -> R.string.offer_countries_reject
    }

    private fun actions(policy: Policy) = context.core.actionsOf(policy).associate { it.kind to it.action }

    private fun line(name: String, value: String) = context.getString(R.string.offer_line, name, value)
}
