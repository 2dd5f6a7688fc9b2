// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import app.tomeru.core.Action
import app.tomeru.core.Preset
import app.tomeru.core.Reason
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

/** What was wrong with answers and records on a real phone, each as Android's sources say it happens. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36])
class CallFaultsTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom(guards = true)
    private val phone = Phone(app)

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
    }

    @Test
    fun `3, a stopped call - it does not come back as the system's missed call`() {
        assertTrue(telecom.screen(FakeCall("tel:%2B18442980122")).reject)
        assertEquals(emptyList<FakeCall>(), telecom.missed)
        assertEquals("it is in the call log all the same", 1, telecom.blocked.size)
    }

    @Test
    fun `4, the guard's stopped call - it was never dialled, and is one record`() {
        for (order in Telecom.Order.entries) {
            phone.forget()
            telecom.order = order
            assertFalse(telecom.places("+639171234567"))
            val records = phone.records()
            assertEquals(
                "$order",
                listOf(Reason.OUTGOING_STOPPED to Action.REJECT),
                records.map {
                    it.reason to
                        it.action
                },
            )
            assertTrue(
                "$order: a lured number does not ring",
                telecom.screen(FakeCall(phone.handle("+639171234567"))).reject,
            )
        }
    }
}
