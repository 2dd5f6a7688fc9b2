// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.countries

import android.app.AlertDialog
import android.content.Intent
import android.os.Bundle
import android.provider.ContactsContract.Contacts
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.EditText
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Policy
import app.tomeru.pass.TimedPass
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.Screen
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onChange
import app.tomeru.views.onPress
import app.tomeru.views.onPressRow
import app.tomeru.views.onYes
import app.tomeru.views.say
import app.tomeru.words.CountryName
import app.tomeru.words.CountryNames

/** What happens to the calls of each country: stop, warn, ring, ring until. */
class CountriesActivity : Screen() {
    private val rows by lazy { CountryRows(this) }
    private val search by lazy { find<EditText>(R.id.search) }
    private val family by lazy { layoutInflater.inflate(R.layout.countries_family, find<ViewGroup>(R.id.list), false) }
    private var names: CountryNames? = null
    private var policy: Policy? = null

    /** Whether tapping a country lets it ring at once, because family lives there. */
    private var choosesFamily = false

    override fun create(state: Bundle?) {
        val list = showList(R.string.countries_title, R.layout.countries_head)
        list.adapter = rows
        list.onPressRow { (it as? CountryName)?.let(::press) }
        choosesFamily = state?.getBoolean(FAMILY) ?: false
        // The head of a list is not there yet when Android brings back what was typed.
        search.setText(state?.getString(SEARCH))
        family.requireViewById<View>(R.id.family_country).onPress {
            choosesFamily = !choosesFamily
            showMode()
            // What to do now stands there.
            list.setSelection(0)
        }
        family.requireViewById<View>(R.id.add_contact).onPress {
            openElsewhere(Intent(Intent.ACTION_INSERT).setType(Contacts.CONTENT_TYPE))
        }
        search.onChange(::filter)
        showMode()
        load(null) {}
    }

    override fun save(state: Bundle) {
        state.putBoolean(FAMILY, choosesFamily)
        state.putString(SEARCH, search.text.toString())
    }

    private fun load(said: String?, change: () -> Unit) = background.run(
        {
            change()
            (names ?: CountryNames(this)) to SettingsStore(this).load().settings.policy
        },
        { (names, policy) ->
            this.names = names
            this.policy = policy
            filter()
            said?.let(::say)
        },
        ::sayFailed,
    )

    private fun filter() {
        val text = search.text.toString()
        val found = names?.find(text) ?: return
        val policy = policy ?: return
        if (text.isBlank()) rows.show(found, policy, family) else rows.show(found, policy)
        find<TextView>(R.id.message).isVisible = false
        if (found.isEmpty()) say(getString(R.string.countries_none))
        showMode()
    }

    private fun showMode() {
        family.requireViewById<Button>(R.id.family_country)
            .setText(if (choosesFamily) R.string.cancel else R.string.countries_family)
        val detail = if (choosesFamily) R.string.countries_family_detail else R.string.countries_detail
        find<TextView>(R.id.countries_detail).setText(detail)
    }

    private fun press(country: CountryName) {
        if (choosesFamily) {
            choosesFamily = false
            showMode()
            return take(country, Choice.RING)
        }
        val chosen = policy?.countries?.find { it.country == country.region }?.action
        val choices = Choice.entries
        val now = choices.indexOfFirst { it.days == null && it.action == chosen }
        choose(country.name, choices.map { getString(it.text) }, now) { take(country, choices[it]) }
    }

    private fun take(country: CountryName, choice: Choice) =
        if (choice == Choice.RING) askToRing(country) else put(country, choice)

    /** For good, and strangers, too: that is said before the yes, with the safer way. */
    private fun askToRing(country: CountryName) = show(
        AlertDialog.Builder(this)
            .setTitle(getString(R.string.countries_price_title, country.name))
            .setMessage(R.string.countries_price)
            .onYes(R.string.countries_ring) { put(country, Choice.RING) }
            .setNegativeButton(R.string.cancel, null),
    )

    private fun put(country: CountryName, choice: Choice) {
        load(getString(R.string.country_taken, country.name, getString(choice.text))) {
            val pass = TimedPass(applicationContext)
            when {
                choice.days == null -> {
                    if (pass.current().any { it.country == country.region }) pass.end(country.region)
                    SettingsStore(this).setCountry(country.region, choice.action)
                }

                choice.days == 0L -> {
                    pass.startForAnHour(country.region)
                }

                else -> {
                    pass.startForDays(country.region, choice.days)
                }
            }
        }
    }

    /**
     * What can be chosen for a country.
     *
     * @property action what happens from now on; null: the same as for other countries
     * @property days number of days its calls ring; 0: for an hour; null: the choice has no end
     */
    private enum class Choice(val text: Int, val action: Action?, val days: Long? = null) {
        USUAL(R.string.country_usual, null),
        RING(R.string.action_allow, Action.ALLOW),
        WARN(R.string.action_warn, Action.WARN),
        STOP(R.string.action_reject, Action.REJECT),
        HOUR(R.string.pass_hour, null, 0),
        TODAY(R.string.country_today, null, 1),
        WEEK(R.string.country_week, null, 7),
        MONTH(R.string.country_month, null, 30),
    }

    private companion object {
        const val FAMILY = "family"
        const val SEARCH = "search"
    }
}
