// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.app.NotificationManager
import android.telecom.Call
import android.telecom.TelecomManager
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.ListChoice
import app.tomeru.core.ListSource
import app.tomeru.core.Preset
import app.tomeru.core.Problem
import app.tomeru.core.Reason
import app.tomeru.core.SettingsException
import app.tomeru.core.importList
import app.tomeru.fault.FaultLog
import app.tomeru.platform.core
import app.tomeru.settings.SettingsFolder
import app.tomeru.settings.SettingsStore
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File

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
    fun `a police number rings with a warning, unless the owner knows it, dialled it or awaits help`() {
        fun rings(reason: Reason, action: Action = Action.WARN, number: String = POLICE) {
            assertTrue(telecom.screen(FakeCall(phone.handle(number))).rings)
            assertEquals(reason to action, phone.lastRecord().run { this.reason to this.action })
        }
        rings(Reason.POLICE_SHOWN)
        assertEquals("ring_warning", notifications().single().channelId)
        rings(Reason.POLICE_SHOWN, number = "+81333460110")
        rings(Reason.EMERGENCY_SHOWN, number = "110")
        FakeContacts.add("110")
        rings(Reason.EMERGENCY_SHOWN, number = "110")
        FakeContacts.add("03-3346-0110")
        rings(Reason.CONTACT, Action.ALLOW, "+81333460110")
        telecom.screen(FakeCall(phone.handle("0286210110"), direction = Call.Details.DIRECTION_OUTGOING))
        rings(Reason.DIALLED, Action.ALLOW, "0286210110")
        // Who calls back a call that was warned of may have been told to.
        telecom.screen(FakeCall(phone.handle(POLICE), direction = Call.Details.DIRECTION_OUTGOING))
        rings(Reason.POLICE_SHOWN)
        SettingsStore(app).block("+81335814321", "")
        assertTrue(telecom.screen(FakeCall(phone.handle(POLICE))).reject)
        telecom.screen(FakeCall(phone.handle("119"), direction = Call.Details.DIRECTION_OUTGOING))
        rings(Reason.EMERGENCY_WINDOW, Action.ALLOW)
        rings(Reason.EMERGENCY_WINDOW, Action.ALLOW, "110")
        assertTrue(FaultLog(app).unseen().isEmpty())
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
            "+12125550143" to listOf("+1 (212) 555-0143", "212-555-0143"),
            "+821012345678" to listOf("+82 010-1234-5678", "0082 10 1234 5678"),
            "+442079460018" to listOf("+44 (0)20 7946 0018", "+44 20 7946 0018 x12", "011 44 20 7946 0018"),
            "+639171234568" to listOf("+۶۳ ۹۱۷ ۱۲۳ ۴۵۶۸", "+٦٣٩١٧١٢٣٤٥٦٨"),
            "+5491123456789" to listOf("+54 11 2345-6789", "+54 9 11 2345-6789"),
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
    fun `a number that was dialled is known in whatever spelling`() {
        for ((dialled, caller) in listOf(
            "+82 010-1234-5678" to "+821012345678",
            "+44 (0)20 7946 0018" to "+442079460018",
            "0063 917 123 4567" to "+639171234567",
            "#31#010 1 212 555 0143" to "+12125550143",
            "+54 11 2345-6789" to "+5491123456789",
        )) {
            assertTrue(caller, telecom.screen(FakeCall(phone.handle(caller))).reject)
            phone.forget()
            telecom.screen(FakeCall(phone.handle(dialled), direction = Call.Details.DIRECTION_OUTGOING))
            phone.settle()
            assertTrue(dialled, telecom.screen(FakeCall(phone.handle(caller))).rings)
            assertEquals(dialled, Reason.DIALLED, phone.lastRecord().reason)
        }
    }

    @Test
    fun `a colleague in the work profile is a contact`() {
        FakeContacts.addAtWork("+639171234567")
        assertTrue(telecom.screen(FakeCall("tel:%2B639171234567")).rings)
        assertEquals(Reason.CONTACT, phone.lastRecord().reason)
        assertTrue("a stranger", telecom.screen(FakeCall("tel:%2B639171234568")).reject)
        FakeContacts.add("+442079460018")
        FakeContacts.workIsRefused = true
        assertTrue("the company forbids it", telecom.screen(FakeCall("tel:%2B639171234567")).reject)
        assertTrue(telecom.screen(FakeCall("tel:%2B442079460018")).rings)
    }

    @Test
    fun `no spelling that a network may show gets a number through`() {
        for (handle in SPELLINGS) {
            assertTrue(handle, telecom.screen(FakeCall(handle)).reject)
        }
        for (hidden in listOf("tel:anonymous", "tel:")) assertTrue(hidden, telecom.screen(FakeCall(hidden)).rings)
        for (odd in listOf("tel:Maria", "tel:03-1234-5678*")) {
            assertTrue(odd, telecom.screen(FakeCall(odd)).rings)
            assertEquals(odd, Action.WARN, phone.lastRecord().action)
        }
    }

    @Test
    fun `settings that cannot be read stop nothing, are told, and are left as they are`() {
        val folder = SettingsFolder.of(app)
        val file = File(folder, "settings.json")
        val whole = file.readBytes()
        listOf("settings.json", "settings.last-good.json").forEach { File(folder, it).delete() }
        // A folder in its place: it is there and cannot be read, as with too many open files.
        assertTrue(File(file, "kept").mkdirs())
        // The store of another folder takes the place of the one that knows the settings.
        app.core.loadSettings(File(folder, "other").path)
        assertTrue(telecom.screen(FakeCall("tel:%2B18442980122")).rings)
        assertEquals(Reason.SETTINGS_UNREADABLE, phone.lastRecord().reason)
        assertEquals(Action.WARN, phone.lastRecord().action)
        assertEquals(listOf(Fault.SETTINGS_UNREADABLE), FaultLog(app).unseen().map { it.fault }.distinct())
        assertThrows(SettingsException.Write::class.java) { SettingsStore(app).change { it } }
        assertTrue(File(file, "kept").exists())
        file.deleteRecursively()
        file.writeBytes(whole)
        assertTrue("not for the life of the process", telecom.screen(FakeCall("tel:%2B18442980122")).reject)
    }

    @Test
    fun `settings from before the last change stop nothing`() {
        Chosen.preset(app, Preset.STOP)
        Chosen.preset(app, Preset.WARN)
        File(SettingsFolder.of(app), "settings.json").writeText("no settings")
        // The store of another folder takes the place of the one that knows the settings.
        app.core.loadSettings(File(SettingsFolder.of(app), "other").path)
        assertEquals(Problem.LAST_GOOD, SettingsStore(app).load().problem)
        assertTrue(telecom.screen(FakeCall("tel:%2B18442980122")).rings)
        assertEquals(Reason.SETTINGS_UNREADABLE, phone.lastRecord().reason)
        assertEquals(listOf(Fault.SETTINGS_UNREADABLE), FaultLog(app).unseen().map { it.fault })
        SettingsStore(app).change { it }
        assertTrue("what the person saw and kept counts", telecom.screen(FakeCall("tel:%2B18442980122")).reject)
    }

    @Test
    fun `a list that cannot be read may have wanted less, and that is what is said`() {
        Chosen.preset(app, Preset.STOP)
        val folder = SettingsFolder.of(app)
        val numbers = File(app.cacheDir, "numbers.csv").apply { writeText("+66812345678\n") }
        val source = ListSource(numbers.path, "JP")
        importList(folder.path, source, ListChoice("list", Action.WARN), Phone.NOW / 1_000)
        val stored = File(folder, "lists").walk().filter(File::isFile).toList()
        assertTrue("$stored", stored.isNotEmpty())
        stored.forEach { it.writeText("no list") }
        assertTrue(telecom.screen(FakeCall("tel:%2B18442980122")).rings)
        assertEquals(Reason.LIST_UNREADABLE, phone.lastRecord().reason)
        assertEquals(listOf(Fault.LIST_UNREADABLE), FaultLog(app).unseen().map { it.fault })
    }

    @Test
    fun `a forged number that ends as a contact does is no contact`() {
        FakeContacts.add("090-1234-5678")
        for (forged in listOf("+180009012345678", "+80009012345678", "+2150 9012345678")) {
            assertTrue(forged, telecom.screen(FakeCall(phone.handle(forged))).reject)
        }
        FakeContacts.add("03-3581-4321")
        for (other in listOf("+19012345678", "+639012345678", "+79012345678", "+919012345678", "+84335814321")) {
            assertTrue(other, telecom.screen(FakeCall(phone.handle(other))).reject)
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
        const val POLICE = "0335814321"

        /** `TelecomManager.PRESENTATION_UNAVAILABLE`, API 34. */
        const val PRESENTATION_UNAVAILABLE = 5

        /** Each is a number from abroad, or a forged one. */
        val SPELLINGS = listOf(
            "tel:%2B18442980122*",
            "tel:%2B18442980122%23",
            "tel:+18442980122#",
            "tel:+18442980122x",
            "tel:+1844%D8%9C2980122",
            "tel:%EF%BC%8B%EF%BC%91844%C2%A02980122",
            "sip:+639171234567@x",
            "tel:+639171234567&09012345678",
            "tel:0018442980122",
            "tel:00442079460018",
            "tel:011639171234567",
            "tel:+81800335814321",
            "tel:+8100335814321",
            "tel:+5215512345678",
            "tel:0791234567;phone-context=+41",
            "tel:" + "1".repeat(33),
        )
    }
}
