// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ring

import android.content.Context
import app.tomeru.call.Circumstances
import app.tomeru.call.ScreenedCall
import app.tomeru.core.Answer
import app.tomeru.core.RingCore
import app.tomeru.fault.Deadline
import app.tomeru.platform.Clock
import app.tomeru.settings.SettingsFolder

/** From Android's call to the core's answer. */
class RingPath(private val context: Context) {
    /** The core's answer, and what was known. */
    data class Decision(val answer: Answer, val circumstances: Circumstances)

    /** What the native function is asked. */
    internal data class Question(
        val number: String?,
        val settings: String,
        val presentation: Int,
        val direction: Int,
        val flags: Int,
        val places: Long,
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
                call.handle?.toString(),
                SettingsFolder.of(context).path,
                call.presentation,
                call.direction,
                circumstances.flags or (if (call.guarded) RingCore.GUARD else 0),
                circumstances.places.packed,
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
     * @throws app.tomeru.fault.Deadline.Missed if it takes longer than Telecom can be kept waiting
     */
    fun decideInTime(call: ScreenedCall): Decision = Deadline.within(DEADLINE_MILLIS) { decide(call) }

    internal companion object {
        /** Telecom waits 5 s, process start included (AOSP, `CallFilteringGraph`, `CallRedirectionProcessor`). */
        private const val DEADLINE_MILLIS = 2_000L

        /** The native function; tests put faults in its place. */
        internal var core: (Question) -> Long = ::native

        internal fun native(question: Question): Long = with(question) {
            RingCore.decide(
                number,
                settings,
                presentation,
                direction,
                flags,
                places,
                now,
                sinceDialled,
                sinceEmergency,
            )
        }
    }
}
