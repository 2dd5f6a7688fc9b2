// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.content.Context
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Danger
import app.tomeru.core.Dangerous
import app.tomeru.core.Holds
import app.tomeru.core.ListEffect
import app.tomeru.core.Refusal
import app.tomeru.core.Report
import app.tomeru.core.Sample
import app.tomeru.words.Words
import app.tomeru.words.othersText
import app.tomeru.words.text

/** What a file of numbers holds, in the words of the person's language. */
internal class ListWords(private val context: Context, private val words: Words) {
    /** What kind of file it is, and where in it the numbers stand. */
    fun kind(report: Report): String {
        val kind = context.getString(report.kind.text)
        val names = report.columns.filter { it.holds == Holds.NUMBERS || it.holds == Holds.FEW_NUMBERS }
            .map { column -> column.name?.let(::othersText) ?: words.count(column.number.toLong()) }
        if (names.isEmpty()) return kind
        val columns = context.getString(R.string.lists_column, names.joinToString(separator))
        return listOf(kind, columns).joinToString("\n")
    }

    /** The number of an example. */
    fun number(sample: Sample): String = words.grouped(sample.number)

    /** Where an example comes from. */
    fun place(sample: Sample): String =
        words.country(sample.regions.firstOrNull(), sample.regions.size > 1, null) ?: words.origin(sample.origin)

    /** What happens to calls from it now, and what would if the person chose [action] for the list. */
    fun effect(effect: ListEffect, action: Action): String {
        val then = when (action) {
            Action.ALLOW -> effect.now
            Action.WARN -> effect.warned
            Action.SILENCE -> effect.silenced
            Action.REJECT -> effect.stopped
        }
        if (then == effect.now) return context.getString(R.string.lists_effect_same, words.action(then))
        return context.getString(R.string.lists_effect, words.action(effect.now), words.action(then))
    }

    /** A number that is dangerous to stop, and beneath it why. */
    fun dangerous(dangerous: Dangerous): String {
        val number = if (dangerous.danger ==
            Danger.WIDE
        ) {
            beginning(dangerous.number)
        } else {
            words.grouped(dangerous.number)
        }
        return context.getString(R.string.lists_row, number, context.getString(dangerous.danger.text))
    }

    /** All numbers that begin as [pattern] says. */
    fun beginning(pattern: String): String = context.getString(R.string.consent_beginning, pattern.removeSuffix("*"))

    /** What was not taken and why, with its lines; null if all was. */
    fun left(report: Report): String? {
        val count = report.reasons.sumOf { it.count }
        val lines = report.notTaken.take(MOST_LINES).map {
            context.getString(
                R.string.lists_bad_line,
                it.line.toLong(),
                othersText(it.text),
                context.getString(it.why.text),
            )
        }
        val told = listOfNotNull(
            if (count > 0u) quantity(R.plurals.lists_bad, count.toLong()) else null,
            *lines.toTypedArray(),
            if (report.asideCount > 0u) quantity(R.plurals.lists_aside, report.asideCount.toLong()) else null,
            if (report.repeated > 0u) quantity(R.plurals.lists_repeated, report.repeated.toLong()) else null,
        )
        return told.joinToString("\n").ifEmpty { null }
    }

    /** Why nothing can be taken of the file; null if something can. */
    fun refused(report: Report): String? {
        val refusal = report.refused
        val why = when {
            refusal is Refusal.Empty && report.dangerousCount > 0u -> R.string.lists_only_dangerous
            refusal != null -> refusal.text
            report.count == 0u -> R.string.lists_only_beginnings
            else -> return null
        }
        return listOf(context.getString(why), context.getString(R.string.lists_unchanged)).joinToString("\n")
    }

    /** A count in words. */
    fun quantity(id: Int, count: Long): String = context.resources.getQuantityString(
        id,
        count.coerceAtMost(Int.MAX_VALUE.toLong()).toInt(),
        words.count(count),
    )

    private val separator get() = context.getString(R.string.list_separator)

    private companion object {
        const val MOST_LINES = 10
    }
}
