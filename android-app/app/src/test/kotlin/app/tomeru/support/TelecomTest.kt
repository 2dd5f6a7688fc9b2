// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.app.NotificationManager
import android.os.Build
import android.provider.Settings
import android.telecom.DisconnectCause
import android.telecom.TelecomManager
import app.tomeru.call.Question
import app.tomeru.core.Action
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Preset
import app.tomeru.platform.systemService
import app.tomeru.ui.aftercall.AfterCall
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** The double of Telecom, the roles and the app's process does what each [TelecomRule] says. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36])
class TelecomTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom(guards = true)
    private val phone = Phone(app)
    private val screener = Roles(app)
    private val notices = shadowOf(app.systemService<NotificationManager>())
    private val process = ProcessRules(app, telecom, phone)
    private val foreign = FakeCall("tel:%2B18442980122")
    private val domestic = FakeCall("tel:0312345678")
    private val abroad = "+639171234567"

    @Before
    fun setUp() = begin()

    /** As a phone that was just set up. */
    private fun begin() {
        phone.place(listOf("JP"), "JP")
        phone.at(Phone.NOW)
        phone.forget()
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
        notices.setNotificationsEnabled(true)
        telecom.forget()
        TelecomRule.taken()
    }

    @After
    fun repair() {
        app.test.decide = Question::ask
    }

    @Test
    fun `each rule of this Android is brought about, and seen`() {
        val here = TelecomRule.entries.filter { it.isHere }
        assertEquals(COUNTS[Build.VERSION.SDK_INT], here.size)
        for (rule in here) {
            begin()
            try {
                show(rule)
            } catch (e: AssertionError) {
                throw AssertionError("$rule: ${e.message}", e)
            }
            assertTrue("$rule was not brought about", rule in TelecomRule.taken())
        }
        assertTrue("each has its source", TelecomRule.entries.all { it.source.length > 8 })
    }

    private fun show(rule: TelecomRule) = when (rule) {
        TelecomRule.ROLE_HOLDER_ASKED -> asksTheHolder()
        TelecomRule.HIDDEN_ASKED -> assertTrue(isAsked(FakeCall(null, TelecomManager.PRESENTATION_RESTRICTED)))
        TelecomRule.SELF_MANAGED_SKIPPED -> assertFalse(isAsked(foreign.copy(selfManaged = true)))
        TelecomRule.CALLBACK_MODE_SKIPPED -> assertFalse(isAsked(foreign.copy(callbackMode = true)))
        TelecomRule.EMERGENCY_SKIPPED -> skipsEmergencies()
        TelecomRule.CONTACT_ASKED -> assertTrue(isContactAsked(mayRead = false))
        TelecomRule.CONTACT_OF_CARRIER_SKIPPED -> skipsContactsOfCarrier()
        TelecomRule.CONTACT_SKIPPED -> skipsContacts()
        TelecomRule.CONTACT_BY_SUFFIX -> findsContactsBySuffix()
        TelecomRule.CONTACTS_LOCKED -> findsNobodyWhileLocked()
        TelecomRule.OUTGOING_SHOWN -> showsOwnCalls()
        TelecomRule.OUTGOING_CONTACT_HIDDEN -> assertFalse(isOwnContactShown(mayRead = true))
        TelecomRule.OUTGOING_CONTACT_SHOWN -> showsOwnCallsToContacts()
        TelecomRule.OUTGOING_BESIDE_GUARD, TelecomRule.OUTGOING_ANSWER_IGNORED -> tellsBoth()
        TelecomRule.GUARD_SKIPS_EMERGENCY -> asksNoGuardInNeed()
        TelecomRule.GUARD_SEES_E164 -> formatsNumbers()
        TelecomRule.GUARD_SILENT_CANCELS -> cancelsWhereNobodyAnswers()
        TelecomRule.GUARD_DEAD_PLACES -> assertTrue(telecom.placesAtLast(abroad) { telecom.process.kill() })
        TelecomRule.SILENT_RINGS -> ringsWhereNobodyAnswers()
        TelecomRule.FOREIGN_ANSWER_LOST -> losesForeignAnswers()
        TelecomRule.REJECT_LOGGED, TelecomRule.REJECT_TOLD -> tellsOfRejectedCalls()
        TelecomRule.SILENCE_TOLD -> tellsOfSilencedCalls()
        TelecomRule.POST_CALL_SENT -> sendsPostCall()
        TelecomRule.POST_CALL_KEPT -> keepsPostCall()
        TelecomRule.UNBOUND -> process.unbinds()
        TelecomRule.OWN_CALL_STAYS_BOUND, TelecomRule.OWN_CALL_UNBOUND -> process.unbindsAfterOwnCalls()
        TelecomRule.FROZEN -> process.freezes()
        TelecomRule.WINDOW_KEEPS_AWAKE -> process.doesNotFreezeWindows()
        TelecomRule.ROLE_GRANTS_OVERLAY -> assertTrue(process.withTheRole { Settings.canDrawOverlays(app) })
        TelecomRule.ROLE_GRANTS_NOTICES -> assertTrue(process.withTheRole { process.mayPost() })
        TelecomRule.ROLE_GRANTS_NOTHING -> assertFalse(process.withTheRole { Settings.canDrawOverlays(app) })
        TelecomRule.ROLE_TAKES_BACK -> process.takesBack()
        TelecomRule.ROLE_KILLS -> process.kills()
    }

    private fun isAsked(call: FakeCall) = telecom.screen(call).asked

    private fun mayRead(may: Boolean) = shadowOf(app).run {
        if (may) grantPermissions(READ_CONTACTS) else denyPermissions(READ_CONTACTS)
    }

    private fun asksTheHolder() {
        assertTrue(isAsked(foreign))
        screener.lose()
        assertFalse(isAsked(foreign))
        screener.hold()
    }

    private fun skipsEmergencies() {
        assertFalse(isAsked(foreign.copy(networkEmergency = true)))
        telecom.emergencyMessages = true
        assertFalse(isAsked(foreign))
        telecom.emergencyMessages = false
    }

    private fun isContactAsked(mayRead: Boolean): Boolean {
        FakeContacts.add("+18442980122")
        mayRead(mayRead)
        return isAsked(foreign)
    }

    private fun skipsContactsOfCarrier() {
        telecom.carrierScreens = true
        assertFalse(isContactAsked(mayRead = true))
        telecom.carrierScreens = false
    }

    private fun skipsContacts() {
        assertTrue(isContactAsked(mayRead = true))
        assertFalse(isContactAsked(mayRead = false))
        assertTrue("a stranger", isAsked(FakeCall("tel:%2B18442980123")))
    }

    private fun findsContactsBySuffix() {
        FakeContacts.add("090-1234-5678")
        mayRead(false)
        val isAskedAboutContacts = Build.VERSION.SDK_INT < Build.VERSION_CODES.R
        for (match in FakeContacts.Match.entries) {
            FakeContacts.match = match
            for (alike in listOf("+819012345678", "+180009012345678")) {
                assertEquals("$match, $alike", isAskedAboutContacts, isAsked(FakeCall(phone.handle(alike))))
            }
        }
    }

    private fun findsNobodyWhileLocked() {
        phone.unlocked(false)
        assertTrue(isContactAsked(mayRead = false))
        phone.unlocked(true)
    }

    private fun isShown(call: FakeCall): Boolean {
        telecom.send(call)
        return telecom.answers().isNotEmpty()
    }

    private fun showsOwnCalls() {
        assertTrue(isShown(FakeCall.to("0312345678")))
        assertTrue(isShown(FakeCall.to("110")))
        assertFalse(isShown(FakeCall.to("someone@example.com", "sip")))
    }

    private fun isOwnContactShown(mayRead: Boolean): Boolean {
        FakeContacts.add(abroad)
        mayRead(mayRead)
        return isShown(FakeCall.to(abroad))
    }

    private fun showsOwnCallsToContacts() {
        assertTrue(isOwnContactShown(mayRead = true))
        assertFalse(isOwnContactShown(mayRead = false))
    }

    private fun tellsBoth() {
        for (order in Telecom.Order.entries) {
            val told = java.util.Collections.synchronizedList(mutableListOf<Boolean>())
            app.test.decide = { question -> question.ask().also { told += question.call.guarded } }
            telecom.order = order
            assertFalse("$order: only the guard's answer counts", telecom.places(abroad))
            val guardFirst = order == Telecom.Order.GUARD_FIRST || order == Telecom.Order.GUARD_LONG_BEFORE
            assertEquals("$order", listOf(guardFirst, !guardFirst), told)
        }
        telecom.order = Telecom.Order.SCREENING_FIRST
        app.test.decide = Question::ask
    }

    private fun asksNoGuardInNeed() {
        app.test.decide = { question -> question.ask().also { check(!question.call.guarded) } }
        assertTrue(telecom.places("119"))
        assertTrue(telecom.places(FakeCall.to("", "voicemail")))
        app.test.decide = Question::ask
    }

    private fun formatsNumbers() {
        for ((dialled, seen) in mapOf(
            "010639171234567,,1" to "+639171234567",
            "09012345678" to "+819012345678",
            "03-1234-5678" to "+81312345678",
            "+63 917 1234567;9" to "+639171234567",
            "1860312345678" to "1860312345678",
        )) {
            assertEquals(seen, TelecomWire.e164(dialled, "jp"))
        }
        assertEquals("0917123456", TelecomWire.e164("0917123456", "ph"))
        assertFalse(telecom.places("010639171234567,,1"))
    }

    private fun cancelsWhereNobodyAnswers() {
        telecom.isStuck = true
        assertFalse(telecom.placesAtLast("0312345678"))
        telecom.isStuck = false
        telecom.answers()
    }

    private fun ringsWhereNobodyAnswers() {
        telecom.isStuck = true
        telecom.send(foreign)
        assertEquals(listOf(foreign), telecom.waited())
        telecom.isStuck = false
        telecom.answers()
    }

    private fun losesForeignAnswers() {
        telecom.answered(foreign, Response("TC@2", disallow = true, reject = true))
        assertEquals("nothing came of it", 0, telecom.blocked.size + telecom.answers().size)
    }

    private fun tellsOfRejectedCalls() {
        for (notice in listOf(true, false)) {
            telecom.missed.clear()
            telecom.answered(foreign, Response(foreign.id, disallow = true, reject = true, notice = notice))
            assertEquals(if (notice) listOf(foreign) else emptyList(), telecom.missed)
        }
        assertEquals(listOf(foreign, foreign), telecom.blocked)
        telecom.answers()
    }

    private fun tellsOfSilencedCalls() {
        Chosen.preset(app, Preset.STOP) { it.copy(ownActions = listOf(OwnAction(Kind.INTERNATIONAL, Action.SILENCE))) }
        assertTrue(telecom.screen(foreign).silence)
        telecom.end(foreign, DisconnectCause.MISSED)
        assertEquals(listOf(foreign), telecom.missed)
    }

    private fun sendsPostCall() {
        telecom.screen(domestic)
        val sent = telecom.end(domestic, DisconnectCause.MISSED)
        assertEquals("0312345678", AfterCall.number(checkNotNull(sent)))
        val skipped = foreign.copy(selfManaged = true)
        telecom.screen(skipped)
        assertNotNull("not asked about", telecom.end(skipped))
        val own = FakeCall.to("0312345678")
        assertTrue(telecom.places(own))
        assertNotNull(telecom.end(own))
    }

    private fun keepsPostCall() {
        assertTrue(telecom.screen(foreign).reject)
        assertNull(telecom.end(foreign))
        for (number in listOf("119", abroad)) {
            telecom.places(number)
            assertNull(number, telecom.end(FakeCall.to(number)))
        }
    }

    private companion object {
        /** How many rules there are, by version: one that is taken away is missed. */
        val COUNTS = mapOf(29 to 24, 30 to 27, 33 to 30, 34 to 31, 35 to 31, 36 to 31)
    }
}
