// SPDX-License-Identifier: Apache-2.0
package app.tomeru.call

import android.net.Uri
import android.os.Build
import android.telecom.Call
import android.telecom.TelecomManager

/**
 * What Android says about a call before it rings.
 *
 * @property handle the number, or null; Android gives it only with `PRESENTATION_ALLOWED`
 * @property presentation `TelecomManager.PRESENTATION_*`
 * @property direction `Call.Details.DIRECTION_*`
 * @property verification `Connection.VERIFICATION_STATUS_*`; Android 10 has none
 * @property guarded whether the owner is about to call the number, and may be kept from it
 * @property typed whether a person wrote the number down; no call is there yet
 */
data class ScreenedCall(
    val handle: Uri?,
    val presentation: Int = TelecomManager.PRESENTATION_ALLOWED,
    val direction: Int = Call.Details.DIRECTION_INCOMING,
    val verification: Int = 0,
    val guarded: Boolean = false,
    val typed: Boolean = false,
) {
    /** The handle as text, or null. */
    val text: String? get() = handle?.handleText

    /** Whether a person wrote the number: the owner who dials or types it. Else a network shows it. */
    val written: Boolean get() = outgoing || typed

    /** Whether the owner of the phone is calling. */
    val outgoing: Boolean get() = direction == Call.Details.DIRECTION_OUTGOING

    companion object {
        /** The call that Android asks about. */
        @JvmStatic
        fun of(call: Call.Details) = ScreenedCall(
            call.handle,
            call.handlePresentation,
            call.callDirection,
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) call.callerNumberVerificationStatus else 0,
        )

        /** A call that the owner is about to make to [handle]. */
        @JvmStatic
        fun to(handle: Uri) =
            ScreenedCall(handle, direction = Call.Details.DIRECTION_OUTGOING, guarded = true)

        /** A call that [number] would make; [typed] tells whether a person wrote it or a network showed it. */
        @JvmStatic
        @JvmOverloads
        fun from(
            number: String,
            typed: Boolean = true,
        ) = ScreenedCall(Uri.fromParts("tel", number, null), typed = typed)
    }
}
