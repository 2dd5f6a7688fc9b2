// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.check

import android.content.Context
import app.tomeru.R
import app.tomeru.call.Knowledge
import app.tomeru.core.Kind
import app.tomeru.core.Origin
import app.tomeru.core.Reason
import app.tomeru.core.Rule
import app.tomeru.words.Words

/** How the answer came about: the questions in order, each with its answer. */
internal class Steps(private val context: Context) {
    /** The questions with their answers. */
    fun of(check: Check): List<Pair<String, String>> {
        val last = check.answer.rule ?: return emptyList()
        val asked = Rule.entries.filter { it <= last && isAsked(it, check) }
        return asked.map { rule -> context.getString(question(rule)) to answer(rule, check) }
    }

    /** What is asked of the owner's own calls is not; that nobody calls from 110 does not depend on who keeps or dials it. */
    private fun isAsked(rule: Rule, check: Check) = when (rule) {
        Rule.OUTGOING, Rule.EMERGENCY -> false
        Rule.CONTACT, Rule.DIALLED -> check.answer.origin != Origin.EMERGENCY
        else -> true
    }

    private fun answer(rule: Rule, check: Check): String = when {
        rule == Rule.ORIGIN && check.answer.reason == Reason.POLICE_SHOWN -> Words(context).kind(Kind.POLICE_SHOWN)
        rule == Rule.ORIGIN -> Words(context).origin(check.answer.origin)
        rule == check.answer.rule -> context.getString(R.string.yes)
        isUnknown(rule, check) -> context.getString(R.string.cannot_tell)
        else -> context.getString(R.string.no)
    }

    private fun isUnknown(rule: Rule, check: Check) = when (rule) {
        Rule.CONTACT -> check.circumstances.contact == Knowledge.CANNOT_TELL
        Rule.DIALLED -> check.circumstances.dialled == Knowledge.CANNOT_TELL
        Rule.LIST -> check.answer.listBroken
        else -> false
    }

    private fun question(rule: Rule): Int = when (rule) {
        Rule.OUTGOING, Rule.EMERGENCY -> R.string.outcome_outgoing
        Rule.EMERGENCY_WINDOW -> R.string.step_emergency_window
        Rule.PAUSED -> R.string.step_paused
        Rule.PASS -> R.string.step_pass
        Rule.OWN_BLOCK -> R.string.step_own_block
        Rule.CONTACT -> R.string.step_contact
        Rule.OWN_ALLOW -> R.string.step_own_allow
        Rule.LIST -> R.string.step_list
        Rule.BLOCKED_PREFIX -> R.string.step_blocked_beginning
        Rule.DIALLED -> R.string.step_dialled
        Rule.COUNTRY -> R.string.step_country
        Rule.ORIGIN -> R.string.step_origin
    }
}
