// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.content.Context
import android.telecom.Call
import app.tomeru.circumstances.Contacts
import app.tomeru.circumstances.Places
import app.tomeru.core.Answer
import app.tomeru.core.RingCore
import app.tomeru.record.SettingsFolder

/** From Android's call to the core's answer. */
class RingPath(private val context: Context) {
    /**
     * Decides about [call]: gathers the circumstances, asks the core.
     *
     * @throws LinkageError if the library cannot be loaded
     */
    fun decide(call: Call.Details): Answer {
        // Android gives a handle only with PRESENTATION_ALLOWED.
        val handle = call.handle
        val outgoing = call.callDirection == Call.Details.DIRECTION_OUTGOING
        val contact = if (outgoing) Contacts.Answer.NO else Contacts(context).find(handle?.schemeSpecificPart)
        val places = Places.of(context)
        return Answer.unpack(
            core(
                handle?.toString(),
                SettingsFolder.of(context).path,
                call.handlePresentation,
                call.callDirection,
                contact.ordinal,
                RingCore.places(places.home, places.network),
            ),
        )
    }

    internal companion object {
        /** The native function; tests put faults in its place. */
        internal var core: (String?, String, Int, Int, Int, Int) -> Long = ::native

        internal fun native(n: String?, s: String, presentation: Int, direction: Int, flags: Int, places: Int): Long =
            RingCore.decide(n, s, presentation, direction, flags, places)
    }
}
