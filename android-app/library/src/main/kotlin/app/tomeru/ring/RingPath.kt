// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ring

import android.content.Context
import app.tomeru.call.Circumstances
import app.tomeru.call.Question
import app.tomeru.call.ScreenedCall
import app.tomeru.circumstances.CircumstancesReader
import app.tomeru.core.Answer
import app.tomeru.fault.Deadline
import app.tomeru.platform.Platform
import app.tomeru.platform.clock
import app.tomeru.settings.SettingsFolder

/** From Android's call to the core's answer. */
class RingPath(private val context: Context) {
    /** The core's answer, and what was known. */
    data class Decision(val answer: Answer, val circumstances: Circumstances)

    /**
     * Decides about [call]: gathers the circumstances, asks the core.
     *
     * @throws LinkageError if the library cannot be loaded
     */
    fun decide(call: ScreenedCall): Decision {
        val circumstances = CircumstancesReader(context).read(call)
        val platform = Platform.of(context)
        val question = Question(call, circumstances, SettingsFolder.of(context).path, platform.clock.seconds)
        return Decision(Answer.unpack(platform.decide(question)), circumstances)
    }

    /**
     * The same as [decide], on a thread of its own.
     *
     * @throws app.tomeru.fault.Deadline.Missed if it takes longer than Telecom can be kept waiting
     */
    @Throws(Deadline.Missed::class)
    fun decideInTime(call: ScreenedCall): Decision =
        Deadline.within(context.clock, DEADLINE_MILLIS) { decide(call) }

    private companion object {
        /** Telecom waits 5 s, process start included (AOSP, `IncomingCallFilterGraph`, `CallRedirectionProcessor`). */
        const val DEADLINE_MILLIS = 2_000L
    }
}
