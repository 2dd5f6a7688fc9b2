// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.os.UserManager
import app.tomeru.core.Preset
import app.tomeru.record.CallStore
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.test
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowAppWidgetManager
import org.robolectric.shadows.ShadowUserManager
import java.util.concurrent.atomic.AtomicInteger

/** Whether the phone is unlocked is asked once a call, and what was answered then counts to the end. */
@RunWith(TomeruRunner::class)
// The suite's own double of the widgets asks, too.
@Config(sdk = [29, 35], shadows = [UnlockedTest.Counted::class, ShadowAppWidgetManager::class])
class UnlockedTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)
    private val foreign = FakeCall("tel:%2B18442980122")

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
        phone.unlocked(true)
        Counted.asked.set(0)
    }

    @Test
    fun `it is asked once, contacts, records and notices included`() {
        assertTrue(telecom.screen(foreign).reject)
        Wait.idle()
        assertEquals(1, CallStore.of(app).count())
        assertEquals(1, Counted.asked.get())
    }

    @Test
    fun `a call that nothing was found out about before the unlock waits in the pending file`() {
        phone.unlocked(false)
        app.test.decide = { error("the decision fails") }
        Chosen.preset(app, Preset.STOP)
        assertTrue(telecom.screen(foreign).rings)
        phone.settle()
        assertEquals(0, CallStore.of(app).count())
        assertEquals(false, CallStore.pending(app).newest(1).single().unlocked)
    }

    /** Counts how often it is asked. */
    @Implements(UserManager::class)
    class Counted : ShadowUserManager() {
        @Implementation
        override fun isUserUnlocked(): Boolean {
            asked.incrementAndGet()
            return super.isUserUnlocked()
        }

        companion object {
            /** How often it was. */
            val asked = AtomicInteger()
        }
    }
}
