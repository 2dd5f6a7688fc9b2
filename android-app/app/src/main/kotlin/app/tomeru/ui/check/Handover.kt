// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.check

import android.content.Intent
import android.net.Uri
import android.telecom.TelecomManager
import android.widget.Button
import app.tomeru.R
import app.tomeru.platform.systemService
import app.tomeru.ui.Screen
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onPress

/**
 * A link with a number may open Tomeru for good, if the person once chose "always": the way from there to a call. The
 * dialer shows the number; a person has to press the button there.
 */
internal class Handover(private val screen: Screen) {
    private val link: Uri? = screen.intent.takeIf { it.action == Intent.ACTION_VIEW }?.data?.takeIf { it.scheme == TEL }

    /** Offers it while [checked], the number that is shown, is the link's. */
    fun show(checked: String) {
        val number = digits(checked)
        val button = screen.find<Button>(R.id.handover)
        button.isVisible = link != null && number.isNotEmpty() && number in digits(link.schemeSpecificPart)
        button.onPress { screen.openElsewhere(intent(link ?: return@onPress)) }
    }

    private fun digits(text: String) = text.filter(Char::isDigit)

    /** Named, the dialer cannot be mistaken; where none is, Android chooses among those that dial, and Tomeru does not. */
    private fun intent(link: Uri) = Intent(Intent.ACTION_DIAL, link)
        .setPackage(screen.systemService<TelecomManager>().defaultDialerPackage)

    private companion object {
        const val TEL = "tel"
    }
}
