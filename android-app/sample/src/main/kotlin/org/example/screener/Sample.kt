// SPDX-License-Identifier: Apache-2.0
package org.example.screener

import android.app.Application
import android.content.Context
import android.util.Log
import app.tomeru.call.CallRecord
import app.tomeru.fault.Barrier
import app.tomeru.fault.LastWords
import app.tomeru.ring.CallScreener

/** The process: faults have a place to go before the first call comes. */
class SampleApp : Application() {
    override fun attachBaseContext(base: Context) {
        super.attachBaseContext(base)
        Barrier.install(this)
        LastWords.install(this)
    }
}

/** What Telecom binds to. It rejects what the core rejects; an app for people would show them what happened. */
class SampleScreener : CallScreener() {
    /** The call has its answer. A log is no place for its number. */
    override fun onAnswered(record: CallRecord) {
        Log.i("Sample", "${record.action}: ${record.reason}")
    }
}
