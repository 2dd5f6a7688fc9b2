// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import app.tomeru.call.CallRecord
import app.tomeru.call.Circumstances
import app.tomeru.call.Places
import app.tomeru.call.ScreenedCall
import app.tomeru.core.Action
import app.tomeru.core.Answer
import app.tomeru.core.Origin
import app.tomeru.core.Reason
import app.tomeru.record.CallStore

/** More calls than anybody gets: a million of them within ten weeks, each from a number of its own. */
object ManyCalls {
    private const val CHUNK = 5_000
    private const val MOST = 1_000_000
    private const val APART_MILLIS = 6_000L

    /** The E.164 number of call [index]. */
    fun number(index: Int): String = "+1844${1_000_000 + index}"

    /** The records of calls [indices] into [store]. */
    fun fill(store: CallStore, indices: IntRange) =
        indices.chunked(CHUNK).forEach { chunk -> store.add(chunk.map(::record)) }

    private fun record(index: Int): CallRecord {
        val action = Action.entries[index % Action.entries.size]
        val region = if (index % 3 == 0) "PH" else "US"
        val answer = Answer(action, Reason.INTERNATIONAL, Origin.INTERNATIONAL, region = region)
        val circumstances = Circumstances(Places.JAPANESE, key = number(index))
        val at = Phone.NOW - (MOST - index) * APART_MILLIS
        return CallRecord.of(ScreenedCall.from(number(index)), answer, circumstances, at, tookMicros = 1)
    }
}
