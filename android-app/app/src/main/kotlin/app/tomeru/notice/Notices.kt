// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.content.Context
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier

/** What is shown about a call. */
class Notices(private val context: Context) {
    /** While it rings: on the main thread, at once. */
    fun atOnce(record: CallRecord) {
        if (record.outgoing || (record.action != Action.WARN && !record.rehearsal)) return
        WarnedCall.begin(context, record)
    }

    /** Whether the person would see a notice about a stopped call. */
    fun tellOfStoppedCalls(): Boolean = StoppedNotice(context).canBeShown()

    /** How an international call would be warned of now, were the phone [locked] or not; what of it may be claimed. */
    fun plan(locked: Boolean): WarnPlan = WarnPlan.of(Surroundings(context).now(record = null).copy(locked = locked))

    /**
     * Telecom says that the call with [number] is over: what was shown while it rang goes at once. On the main
     * thread.
     */
    fun ended(number: String?) = WarnedCall.ended(number)

    /**
     * Of a test call: as of a real one, but marked, and without what would change the settings. Not on the main
     * thread.
     */
    fun test(record: CallRecord) = when (record.action) {
        Action.WARN -> RingWarning(context).showTest(record)

        Action.REJECT, Action.SILENCE -> StoppedNotice(context).showTest(record)

        // A call that rings has no notice.
        Action.ALLOW -> Unit
    }

    /** Once it is written down: not on the main thread. */
    fun afterwards(record: CallRecord) {
        if (record.outgoing) return
        Barrier.run(Fault.NOTICE_FAILED) {
            if (record.action == Action.REJECT) StoppedNotice(context).show(record)
            if (record.action == Action.SILENCE) StoppedNotice(context).showSilenced(record)
        }
    }
}
