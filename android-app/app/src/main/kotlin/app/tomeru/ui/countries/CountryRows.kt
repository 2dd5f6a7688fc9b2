// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.countries

import android.app.Activity
import android.view.View
import android.view.ViewGroup
import android.widget.BaseAdapter
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.core.Pass
import app.tomeru.core.Policy
import app.tomeru.fault.Barrier
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.ui.Outcome
import app.tomeru.views.isVisible
import app.tomeru.views.mark
import app.tomeru.words.CountryName
import app.tomeru.words.Words

/** The countries as rows of a list; those with a choice of their own come first. */
class CountryRows(private val activity: Activity) : BaseAdapter() {
    private val words = Words(activity)
    private var rows = emptyList<CountryName>()
    private var policy: Policy? = null

    /** Shows [countries] as [policy] treats them. */
    fun show(countries: List<CountryName>, policy: Policy) {
        this.policy = policy
        rows = countries.sortedBy { action(it) == null && pass(it) == null }
        notifyDataSetChanged()
    }

    private fun action(country: CountryName) = policy?.countries?.find { it.country == country.region }?.action

    private fun pass(country: CountryName): Pass? =
        policy?.passes?.find { it.country == country.region && it.until > activity.clock.seconds }

    override fun getCount(): Int = rows.size

    override fun getItem(position: Int): CountryName = rows[position]

    override fun getItemId(position: Int): Long = position.toLong()

    override fun getView(position: Int, old: View?, parent: ViewGroup?): View =
        Barrier.ask(Fault.SCREEN_FAILED, { View(activity) }) { view(position, old, parent) }

    private fun view(position: Int, old: View?, parent: ViewGroup?): View {
        val view = old ?: activity.layoutInflater.inflate(R.layout.country, parent, false)
        val country = rows[position]
        view.requireViewById<TextView>(R.id.flag).text = country.flag
        view.requireViewById<TextView>(R.id.name).text = country.name
        view.requireViewById<TextView>(R.id.detail).text =
            activity.getString(R.string.country_row, country.code, country.other)
        view.requireViewById<TextView>(R.id.chosen).apply {
            val pass = pass(country)
            val action = action(country)
            isVisible = pass != null || action != null
            if (pass != null) {
                val until = activity.getString(R.string.country_until, words.until(pass.until * Clock.MILLIS))
                mark(until, Outcome.RANG.icon, Outcome.RANG.color)
            } else if (action != null) {
                val outcome = Outcome.of(action)
                mark(words.action(action), outcome.icon, outcome.color)
            }
        }
        return view
    }
}
