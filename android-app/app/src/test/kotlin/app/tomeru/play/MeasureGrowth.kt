// SPDX-License-Identifier: Apache-2.0
package app.tomeru.play

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.net.Uri
import app.tomeru.circumstances.KnownNumbers
import app.tomeru.core.Action
import app.tomeru.core.RealTime
import app.tomeru.record.CallStore
import app.tomeru.record.RecordFilter
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.ManyCalls
import app.tomeru.support.ManyContacts
import app.tomeru.support.Phone
import app.tomeru.support.Response
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File

/** How the work grows with the records and with the contacts: run by scripts/bench, no test. */
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
class MeasureGrowth {
    private val app: Application = RuntimeEnvironment.getApplication()
    private var calls = 0
    private val telecom = Telecom()

    @Before
    fun grant() {
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
    }

    @Test
    fun records() {
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
            val answer = median { assertTrue(answered("+1844${9_000_000 + calls}").reject) }
            phone.settle()
            listOf(count.toLong(), newest, deep, found, answer).joinToString("\t")
        }
        File(Vectors.root, "target/growth-records.tsv").writeText(rows.joinToString("\n", postfix = "\n"))
    }

    @Test
    fun contacts() {
        val contacts = ManyContacts.install()
        val phone = Phone(app)
        var there = 0
        val rows = COUNTS.map { count ->
            contacts.fill(there until count)
            there = count
            val stranger = median { assertTrue(answered("+1844${9_000_000 + calls}").reject) }
            val known = median { assertFalse(answered(ManyContacts.number(count - 1 - calls % ROUNDS)).reject) }
            val all = median { assertTrue(KnownNumbers.read(app).contacts.isNotEmpty()) }
            phone.settle()
            listOf(count.toLong(), stranger, known, all).joinToString("\t")
        }
        File(Vectors.root, "target/growth-contacts.tsv").writeText(rows.joinToString("\n", postfix = "\n"))
    }

    /** What Telecom hears about a call from [number], an E.164 number. */
    private fun answered(number: String): Response {
        telecom.send(FakeCall("tel:${Uri.encode(number)}", id = "TC@${calls++}"))
        return telecom.answersNow().single()
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
