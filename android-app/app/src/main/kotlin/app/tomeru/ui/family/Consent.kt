// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.family

import android.content.Context
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.ChangedCalls
import app.tomeru.core.ChangedFigure
import app.tomeru.core.ChangedNumber
import app.tomeru.core.Changes
import app.tomeru.core.OtherChange
import app.tomeru.core.Preset
import app.tomeru.core.Subject
import app.tomeru.ui.Outcome
import app.tomeru.words.Words
import java.util.Locale

/**
 * What settings from elsewhere would change, for the person who has to agree to them: nothing that changes is left out.
 *
 * @param now how the phone is protected
 */
internal class Consent(private val context: Context, private val home: String, private val now: Preset) {
    private val words = Words(context)
    private val isJapanese = context.resources.configuration.locales[0].language == Locale.JAPANESE.language

    /** Calls that change alike, or another part of what changes; [outcome] is what would happen to the calls. */
    class Section(val title: String, val outcome: Outcome?, val lines: List<String>)

    /** Calls or numbers of which more comes through than now, [which] they are, and [fromTo] what becomes of them. */
    class Milder(val which: List<String>, val fromTo: String)

    /** What comes through more than now: calls, the most first, and the owner's numbers. */
    fun milder(changes: Changes): List<Milder> = milderCalls(changes) +
        byAction(changes.numbers.filter(::isMilder)).map { (after, same) ->
            Milder(shortened(same, Int.MAX_VALUE), context.getString(numbers(after)))
        }

    private fun milderCalls(changes: Changes) = changes.calls.filter(::isMilder)
        .groupBy { it.after to it.before }
        .toSortedMap(compareBy<Pair<Action, Action>>({ it.first }, { it.second }))
        .map { (actions, same) ->
            val (after, before) = actions
            Milder(lines(same), context.getString(R.string.offer_from_to, words.action(before), words.action(after)))
        }

    private fun isMilder(calls: ChangedCalls) = calls.after < calls.before

    /**
     * A number that is let ring, or of whose wish against it less is left. A foreign one that nobody decided about may be
     * stopped now, as all from abroad, and where only the known ring, one that is to ring with a warning may come silently,
     * whatever its beginning says: whatever is less for it counts, too.
     */
    private fun isMilder(number: ChangedNumber): Boolean {
        val after = number.after
        val stopped = Action.REJECT.takeIf { number.country != home && after != null }
        val before = number.before ?: stopped ?: Action.ALLOW
        return when (after) {
            Action.ALLOW -> true
            Action.WARN -> now == Preset.KNOWN || after < before
            else -> (after ?: Action.ALLOW) < before
        }
    }

    private fun byAction(numbers: List<ChangedNumber>) =
        numbers.groupBy { it.after }.toSortedMap(nullsLast<Action>())

    /** What else changes; none if nothing does. */
    fun sections(changes: Changes): List<Section> = buildList {
        for ((after, same) in changes.calls.filterNot(::isMilder).groupBy { it.after }.toSortedMap()) {
            add(Section(context.getString(stricter(after)), Outcome.of(after), lines(same)))
        }
        for ((after, same) in byAction(changes.numbers.filterNot(::isMilder))) {
            val title = context.getString(numbers(after))
            // The owner's own numbers come before the contacts (docs on the order of decisions).
            val contacts = if (after == Action.REJECT) listOf(R.string.consent_stop_contacts) else emptyList()
            val most = if (after == Action.WARN) Int.MAX_VALUE else MOST
            add(Section(title, after?.let(Outcome::of), shortened(same, most) + contacts.map(context::getString)))
        }
        val others = figures(changes) + changes.others.map { context.getString(it.text) }
        if (others.isNotEmpty()) add(Section(context.getString(R.string.consent_others), null, others))
    }

    private fun stricter(after: Action): Int = when (after) {
        Action.ALLOW, Action.WARN -> R.string.consent_warn
        Action.SILENCE -> R.string.consent_quiet
        Action.REJECT -> R.string.consent_stop
    }

