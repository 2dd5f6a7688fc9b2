// SPDX-License-Identifier: Apache-2.0
package app.tomeru.play

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import app.tomeru.core.RealTime
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
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

/** How long Telecom waits for an answer; run by scripts/bench, no test. */
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
class MeasureRing {
    private val app: Application = RuntimeEnvironment.getApplication()

    @Test
    fun measure() {
        FakeContacts.install()
        repeat(CONTACTS) { FakeContacts.add("+63917${1_000_000 + it}") }
        shadowOf(app).grantPermissions(READ_CONTACTS)
        val telecom = Telecom()
        val phone = Phone(app)
        val micros = (0..CALLS).map { index ->
            val call = FakeCall("tel:%2B1844${2_980_000 + index}", id = "TC@$index")
            telecom.send(call)
            val began = RealTime.nanos()
            assertEquals(true, telecom.answersNow().single().reject)
            ((RealTime.nanos() - began) / 1_000).also {
                // No more calls wait to be recorded than the recorder keeps, however slow the disk is.
                if (index % BATCH == 0) phone.settle()
            }
        }
        val later = micros.drop(1).sorted()
        File(Vectors.root, "target/ring.txt").writeText("${micros.first()}\t${later[CALLS / 2]}\t${later.last()}\n")
        assertEquals(CALLS + 1, phone.records().size)
    }

    private companion object {
        const val CALLS = 1_000
        const val CONTACTS = 200
        const val BATCH = 100
    }
}
