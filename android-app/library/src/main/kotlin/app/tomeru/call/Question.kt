// SPDX-License-Identifier: Apache-2.0
package app.tomeru.call

import app.tomeru.core.RingCore

/**
 * What the native function is asked about a call; the one place that lists its arguments.
 *
 * @property settings the folder of the settings and lists
 * @property now in seconds since 1970
 */
class Question(val call: ScreenedCall, val circumstances: Circumstances, val settings: String, val now: Long) {
    /**
     * Asks it.
     *
     * @param more flags of [RingCore.decide] that follow from nothing known about the call
     * @return what `Answer.unpack` takes apart
     * @throws LinkageError if the library cannot be loaded
     */
    @JvmOverloads
    fun ask(more: Int = 0): Long = RingCore.decide(
        circumstances.caller?.bytes,
        settings,
        call.direction,
        circumstances.flags or (if (call.guarded) RingCore.GUARD else 0) or more,
        now,
        circumstances.sinceDialled ?: RingCore.NEVER,
        circumstances.sinceEmergency ?: RingCore.NEVER,
    )
}
