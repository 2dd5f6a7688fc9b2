// SPDX-License-Identifier: Apache-2.0
package app.tomeru.call

import app.tomeru.core.Caller
import app.tomeru.core.RingCore

/**
 * What is known at the time of a call.
 *
 * @property places where the phone belongs and where it is
 * @property caller who calls, as the core located it; null if that failed
 * @property key the number in the form that all its spellings share, or null
 * @property contact whether the caller is in the contacts
 * @property dialled whether the owner dialled the number
 * @property sinceDialled seconds since then, or null
 * @property sinceEmergency seconds since an emergency number was dialled, or null
 * @property verification `Connection.VERIFICATION_STATUS_*`
 * @property unlocked whether the phone was unlocked since it was switched on
 */
data class Circumstances(
    val places: Places,
    val caller: Caller? = null,
    val key: String? = caller?.key,
    val contact: Knowledge = Knowledge.NO,
    val dialled: Knowledge = Knowledge.NO,
    val sinceDialled: Int? = null,
    val sinceEmergency: Int? = null,
    val verification: Int = 0,
    val unlocked: Boolean = true,
) {
    /** For the core. */
    val flags: Int
        get() = contact.ordinal or
            (if (dialled == Knowledge.CANNOT_TELL) RingCore.DIALLED_UNKNOWN else 0) or
            (verification shl RingCore.VERIFICATION_SHIFT)
}
