// SPDX-License-Identifier: Apache-2.0
package app.tomeru.outgoing

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import app.tomeru.call.Question
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Origin
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.fault.FaultLog
import app.tomeru.platform.systemService
import app.tomeru.record.CallStore
import app.tomeru.support.Budgets
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Posts
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import app.tomeru.support.test
import app.tomeru.support.title
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** Telecom asks both services through their real binders. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36], qualifiers = "ja-rJP", shadows = [Posts::class])
class RedirectionServiceTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom(guards = true)
    private val phone = Phone(app)
    private val manager = app.systemService<NotificationManager>()

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
    }

    private fun assertPlaced(number: String, why: String = number) = assertTrue(why, telecom.places(number))

    private fun assertStopped(number: String, why: String = number) = assertFalse(why, telecom.places(number))

    private fun notice(): Notification? =
        manager.activeNotifications.singleOrNull { it.id == OutgoingNotice.ID }?.notification

    @Test
    fun `every call ends as its row says`() {
        for ((name, number, network, contact, policy, action) in Vectors.read("outgoing.tsv").map(::Row)) {
            phone.place(listOf("JP"), network)
            FakeContacts.install()
            if (contact == "yes") FakeContacts.add(number)
            if (contact == "unknown") FakeContacts.fault = FakeContacts.Fault.THROWS
            Chosen.policy(app, policy)
            assertEquals(name, action != "reject", telecom.places(number))
        }
    }

    private data class Row(
        val name: String,
        val number: String,
        val network: String,
        val contact: String,
        val policy: String,
        val action: String,
    ) {
        constructor(row: List<String>) : this(row[0], row[1], row[2], row[3], row[4], row[5])
    }

    @Test
    fun `it says so at once, and the number may be called within a minute`() {
        assertStopped("+639171234567")
        val notice = checkNotNull(notice())
        assertEquals("かけた国際電話を止めました", notice.title())
        val anyway = notice.actions.single { it.title == "かける" }
        val intent = shadowOf(anyway.actionIntent).savedIntent
        Robolectric.buildActivity(CallAnywayActivity::class.java, intent).create()
        val opened = shadowOf(app).nextStartedActivity
        assertEquals(Intent.ACTION_DIAL, opened.action)
        assertEquals("+639171234567", opened.data?.schemeSpecificPart)
        assertStopped("+639171234568", "exactly that number")
        phone.at(Phone.NOW + 59_000)
        assertPlaced("010639171234567")
        phone.at(Phone.NOW + 61_000)
        assertStopped("+639171234567")
    }

    @Test
    fun `a call that was stopped is recorded, and makes nobody known`() {
        assertStopped("+639171234567")
        val record = phone.lastRecord()
        assertEquals(Reason.OUTGOING_STOPPED to Action.REJECT, record.reason to record.action)
        assertTrue(record.outgoing)
        assertTrue("it was not dialled", telecom.screen(FakeCall(phone.handle("+639171234567"))).reject)
    }

    @Test
    fun `any fault places the call and is remembered`() {
        for (core in listOf<(Question) -> Long>(
            { throw UnsatisfiedLinkError() },
            { error("broken") },
            { 0 },
            { it.ask((1 shl 30)) },
        )) {
            FaultLog(app).markSeen()
            app.test.decide = core
            assertPlaced("+639171234567")
            // Screening asks the same core, and says so by itself.
            assertTrue(Fault.OUTGOING_FAILED in FaultLog(app).unseen().map { it.fault })
        }
    }

    @Test
    fun `a core that hangs does not keep a call waiting`() {
        app.test.decide = { Budgets.hang() }
        assertPlaced("+639171234567")
        assertTrue("both, one after the other: ${Budgets.reached}", Budgets.reached.sum() < TELECOM_WAITS_MILLIS)
    }

    @Test
    fun `a service that was killed answers the next call, and remembers what may pass`() {
        assertStopped("+639171234567")
        OutgoingPass(app).start("+639171234567")
        telecom.process.kill()
        assertPlaced("+639171234567")
        assertStopped("+442079460018")
    }

    @Test
    fun `a Telecom that died meanwhile harms nothing`() {
        telecom.isDead = true
        assertPlaced("0312345678")
        assertStopped("+639171234567")
        assertEquals("no call, no notice", null, notice())
    }

    @Test
    fun `a call whose notice cannot be shown is placed`() {
        Posts.isBroken = true
        assertPlaced("+639171234567")
        assertEquals(listOf(Fault.NOTICE_FAILED), FaultLog(app).unseen().map { it.fault })
        assertEquals("one record, of a call that was placed", listOf(Action.ALLOW), phone.records().map { it.action })
        Posts.repair()
        assertStopped("+639171234567")
    }

    @Test
    fun `who would not see why is not stopped`() {
        shadowOf(manager).setNotificationsEnabled(false)
        assertPlaced("+639171234567")
        shadowOf(manager).setNotificationsEnabled(true)
        assertStopped("+639171234567")
        // The person switches the channel off in the phone's settings.
        manager.getNotificationChannel("outgoing").importance = NotificationManager.IMPORTANCE_NONE
        assertPlaced("+639171234567")
    }

    @Test
    fun `whose contacts cannot be asked is not stopped`() {
        FakeContacts.fault = FakeContacts.Fault.HANGS
        assertPlaced("+639171234567", "slow")
        FakeContacts.fault = null
        phone.unlocked(false)
        assertPlaced("+639171234567", "before the first unlock")
        phone.unlocked(true)
        assertStopped("+639171234567")
        shadowOf(app).denyPermissions(READ_CONTACTS)
        assertPlaced("+639171234567", "revoked")
        val actions = phone.records().map { it.action }
        assertEquals(listOf(Action.ALLOW, Action.ALLOW, Action.ALLOW, Action.REJECT), actions.sorted())
    }

    @Test
    fun `a clock that fails lets the call be placed, for one without an answer is not`() {
        val broken = { error("no clock") }
        app.test.time.set(broken, broken)
        for (order in Telecom.Order.entries) {
            telecom.order = order
            assertPlaced("+639171234567", "$order")
        }
    }

    @Test
    fun `a call that is stopped again, or anyway placed, is a record of its own`() {
        for (order in Telecom.Order.entries) {
            phone.forget()
            phone.at(Phone.NOW)
            telecom.order = order
            assertStopped("010639171234567")
            phone.at(Phone.NOW + 2_000)
            assertStopped("+639171234567")
            phone.at(Phone.NOW + 4_000)
            OutgoingPass(app).start("+639171234567")
            assertPlaced("+639171234567")
            val records = phone.records()
            assertEquals("$order", listOf(Action.ALLOW, Action.REJECT, Action.REJECT), records.map { it.action })
            assertEquals("$order", listOf(4L, 2L, 0L), records.map { (it.atMillis - Phone.NOW) / 1_000 })
            assertEquals("$order", Phone.NOW + 4_000, CallStore.of(app).dialledAt("+639171234567"))
            OutgoingPass(app).start("")
        }
    }

    @Test
    fun `what was dialled before stays dialled when the guard stops a call`() {
        for (order in Telecom.Order.entries) {
            phone.forget()
            telecom.order = order
            phone.at(Phone.NOW - 60 * 60 * 1_000)
            OutgoingPass(app).start("+639171234567")
            assertPlaced("+639171234567")
            phone.at(Phone.NOW)
            assertStopped("+639171234567")
            val before = Phone.NOW - 60 * 60 * 1_000
            assertEquals("$order", before, CallStore.of(app).dialledAt("+639171234567"))
            assertEquals("$order", false, phone.lastRecord().sinceDialled != null)
        }
    }

    @Test
    fun `an emergency call is shown, and never guarded`() {
        assertPlaced("119")
        assertEquals(Origin.EMERGENCY, phone.lastRecord().origin)
    }

    private companion object {
        const val TELECOM_WAITS_MILLIS = 5_000L
    }
}