    /** A line for each subject; one for all countries. */
    private fun lines(calls: List<ChangedCalls>): List<String> {
        val (countries, others) = calls.map { it.subject }.partition { it is Subject.OfCountry }
        val ofCountries = countries.filterIsInstance<Subject.OfCountry>().groupBy { it.livesThere }.map { (lives, of) ->
            val names = of.joinToString(context.getString(R.string.list_separator)) { country(it.country) }
            context.getString(if (lives) R.string.consent_country else R.string.consent_country_special, names)
        }
        return others.map(::name) + ofCountries
    }

    private fun name(subject: Subject): String = when (subject) {
        is Subject.OfKind -> {
            val kind = subject.kind?.let(words::kind) ?: context.getString(R.string.consent_domestic)
            if (subject.butForCountries) context.getString(R.string.consent_but_for_countries, kind) else kind
        }

        is Subject.OfCountry -> {
            country(subject.country)
        }

        is Subject.OfCode -> {
            context.getString(R.string.consent_code, "+${subject.code}")
        }

        is Subject.Named -> {
            if (isJapanese) subject.ja else subject.en
        }
    }

    private fun country(region: String) = words.country(region, more = false, code = null).orEmpty()

    private fun numbers(after: Action?): Int = when (after) {
        Action.ALLOW -> R.string.consent_numbers_ring
        Action.WARN -> R.string.consent_numbers_warn
        Action.SILENCE -> R.string.consent_numbers_quiet
        Action.REJECT -> R.string.consent_numbers_stop
        null -> R.string.consent_numbers_gone
    }

    /** As lines: every beginning of numbers, and [most] of the single numbers; the core has the widest first. */
    private fun shortened(numbers: List<ChangedNumber>, most: Int): List<String> {
        val (beginnings, single) = numbers.partition { it.number.endsWith(BEGINNING) }
        val shown = (beginnings + single.take(most)).map(::line)
        val left = single.size - most
        return if (left <= 0) {
            shown
        } else {
            shown + context.resources.getQuantityString(R.plurals.consent_more, left, words.count(left.toLong()))
        }
    }

    private fun line(changed: ChangedNumber): String {
        val number = if (changed.number.endsWith(BEGINNING)) {
            context.getString(R.string.consent_beginning, changed.number.removeSuffix(BEGINNING))
        } else {
            words.grouped(changed.number, home)
        }
        val remark = when (val before = changed.before) {
            null -> changed.country?.takeIf { it != home }?.let(::country)
            else -> context.getString(R.string.consent_now, words.action(before))
        }
        return remark?.let { context.getString(R.string.consent_remark, number, it) } ?: number
    }

    private fun figures(changes: Changes): List<String> = listOfNotNull(
        changes.dialledDays?.let { figure(R.string.dialled_title, it, R.plurals.records_days, R.string.off) },
        changes.emergencyMinutes?.let { figure(R.string.emergency_title, it, R.plurals.minutes, R.string.off) },
        changes.retentionDays?.let {
            figure(R.string.records_keep, it, R.plurals.records_days, R.string.records_keep_for_ever)
        },
    )

    private fun figure(name: Int, changed: ChangedFigure, unit: Int, zero: Int): String {
        val (before, after) = listOf(changed.before, changed.after).map {
            val count = it.toInt()
            if (count == 0) context.getString(zero) else context.resources.getQuantityString(unit, count, count)
        }
        return context.getString(R.string.consent_figure, context.getString(name), before, after)
    }

    private val OtherChange.text: Int
        get() = when (this) {
            OtherChange.PAUSED -> R.string.pause_title
            OtherChange.PASSES -> R.string.consent_passes
            OtherChange.LISTS -> R.string.lists_title
            OtherChange.NOTES -> R.string.consent_notes
        }

    private companion object {
        /** Ends what is a beginning of numbers. */
        const val BEGINNING = "*"

        /** Single numbers that are shown; of those that come through, all are: among many one could be hidden. */
        const val MOST = 50
    }
}
