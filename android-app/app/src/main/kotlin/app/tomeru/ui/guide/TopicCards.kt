// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.content.Intent
import android.net.Uri
import android.telecom.TelecomManager
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.help.Answering
import app.tomeru.help.Holidays
import app.tomeru.help.Hours
import app.tomeru.platform.clock
import app.tomeru.ui.Permissions
import app.tomeru.ui.Screen
import app.tomeru.ui.share
import app.tomeru.views.onPress
import app.tomeru.views.showLists
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
        say(topic, card)
        card.requireViewById<TextView>(R.id.open_now).showOrHide(topic.hours?.let(::answering))
        val (shown, pressed) = topic.links.partition { it is Link.HomePhone }
        // A hyphen at which no line ends.
        card.requireViewById<TextView>(R.id.home_phone).showOrHide(shown.firstOrNull()?.label?.replace('-', '\u2011'))
        val buttons = card.requireViewById<ViewGroup>(R.id.buttons)
        for (link in pressed) {
            val button = screen.layoutInflater.inflate(R.layout.guide_button, buttons, false) as Button
            button.text = link.label
            button.onPress { follow(link) }
            buttons.addView(button)
        }
        return card
    }

    /** Writes [topic], whether it may be out of date, and who says so, on [card]. */
    fun say(topic: Topic, card: View) {
        card.requireViewById<TextView>(R.id.name).text = topic.name
        card.requireViewById<TextView>(R.id.detail).showLists(topic.text)
        card.requireViewById<TextView>(R.id.out_of_date).showOrHide(
            screen.getString(R.string.guide_old, words.month(topic.goodUntil)).takeIf {
                topic.isOld(screen.clock.millis)
            },
        )
        card.requireViewById<TextView>(R.id.source).text =
            screen.getString(R.string.guide_source, topic.source, words.month(topic.date))
    }

    private fun answering(hours: Hours): String = when (hours.at(screen.clock.millis, holidays)) {
        Answering.YES -> screen.getString(R.string.guide_open, hours.from.hour, hours.to.hour)

        Answering.NO -> screen.getString(R.string.guide_closed, hours.from.hour, hours.to.hour)

        Answering.YEARS_END -> screen.getString(R.string.guide_years_end, hours.from.hour, hours.to.hour)

        Answering.HOLIDAYS_UNKNOWN -> screen.getString(
            R.string.guide_holidays_end,
            hours.from.hour,
            hours.to.hour,
            words.date(holidays.until),
        )
    }

    private fun follow(link: Link) = when (link) {
        is Link.HomePhone -> Unit
        is Link.Page -> screen.openElsewhere(Intent(Intent.ACTION_VIEW, Uri.parse(link.url)))
        is Link.CallSettings -> screen.openElsewhere(Intent(TelecomManager.ACTION_SHOW_CALL_SETTINGS))
        is Link.AppPage -> screen.openElsewhere(Permissions(screen).appPage)
        is Link.Share -> screen.share(link.text)
    }
}
