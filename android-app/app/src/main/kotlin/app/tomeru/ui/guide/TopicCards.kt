// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.content.Intent
import android.net.Uri
import android.provider.Settings
import android.telecom.TelecomManager
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.help.Holidays
import app.tomeru.platform.clock
import app.tomeru.ui.Screen
import app.tomeru.views.onPress
import app.tomeru.views.showOrHide
import app.tomeru.words.Words

/** Topics as cards of [screen]: what each says, whether that may be out of date, who says so, and what it leads to. */
internal class TopicCards(private val screen: Screen) {
    private val words = Words(screen)
    private val holidays by lazy { Holidays.read(screen) }

    /** Fills [rows] with [topics]. */
    fun fill(rows: ViewGroup, topics: List<Topic>) {
        rows.removeAllViews()
        topics.forEach { rows.addView(card(it, rows)) }
    }

    private fun card(topic: Topic, parent: ViewGroup): View {
        val card = screen.layoutInflater.inflate(R.layout.guide_card, parent, false)
        card.requireViewById<TextView>(R.id.name).text = topic.name
        card.requireViewById<TextView>(R.id.detail).text = topic.text
        card.requireViewById<TextView>(R.id.open_now).showOrHide(topic.hours?.let(::answering))
        card.requireViewById<TextView>(R.id.out_of_date).showOrHide(
            screen.getString(R.string.guide_old, words.month(topic.goodUntil)).takeIf {
                topic.isOld(screen.clock.millis)
            },
        )
        card.requireViewById<TextView>(R.id.source).text =
            screen.getString(R.string.guide_source, topic.source, words.month(topic.date))
        val buttons = card.requireViewById<ViewGroup>(R.id.buttons)
        for (link in topic.links) {
            val button = screen.layoutInflater.inflate(R.layout.guide_button, buttons, false) as Button
            button.text = link.label
            button.onPress { screen.openElsewhere(intent(link)) }
            buttons.addView(button)
        }
        return card
    }

    private fun answering(hours: Hours): String = when (hours.at(screen.clock.millis, holidays)) {
        Answering.YES -> screen.getString(R.string.guide_open, hours.from, hours.to)

        Answering.NO -> screen.getString(R.string.guide_closed, hours.from, hours.to)

        Answering.YEARS_END -> screen.getString(R.string.guide_years_end, hours.from, hours.to)

        Answering.HOLIDAYS_UNKNOWN -> screen.getString(
            R.string.guide_holidays_end,
            hours.from,
            hours.to,
            words.date(holidays.until),
        )
    }

    private fun intent(link: Link): Intent = when (link) {
        // The dialer shows the number; a person has to press the button there.
        is Link.Call -> Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", link.number, null))

        is Link.Page -> Intent(Intent.ACTION_VIEW, Uri.parse(link.url))

        is Link.CallSettings -> Intent(TelecomManager.ACTION_SHOW_CALL_SETTINGS)

        is Link.AppPage -> Intent(
            Settings.ACTION_APPLICATION_DETAILS_SETTINGS,
            Uri.fromParts("package", screen.packageName, null),
        )

        is Link.Share -> Intent.createChooser(
            Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, link.text),
            null,
        )
    }
}
