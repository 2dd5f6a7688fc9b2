// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.app.NotificationManager
import android.telecom.Call
import android.telecom.TelecomManager
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.fault.FaultLog
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36])
class ScreeningServiceTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)

    @Before
    fun setUp() {
        choose(Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
    }

    private fun choose(preset: Preset) = Chosen.preset(app, preset)

    private fun notifications() =
        shadowOf(app.getSystemService(NotificationManager::class.java)).allNotifications

    @Test
    fun `an international call is rejected and stays in the call log`() {
        val response = telecom.screen(FakeCall("tel:%2B18442980122"))
        assertTrue(response.disallow)
        assertTrue(response.reject)
        assertTrue(response.inCallLog)
        assertFalse(response.silence)
        assertTrue(FaultLog(app).unseen().isEmpty())
    }

    @Test
    fun `domestic calls ring in every spelling`() {
        for (handle in listOf("tel:0312345678", "tel:%2B819012345678", "tel:+81%2090-1234-5678", "tel:110")) {
            assertTrue(handle, telecom.screen(FakeCall(handle)).rings)
        }
    }

    @Test
    fun `hidden calls ring`() {
        val presentations = listOf(
            TelecomManager.PRESENTATION_RESTRICTED,
            TelecomManager.PRESENTATION_UNKNOWN,
            TelecomManager.PRESENTATION_PAYPHONE,
            PRESENTATION_UNAVAILABLE,
        )
        for (presentation in presentations) {
            assertTrue("presentation $presentation", telecom.screen(FakeCall(null, presentation)).rings)
        }
        assertTrue(FaultLog(app).unseen().isEmpty())
    }

    @Test
    fun `an outgoing call is answered and never touched`() {
        val call = FakeCall("tel:%2B18442980122", direction = Call.Details.DIRECTION_OUTGOING)
        assertTrue(telecom.screen(call).rings)
    }

    @Test
    fun `with the warning preset an international call rings and a warning is shown`() {
        choose(Preset.WARN)
        assertTrue(telecom.screen(FakeCall("tel:%2B18442980122")).rings)
        assertEquals(1, notifications().size)
        val public = notifications().single().publicVersion
        // Without what else may look like it: objects are written with a number of their own.
        assertFalse(public.extras.toString().filter(Char::isDigit).contains("2980122"))
    }

    @Test
    fun `with the warning preset a forged number is rejected all the same`() {
        choose(Preset.WARN)
        assertTrue(telecom.screen(FakeCall("tel:%2B1800335814321")).reject)
        assertTrue(notifications().none { it.channelId == "ring_warning" })
    }

    @Test
    fun `a contact is known in whatever spelling it is stored`() {
        val spellings = mapOf(
            "+819012345678" to listOf("090-1234-5678", "+81 90 1234 5678", "010 81 90 1234 5678", "9012345678"),
            "+639171234567" to listOf("+63 917-123-4567", "010 63 917 123 4567", "0917 123 4567"),
            "+12025550143" to listOf("+1 (202) 555-0143", "202-555-0143"),
        )
        for ((number, stored) in spellings) {
            for (spelling in stored) {
                FakeContacts.install()
                FakeContacts.add(spelling)
                assertTrue(spelling, telecom.screen(FakeCall(phone.handle(number))).rings)
                assertEquals(spelling, Reason.CONTACT, phone.lastRecord().reason)
            }
        }
    }

    @Test
    fun `a forged number that ends as a contact does is no contact`() {
        FakeContacts.add("090-1234-5678")
        for (forged in listOf("+180009012345678", "+80009012345678", "+2150 9012345678")) {
            assertTrue(forged, telecom.screen(FakeCall(phone.handle(forged))).reject)
        }
        FakeContacts.add("+639171234567")
        assertTrue("a stranger", telecom.screen(FakeCall("tel:%2B639171234568")).reject)
    }

    @Test
    fun `two calls at once each get their own answer`() {
        telecom.send(FakeCall("tel:%2B18442980122", id = "TC@1"))
        telecom.send(FakeCall("tel:0312345678", id = "TC@2"))
        val answers = telecom.answers().associateBy { it.callId }
        assertEquals(setOf("TC@1", "TC@2"), answers.keys)
        assertTrue(answers.getValue("TC@1").reject)
        assertTrue(answers.getValue("TC@2").rings)
    }

    private companion object {
        /** `TelecomManager.PRESENTATION_UNAVAILABLE`, API 34. */
        const val PRESENTATION_UNAVAILABLE = 5
    }
}
