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
import app.tomeru.platform.clock
import app.tomeru.ui.Screen
import app.tomeru.views.find
import app.tomeru.views.onPress
import app.tomeru.views.showOrHide

/** Topics, each a card with its source, its date and what it leads to. */
abstract class AdviceScreen : Screen() {
    /** The topics. */
    internal abstract fun topics(): List<Topic>

    override fun resume() {
        // "Open now" stays true for about as long as anyone looks at the screen.
        val rows = find<ViewGroup>(R.id.rows)
        rows.removeAllViews()
        topics().forEach { rows.addView(card(it, rows)) }
    }

    private fun card(topic: Topic, parent: ViewGroup): View {
        val card = layoutInflater.inflate(R.layout.guide_card, parent, false)
        card.requireViewById<TextView>(R.id.name).text = topic.name
        card.requireViewById<TextView>(R.id.detail).text = topic.text
        card.requireViewById<TextView>(R.id.open_now).showOrHide(
            topic.hours?.let { hours ->
                val said = if (hours.isOpen(clock.millis)) R.string.guide_open else R.string.guide_closed
                getString(said, hours.from, hours.to)
            },
        )
        card.requireViewById<TextView>(R.id.source).text =
            getString(R.string.guide_source, topic.source, words.month(topic.date))
        val buttons = card.requireViewById<ViewGroup>(R.id.buttons)
        for (link in topic.links) {
            val button = layoutInflater.inflate(R.layout.guide_button, buttons, false) as Button
            button.text = link.label
            button.onPress { openElsewhere(intent(link)) }
            buttons.addView(button)
        }
        return card
    }

    private fun intent(link: Link): Intent = when (link) {
        // The dialer shows the number; a person has to press the button there.
        is Link.Call -> Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", link.number, null))

        is Link.Page -> Intent(Intent.ACTION_VIEW, Uri.parse(link.url))

        is Link.CallSettings -> Intent(TelecomManager.ACTION_SHOW_CALL_SETTINGS)

        is Link.AppPage -> Intent(
            Settings.ACTION_APPLICATION_DETAILS_SETTINGS,
            Uri.fromParts("package", packageName, null),
        )

        is Link.Share -> Intent.createChooser(
            Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, link.text),
            null,
        )
    }
}
