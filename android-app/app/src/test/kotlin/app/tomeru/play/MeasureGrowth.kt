// SPDX-License-Identifier: Apache-2.0
package app.tomeru.play

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import app.tomeru.core.Action
import app.tomeru.core.RealTime
import app.tomeru.record.CallStore
import app.tomeru.record.RecordFilter
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.ManyCalls
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File

/**
 * How the work grows with the records: run by scripts/bench, no test. Contacts are Android's to look up, by an index of its
 * own; the app reads the rows that the provider names, however many contacts there are.
 */
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
class MeasureGrowth {
    private val app: Application = RuntimeEnvironment.getApplication()

    @Test
    fun measure() {
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
        val telecom = Telecom()
        telecom.screen(FakeCall("tel:%2B18442980122"))
        val phone = Phone(app)
        phone.settle()
        val store = CallStore.of(app)
        var there = 0
        val rows = COUNTS.map { count ->
            ManyCalls.fill(store, there until count)
            there = count
            val newest = median { assertEquals(PAGE, store.newest(PAGE).size) }
            val middle = checkNotNull(store.lastFrom(ManyCalls.number(count / 2)))
            val deep = median { assertEquals(PAGE, store.newest(PAGE, middle).size) }
            // The oldest call: all of them are looked through.
            val digits = ManyCalls.number(0).removePrefix("+")
            val search = RecordFilter.of(setOf(Action.entries.first()), listOf(digits), emptyList())
            val found = median { assertEquals(1, store.newest(PAGE, filter = search).size) }
            var calls = 0
            val answer = median {
                telecom.send(FakeCall("tel:%2B1844${9_000_000 + calls}", id = "TC@$count-${calls++}"))
                assertEquals(true, telecom.answersNow().single().reject)
            }
            phone.settle()
            listOf(count.toLong(), newest, deep, found, answer).joinToString("\t")
        }
        File(Vectors.root, "target/growth-records.tsv").writeText(rows.joinToString("\n", postfix = "\n"))
    }

    /** Of [ROUNDS] rounds of [work], in microseconds. */
    private fun median(work: () -> Unit): Long = List(ROUNDS) {
        val began = RealTime.nanos()
        work()
        (RealTime.nanos() - began) / 1_000
    }.sorted()[ROUNDS / 2]

    private companion object {
        val COUNTS = listOf(1_000, 10_000, 100_000, 1_000_000)
        const val PAGE = 50
        const val ROUNDS = 21
    }
}
