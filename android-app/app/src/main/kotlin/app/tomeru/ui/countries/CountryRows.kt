// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.countries

import android.app.Activity
import android.view.View
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Pass
import app.tomeru.core.Policy
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.ui.CardRows
import app.tomeru.ui.Outcome
import app.tomeru.views.isVisible
import app.tomeru.views.mark
import app.tomeru.views.row
import app.tomeru.words.CountryName
import app.tomeru.words.Words

/** The countries as rows of a list: those with a choice of their own first, then a card for each sound or letter. */
class CountryRows(private val activity: Activity) : CardRows<CountryName>(activity) {
    private val words = Words(activity)
    private var policy: Policy? = null
    private var isSearch = false

    /** Shows all of [countries] as [policy] treats them, and [between] after those that have a choice of their own. */
    fun show(countries: List<CountryName>, policy: Policy, between: View) {
        begin(policy, isSearch = false)
        val (chosen, others) = countries.partition { action(it) != null || pass(it) != null }
        add(chosen)
        add(between)
        add(others)
    }

    /** Shows those [found] by what was typed. */
    fun show(found: List<CountryName>, policy: Policy) {
        begin(policy, isSearch = true)
        add(found)
    }

    private fun begin(policy: Policy, isSearch: Boolean) {
        this.policy = policy
        this.isSearch = isSearch
        clear()
    }

    private fun action(country: CountryName) = policy?.countries?.find { it.country == country.region }?.action

    private fun pass(country: CountryName): Pass? =
        policy?.passes?.find { it.country == country.region && it.until > activity.clock.seconds }

    override fun heading(row: CountryName): String? = when {
        isSearch -> null
        action(row) != null || pass(row) != null -> activity.getString(R.string.countries_chosen)
        else -> row.heading
    }

    override fun fill(view: View, row: CountryName) {
        val name = view.requireViewById<TextView>(R.id.name)
        view.row(
            activity.getString(R.string.country_name, row.flag, row.name),
            side = activity.getString(R.string.country_code, row.code),
            // It explains why what was typed found it.
            detail = row.other.takeIf { isSearch },
        )
        // A flag is read out as the name once more.
        name.contentDescription = row.name
        val pass = pass(row)
        val action = action(row)
        val value = view.requireViewById<TextView>(R.id.value)
        if (pass != null) {
            val until = activity.getString(R.string.country_until, words.until(pass.until * Clock.MILLIS))
            value.mark(until, Outcome.RANG.icon, Outcome.RANG.color)
        } else if (action != null) {
            val outcome = Outcome.of(action)
            value.mark(words.action(action), outcome.icon, outcome.color)
        }
        value.isVisible = pass != null || action != null
    }
}
