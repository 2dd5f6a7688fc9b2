// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.check

import android.content.Context
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Hint
import app.tomeru.core.Origin
import app.tomeru.core.Reason
import app.tomeru.core.ServiceText
import app.tomeru.words.Words
import app.tomeru.words.isAbroad
import app.tomeru.words.isForged
import java.util.Locale

/** What a number is, in the words of the person's language. */
internal class CheckWords(private val context: Context) {
    private val words = Words(context)

    /** A sentence each: where it comes from, why it would be treated so, what makes it suspicious. */
    fun explanation(check: Check): List<String> = buildList {
        val explanation = check.explanation
        val hints = explanation.hints.toSet()
        val country = words.country(
            explanation.regions.firstOrNull(),
            explanation.regions.size > 1,
            explanation.countryCode?.toInt(),
        )
        if (explanation.origin == Origin.INTERNATIONAL && country != null) {
            add(context.getString(R.string.says_where, country))
        }
        explanation.area?.let { add(context.getString(R.string.says_area, words.area(it))) }
        add(
            when (val reason = check.answer.reason) {
                Reason.DOMESTIC -> context.getString(R.string.says_domestic)
                else -> words.reason(reason)
            },
        )
        explanation.service?.let { add(service(it)) }
        explanation.imitates?.let { imitated ->
            val sentence = when {
                Hint.IMITATES_POLICE in hints -> R.string.says_imitates_police
                else -> R.string.says_imitates
            }
            add(context.getString(sentence, words.grouped(imitated, check.circumstances.places.home)))
        }
        // The sentence about the imitated number has said this already.
        addAll(
            words.signs(
                if (explanation.imitates ==
                    null
                ) {
                    hints
                } else {
                    hints - Hint.POLICE_BAIT - Hint.IMITATES_POLICE
                },
            ),
        )
    }.distinct()

    /** What to do when it calls, as a string resource: nobody is told not to answer who may be a hospital. */
    fun whatToDo(check: Check): Int {
        val origin = check.answer.origin
        val isStranger = (origin.isAbroad || origin.isForged) && check.answer.action != Action.ALLOW
        return if (isStranger) R.string.check_do_not else R.string.advice
    }

    private fun service(service: ServiceText): String {
        val (name, purpose) = when (context.resources.configuration.locales[0].language) {
            Locale.JAPANESE.language -> service.nameJa to service.purposeJa
            else -> service.nameEn to service.purposeEn
        }
        return context.getString(R.string.says_service, name, purpose)
    }
}
