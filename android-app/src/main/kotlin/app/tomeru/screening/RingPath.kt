// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.content.Context
import app.tomeru.circumstances.Circumstances
import app.tomeru.circumstances.Clock
import app.tomeru.circumstances.Deadline
import app.tomeru.circumstances.ScreenedCall
import app.tomeru.core.Answer
import app.tomeru.core.Caller
import app.tomeru.core.RingCore
import app.tomeru.record.SettingsFolder

/** From Android's call to the core's answer. */
class RingPath(private val context: Context) {
    /** The core's answer, and what was known. */
    data class Decision(val answer: Answer, val circumstances: Circumstances)

    /** What the native function is asked. */
    internal data class Question(
        val caller: Caller?,
        val settings: String,
        val direction: Int,
        val flags: Int,
        val now: Long,
        val sinceDialled: Int,
        val sinceEmergency: Int,
    )

    /**
     * Decides about [call]: gathers the circumstances, asks the core.
     *
     * @throws LinkageError if the library cannot be loaded
     */
    fun decide(call: ScreenedCall): Decision {
        val circumstances = Circumstances.of(context, call)
        val packed = core(
            Question(
                circumstances.caller,
                SettingsFolder.of(context).path,
                call.direction,
                circumstances.flags or (if (call.guarded) RingCore.GUARD else 0),
                Clock.seconds,
                circumstances.sinceDialled ?: RingCore.NEVER,
                circumstances.sinceEmergency ?: RingCore.NEVER,
            ),
        )
        return Decision(Answer.unpack(packed), circumstances)
    }

    /**
     * The same, on a thread of its own.
     *
     * @throws app.tomeru.circumstances.Deadline.Missed if it takes longer than Telecom can be kept waiting
     */
    fun decideInTime(call: ScreenedCall): Decision = Deadline.within(DEADLINE_MILLIS) { decide(call) }

    internal companion object {
        /** Telecom waits 5 s, process start included (AOSP, `CallFilteringGraph`, `CallRedirectionProcessor`). */
        private const val DEADLINE_MILLIS = 2_000L

        /** The native function; tests put faults in its place. */
        internal var core: (Question) -> Long = ::native

        internal fun native(question: Question): Long = with(question) {
            RingCore.decide(caller?.bytes, settings, direction, flags, now, sinceDialled, sinceEmergency)
        }
    }
}
