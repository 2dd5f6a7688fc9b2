// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.os.Build
import android.telecom.Call
import android.telecom.TelecomManager
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.Action
import app.tomeru.core.ListChoice
import app.tomeru.core.ListSource
import app.tomeru.core.SettingsException
import app.tomeru.core.importList
import app.tomeru.settings.SettingsFolder
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/**
 * The rows that the Rust test `situations` reads, brought about on the phone: contacts in the provider, calls made
 * earlier, SIMs, settings and lists; then the call comes through the real binder, and what is recorded must be the row.
 */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 35, 36])
class SituationsTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)
    private val folder get() = SettingsFolder.of(app)

    private class Row(fields: List<String>) {
        private val field = fields.iterator()
        val name = field.next()
        val number = field.next().takeIf { it != "-" }
        val presentation = PRESENTATIONS.getValue(field.next())
        val outgoing = field.next() == "out"
        val sims = field.next().split(',')
        val network = field.next()
        val contact = field.next()
        val dialled = field.next()
        val emergency = field.next()
        val verification = field.next()
        val policy = field.next()
        val listed = field.next()
        val action = field.next()
        val reason = field.next()
    }

    @Before
    fun setUp() = shadowOf(app).grantPermissions(READ_CONTACTS)

    @Test
    fun `every situation ends as its row says`() {
        val rows = Vectors.read("situations.tsv").map(::Row)
        assertTrue("${rows.size} rows", rows.size >= 150)
        val played = rows.filter(::isPossibleHere)
        val wrong = played.mapNotNull(::play)
        assertEquals("${wrong.size} of ${played.size}", "", wrong.joinToString("\n"))
        val left = rows.size - played.size
        assertTrue(
            "$left rows left out",
            left <= if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R) MAX_LEFT_OUT else 0,
        )
    }

    /** Android 10 knows no verification. */
    private fun isPossibleHere(row: Row) = row.verification == "-" || Build.VERSION.SDK_INT >= Build.VERSION_CODES.R

    private fun play(row: Row): String? {
        phone.forget()
        FakeContacts.install()
        Chosen.policy(app, """{"preset":"stop"}""")
        phone.place(row.sims, row.network)
        if (row.emergency != "-") dialEarlier("119", row.emergency)
        if (row.dialled !in setOf("-", "unknown")) dialEarlier(checkNotNull(row.number), row.dialled)
        if (row.contact == "yes") FakeContacts.add(checkNotNull(row.number))
        Chosen.policy(app, row.policy)
        if (row.listed != "-" && !importNumber(row)) {
            // Only a list of an earlier version has the police; the core plays those rows.
            return "${row.name}: was not taken into the list".takeIf { !row.name.startsWith("police: a list") }
        }
        if (row.dialled == "unknown") phone.breakRecords()
        if (row.contact == "unknown") FakeContacts.fault = FakeContacts.Fault.THROWS
        val response = telecom.screen(call(row))
        phone.mendRecords()
        val told = listOf(outcome(response.reject, response.silence), phone.lastRecord().reason.name.lowercase())
        val action = if (row.action == "warn") "allow" else row.action
        val recorded = phone.lastRecord().action.name.lowercase()
        return "${row.name}: wanted ${row.action} ${row.reason}, told $told, recorded $recorded"
            .takeIf { told != listOf(action, row.reason) || recorded != row.action }
    }

    private fun outcome(reject: Boolean, silence: Boolean) = when {
        reject -> "reject"
        silence -> "silence"
        else -> "allow"
    }

    private fun call(row: Row) = FakeCall(
        row.number?.let { if (row.presentation == TelecomManager.PRESENTATION_ALLOWED) phone.handle(it) else null },
        row.presentation,
        if (row.outgoing) Call.Details.DIRECTION_OUTGOING else Call.Details.DIRECTION_INCOMING,
        verification = VERIFICATIONS.indexOf(row.verification),
    )

    private fun dialEarlier(number: String, ago: String) {
        val millis = ago.dropLast(1).toLong() * UNITS.getValue(ago.last())
        phone.at(NOW - millis)
        telecom.screen(FakeCall(phone.handle(number), direction = Call.Details.DIRECTION_OUTGOING))
        phone.at(NOW)
    }

    /** Whether the number was taken into the list; those of the police are left out. */
    private fun importNumber(row: Row): Boolean {
        val file = kotlin.io.path.createTempFile().toFile()
        file.writeText(row.number + "\n")
        val action = Action.entries.single { it.name.lowercase() == row.listed }
        return try {
            val source = ListSource(file.path, PhonePlaces(app).now().home)
            importList(folder.path, source, ListChoice("list", action), NOW / 1_000)
            true
        } catch (_: SettingsException.Refused) {
            false
        } finally {
            file.delete()
        }
    }

    private companion object {
        const val NOW = Phone.NOW
        const val MAX_LEFT_OUT = 20
        val VERIFICATIONS = listOf("-", "passed", "failed")
        val UNITS = mapOf('m' to 60_000L, 'h' to 3_600_000L, 'd' to 86_400_000L)
        val PRESENTATIONS = mapOf(
            "shown" to TelecomManager.PRESENTATION_ALLOWED,
            "hidden" to TelecomManager.PRESENTATION_RESTRICTED,
            "unknown" to TelecomManager.PRESENTATION_UNKNOWN,
            "payphone" to TelecomManager.PRESENTATION_PAYPHONE,
        )
    }
}
