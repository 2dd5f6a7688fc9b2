// SPDX-License-Identifier: Apache-2.0
package app.tomeru.outgoing

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import android.net.Uri
import android.os.DeadObjectException
import android.os.IBinder
import android.os.Looper
import android.telecom.CallRedirectionService
import app.tomeru.call.Question
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.fault.FaultLog
import app.tomeru.platform.systemService
import app.tomeru.support.Budgets
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import app.tomeru.support.test
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.lang.reflect.Proxy

/** Telecom asks the real service through its real binder. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36], qualifiers = "ja-rJP")
class RedirectionServiceTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)
    private val service = Robolectric.setupService(RedirectionService::class.java)
    private var binder: IBinder = checkNotNull(service.onBind(Intent(CallRedirectionService.SERVICE_INTERFACE)))
    private val manager = app.systemService<NotificationManager>()

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
    }

    /** Whether Telecom is dead when the service answers. */
    private var isTelecomDead = false

    /** What the service answers about a call to [number]; it must answer once. */
    private fun place(number: String): String {
        val answers = mutableListOf<String>()
        val adapterType = Class.forName("com.android.internal.telecom.ICallRedirectionAdapter")
        val adapter = Proxy.newProxyInstance(adapterType.classLoader, arrayOf(adapterType)) { _, method, _ ->
            if (method.name != "asBinder") answers += method.name
            if (isTelecomDead && method.name != "asBinder") throw DeadObjectException()
            null
        }
        val placeCall = binder.javaClass.methods.single { it.name == "placeCall" }
        placeCall.isAccessible = true
        placeCall.invoke(binder, adapter, Uri.fromParts("tel", number, null), null, true)
        shadowOf(Looper.getMainLooper()).idle()
        phone.settle()
        return answers.single()
    }

    private fun notice(): Notification? = shadowOf(manager).getNotification(OutgoingNotice.ID)

    @Test
    fun `every call ends as its row says`() {
        for ((name, number, network, contact, policy, action) in Vectors.read("outgoing.tsv").map(::Row)) {
            phone.place(listOf("JP"), network)
            FakeContacts.install()
            if (contact == "yes") FakeContacts.add(number)
            if (contact == "unknown") FakeContacts.fault = FakeContacts.Fault.THROWS
            Chosen.policy(app, policy)
            assertEquals(name, if (action == "reject") "cancelCall" else "placeCallUnmodified", place(number))
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
        assertEquals("cancelCall", place("+639171234567"))
        val notice = checkNotNull(notice())
        assertEquals("国際電話をかけるのを止めました", notice.extras.getString(Notification.EXTRA_TITLE))
        val anyway = notice.actions.single { it.title == "それでもかける" }
        val intent = shadowOf(anyway.actionIntent).savedIntent
        Robolectric.buildActivity(CallAnywayActivity::class.java, intent).create()
        val opened = shadowOf(app).nextStartedActivity
        assertEquals(Intent.ACTION_DIAL, opened.action)
        assertEquals("+639171234567", opened.data?.schemeSpecificPart)
        assertEquals("exactly that number", "cancelCall", place("+639171234568"))
        phone.at(Phone.NOW + 59_000)
        assertEquals("placeCallUnmodified", place("010639171234567"))
        phone.at(Phone.NOW + 61_000)
        assertEquals("cancelCall", place("+639171234567"))
    }

    @Test
    fun `a call that was stopped is recorded, and makes nobody known`() {
        place("+639171234567")
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
            assertEquals("placeCallUnmodified", place("+639171234567"))
            assertEquals(listOf(Fault.OUTGOING_FAILED), FaultLog(app).unseen().map { it.fault })
        }
    }

    @Test
    fun `a core that hangs does not keep a call waiting`() {
        app.test.decide = { Budgets.hang() }
        assertEquals("placeCallUnmodified", place("+639171234567"))
        assertTrue("${Budgets.reached}", Budgets.reached.single() < TELECOM_WAITS_MILLIS)
    }

    @Test
    fun `a service that was killed answers the next call, and remembers what may pass`() {
        assertEquals("cancelCall", place("+639171234567"))
        OutgoingPass(app).start("+639171234567")
        service.onUnbind(Intent(CallRedirectionService.SERVICE_INTERFACE))
        val reborn = Robolectric.setupService(RedirectionService::class.java)
        binder = checkNotNull(reborn.onBind(Intent(CallRedirectionService.SERVICE_INTERFACE)))
        assertEquals("placeCallUnmodified", place("+639171234567"))
        assertEquals("cancelCall", place("+442079460018"))
    }

    @Test
    fun `a Telecom that died meanwhile harms nothing`() {
        isTelecomDead = true
        assertEquals("placeCallUnmodified", place("0312345678"))
        assertEquals("cancelCall", place("+639171234567"))
        assertEquals("no call, no notice", null, notice())
    }

    @Test
    fun `who would not see why is not stopped`() {
        shadowOf(manager).setNotificationsEnabled(false)
        assertEquals("placeCallUnmodified", place("+639171234567"))
        shadowOf(manager).setNotificationsEnabled(true)
        assertEquals("cancelCall", place("+639171234567"))
        // The person switches the channel off in the phone's settings.
        manager.getNotificationChannel("outgoing").importance = NotificationManager.IMPORTANCE_NONE
        assertEquals("placeCallUnmodified", place("+639171234567"))
    }

    @Test
    fun `whose contacts cannot be asked is not stopped`() {
        FakeContacts.fault = FakeContacts.Fault.HANGS
        assertEquals("slow", "placeCallUnmodified", place("+639171234567"))
        FakeContacts.fault = null
        phone.unlocked(false)
        assertEquals("before the first unlock", "placeCallUnmodified", place("+639171234567"))
        phone.unlocked(true)
        assertEquals("cancelCall", place("+639171234567"))
        shadowOf(app).denyPermissions(READ_CONTACTS)
        assertEquals("revoked", "placeCallUnmodified", place("+639171234567"))
        assertEquals(listOf("+639171234567"), phone.records().map { it.number })
    }

    private companion object {
        const val TELECOM_WAITS_MILLIS = 5_000L
    }
}
