// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.content.Context
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.call.ScreenedCall
import app.tomeru.notice.Notices
import app.tomeru.platform.clock
import app.tomeru.ring.RingPath

/** A made-up call, decided and shown like a real one, but not recorded. */
class TestCall(private val context: Context) {
    /**
     * What its record would be.
     *
     * @throws LinkageError if the library cannot be loaded
     */
    fun decide(): CallRecord {
        val call = ScreenedCall.from(context.getString(R.string.test_number))
        val decision = RingPath(context).decide(call)
        return CallRecord.of(call, decision.answer, decision.circumstances, context.clock.millis, tookMicros = 0)
    }

    /** Decides, and shows a notice. Not for the main thread. */
    fun make(): CallRecord = decide().also(Notices(context)::test)
}
