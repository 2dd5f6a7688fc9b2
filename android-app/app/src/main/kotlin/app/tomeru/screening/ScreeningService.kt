// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import app.tomeru.call.CallRecord
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.notice.Notices
import app.tomeru.notice.Rehearsal
import app.tomeru.ring.CallScreener
import app.tomeru.widget.StateWidget

/** What Telecom binds to: answers about each call, and shows the person what happened. */
class ScreeningService : CallScreener() {
    override fun told(record: CallRecord) = Rehearsal(applicationContext).told(record)

    override fun tellsOfStoppedCalls() = Notices(applicationContext).tellOfStoppedCalls()

    override fun onAnswered(record: CallRecord) = Notices(applicationContext).atOnce(record)

    override fun onRecorded(record: CallRecord) {
        Notices(applicationContext).afterwards(record)
        if (record.outgoing) return
        Barrier.run(Fault.WIDGET_FAILED) { StateWidget.refresh(applicationContext, unlocked = record.unlocked) }
    }
}
