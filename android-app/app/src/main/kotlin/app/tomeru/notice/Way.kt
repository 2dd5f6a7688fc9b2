// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.content.Context
import app.tomeru.hooks.Hook
import app.tomeru.hooks.Hooks

/** The ways in which a call is warned of on this phone: what [WarnPlan] claims of each, and when it was last seen. */
enum class Way(private val claims: Set<WarnClaim>, private val hooks: Set<Hook>) {
    /** What is drawn while the phone is locked may be hidden by Android, unless its button was pressed. */
    OVERLAY(setOf(WarnClaim.OVER_CALL), setOf(Hook.OVERLAY_DRAWN, Hook.OVERLAY_CLOSED)),
    NOTICE(setOf(WarnClaim.POPS_UP, WarnClaim.ON_LOCK_SCREEN), setOf(Hook.NOTICE_POSTED)),

    /** Nobody tells the app whether a sound was heard. */
    VOICE(setOf(WarnClaim.SPOKEN), emptySet()),
    ;

    /**
     * What is known of a way.
     *
     * @property isOn whether it would work now, the phone locked or not
     * @property lastMillis when it last did, in milliseconds since 1970, or null if that was not seen
     */
    data class State(val way: Way, val isOn: Boolean, val lastMillis: Long?)

    companion object {
        /** Looks. Asks other processes: not for the main thread. */
        fun all(context: Context): List<State> {
            val claims = listOf(false, true).flatMap { Notices(context).plan(locked = it).claims }.toSet()
            val seen = Hooks(context).all()
            return entries.map { way ->
                State(
                    way,
                    way.claims.any { it in claims },
                    seen.filter { it.hook in way.hooks }.maxOfOrNull { it.atMillis },
                )
            }
        }
    }
}
