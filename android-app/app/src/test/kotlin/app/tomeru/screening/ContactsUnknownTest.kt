// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.os.UserManager
import app.tomeru.call.Knowledge
import app.tomeru.core.Action
import app.tomeru.core.Preset
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** Whether the caller is a contact cannot be told: someone's family may be calling from abroad. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36])
class ContactsUnknownTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)
    private val foreign = FakeCall("tel:%2B18442980122")

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
    }

    @Test
    fun `before the first unlock every call rings that may be a contact's, with a warning`() {
        shadowOf(app.getSystemService(UserManager::class.java)).setUserUnlocked(false)
        for (handle in listOf("tel:%2B18442980122", "tel:%2B870773987654", "tel:%2B1800335814321")) {
            assertTrue(handle, telecom.screen(FakeCall(handle)).rings)
            assertEquals(handle, Action.WARN, phone.lastRecord().action)
        }
    }

    @Test
    fun `before the first unlock nobody knows, permission or not`() {
        shadowOf(app).denyPermissions(READ_CONTACTS)
        shadowOf(app.getSystemService(UserManager::class.java)).setUserUnlocked(false)
        assertTrue(telecom.screen(foreign).rings)
        assertEquals(Knowledge.CANNOT_TELL, phone.lastRecord().contact)
    }

    @Test
    fun `a provider that throws, answers nothing or hangs lets it ring`() {
        for (fault in FakeContacts.Fault.entries) {
            FakeContacts.fault = fault
            assertTrue(fault.name, telecom.screen(foreign).rings)
        }
    }

    @Test
    @Config(sdk = [29])
    fun `without the permission Android 10 cannot tell`() {
        shadowOf(app).denyPermissions(READ_CONTACTS)
        assertTrue(telecom.screen(foreign).rings)
    }

    @Test
    @Config(sdk = [30, 33, 34, 35, 36])
    fun `without the permission later versions ask us about strangers only`() {
        shadowOf(app).denyPermissions(READ_CONTACTS)
        assertTrue(telecom.screen(foreign).reject)
    }
}
