// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.content.Intent
import android.net.Uri
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import app.tomeru.R
import app.tomeru.help.FamilyNumber
import app.tomeru.help.Holidays
import app.tomeru.help.PoliceDesk
import app.tomeru.platform.clock
import app.tomeru.route.Route
import app.tomeru.views.isVisible
import app.tomeru.views.onPress
import app.tomeru.words.othersText

/**
 * Whom to ask, one above the other: the police's number for advice, and the family. Outside the police's office hours
 * the family comes first, if somebody is chosen.
 */
internal class HelpButtons(private val screen: Screen, private val parent: ViewGroup) {
    private val police = parent.requireViewById<Button>(R.id.ask_police)
    private val family = parent.requireViewById<Button>(R.id.call_family)
    private val holidays by lazy { Holidays.read(screen) }

    /** Shows them as they are now: who is chosen, and what time it is. */
    fun show() {
        police.onPress { screen.dial(screen.getString(R.string.police_number)) }
        showFamily(screen, family)
        val isOpen = PoliceDesk.isOpen(screen.clock.millis, holidays)
        val isFamilyFirst = !isOpen && FamilyNumber(screen).person != null
        arrange(if (isFamilyFirst) listOf(family, police) else listOf(police, family))
        parent.requireViewById<View>(R.id.police_closed).isVisible = !isOpen
    }

    private fun arrange(buttons: List<Button>) {
        if (parent.indexOfChild(buttons.first()) < parent.indexOfChild(buttons.last())) return
        buttons.forEach(parent::removeView)
        buttons.forEachIndexed { place, button ->
            button.fill(place == 0)
            parent.addView(button, place)
        }
    }

    companion object {
        /** Lets [button] call the family; where nobody is chosen it leads to the choice. */
        fun showFamily(screen: Screen, button: Button) {
            val person = FamilyNumber(screen).person
            button.text = when {
                person == null -> screen.getString(R.string.family_number_choose)
                person.name.isEmpty() -> screen.getString(R.string.family_call)
                else -> screen.getString(R.string.family_call_name, othersText(person.name))
            }
            button.onPress { person?.let { screen.dial(it.number) } ?: screen.open(Route.FAMILY_NUMBER) }
        }
    }
}

/** Makes it the one that is filled, or one of the others. */
internal fun Button.fill(yes: Boolean) {
    setBackgroundResource(if (yes) R.drawable.button else R.drawable.button_plain)
    val color = if (yes) R.color.on_button else R.color.button
    setTextColor(context.getColor(color))
    compoundDrawableTintList = context.getColorStateList(color)
}

/** Opens the dialer with [number]; a person has to press the button there. Null: with none. */
internal fun Screen.dial(number: String?) = openElsewhere(
    Intent(Intent.ACTION_DIAL).setData(number?.let { Uri.fromParts("tel", it, null) }),
)

/** Hands [text] to an app that the person chooses. */
internal fun Screen.share(text: String) = openElsewhere(
    Intent.createChooser(Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text), null),
)
