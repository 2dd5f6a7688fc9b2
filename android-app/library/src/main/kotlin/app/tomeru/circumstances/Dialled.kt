// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.content.Context
import app.tomeru.call.Knowledge
import app.tomeru.fault.Barrier
import app.tomeru.fault.Deadline
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.record.CallStore
import app.tomeru.record.Recorder

/** Whether the owner dialled a number, as far as the records know. */
class Dialled(private val context: Context) {
    /**
     * Whether a number was dialled.
     *
     * @property secondsAgo when, if it was; else null
     */
    data class Result(val known: Knowledge, val secondsAgo: Int? = null)

    /**
     * What the records know of a number, of which [forms] are the lookup forms: a record's key is one of them.
     *
     * @param unlocked whether the storage of the records can be read
     */
    fun find(forms: List<String>, unlocked: Boolean): Result {
        if (forms.isEmpty()) return Result(Knowledge.NO)
        if (!unlocked) return Result(Knowledge.CANNOT_TELL)
        return Barrier.ask(null, { Result(Knowledge.CANNOT_TELL) }) {
            val (at, waits) = Deadline.within(context.clock, BUDGET_MILLIS) {
                // First where a call may be moved from: meanwhile it is in both, never in neither.
                val waits = waits(forms)
                forms.firstNotNullOfOrNull(CallStore.of(context)::dialledAt) to waits
            }
            when {
                // A clock that was set back must not turn a dialled number into a stranger.
                at != null -> Result(Knowledge.YES, secondsBetween(at, context.clock.millis))

                waits || CallStore.lostMemory(context) -> Result(Knowledge.CANNOT_TELL)

                else -> Result(Knowledge.NO)
            }
        }
    }

    /** Whether the number was dialled while the records refused. Nobody has looked yet whether that was to call back. */
    private fun waits(forms: List<String>): Boolean =
        Recorder.of(context).held.any { it.wasDialled && it.key in forms } ||
            forms.any { CallStore.pending(context).dialledAt(it) != null }

    private fun secondsBetween(from: Long, to: Long) =
        ((to - from) / Clock.MILLIS).coerceIn(0, Int.MAX_VALUE.toLong()).toInt()

    private companion object {
        const val BUDGET_MILLIS = 300L
    }
}
