// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.telecom.TelecomManager
import app.tomeru.call.Question
import app.tomeru.core.Fault
import app.tomeru.core.Preset
import app.tomeru.core.RingCore
import app.tomeru.fault.FaultLog
import app.tomeru.support.Budgets
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.test
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** Every fault ends in exactly one answer, lets the call ring, and is remembered for the home screen. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36])
class FaultTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val foreign = FakeCall("tel:%2B18442980122")

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
    }

    private fun assertRingsWith(fault: Fault) {
        assertTrue(telecom.screen(foreign).rings)
        assertEquals(fault, FaultLog(app).unseen().singleOrNull()?.fault)
        app.test.decide = Question::ask
        assertTrue("the next call is screened again", telecom.screen(foreign).reject)
    }

    @Test
    fun `the library cannot be loaded`() {
        app.test.decide = { throw UnsatisfiedLinkError("no tomeru in java.library.path") }
        assertRingsWith(Fault.CORE_UNAVAILABLE)
    }

    @Test
    fun `the library could not be loaded before`() {
        app.test.decide = { throw NoClassDefFoundError("Could not initialize class RingCore") }
        assertRingsWith(Fault.CORE_UNAVAILABLE)
    }

    @Test
    fun `the core panics`() {
        app.test.decide = { it.ask(RingCore.SELF_TEST_PANIC) }
        assertRingsWith(Fault.CORE_FAILED)
    }

    @Test
    fun `the core gives no answer that makes sense`() {
        for (nonsense in longArrayOf(0, -1, Long.MAX_VALUE, 1L shl 47 or 0xf)) {
            app.test.decide = { nonsense }
            assertRingsWith(Fault.CORE_FAILED)
        }
    }

    @Test
    fun `the core hangs past the deadline`() {
        app.test.decide = { Budgets.hang() }
        assertRingsWith(Fault.DEADLINE)
    }

    @Test
    fun `memory runs out, or the app throws`() {
        for (thrown in listOf(OutOfMemoryError(), StackOverflowError(), SecurityException(), Exception())) {
            app.test.decide = { throw thrown }
            assertRingsWith(Fault.APP_FAILED)
        }
    }

    @Test
    fun `help that was called while the core could not tell may call back`() {
        Chosen.policy(app, """{"preset":"stop","own_actions":[{"kind":"hidden_restricted","action":"reject"}]}""")
        val hidden = FakeCall(null, TelecomManager.PRESENTATION_RESTRICTED)
        assertTrue(telecom.screen(hidden).reject)
        app.test.decide = { throw OutOfMemoryError() }
        telecom.screen(FakeCall.to("0312345678"))
        app.test.decide = Question::ask
        assertTrue("no help", telecom.screen(hidden).reject)
        app.test.decide = { throw OutOfMemoryError() }
        telecom.screen(FakeCall.to("112"))
        app.test.decide = Question::ask
        assertTrue(telecom.screen(hidden).rings)
    }

    @Test
    fun `odd handles are judged or ring, without a fault`() {
        val handles = listOf(
            null,
            "",
            "tel:",
            "sip:someone@example.com",
            "voicemail:",
            "content://something/else",
            "tel:\uD800%00",
        )
        for (handle in handles) {
            assertTrue(handle?.take(30), telecom.screen(FakeCall(handle)).rings)
        }
        val numbers = listOf(
            // Without a scheme it is still the number of a call from abroad that lost its plus.
            "18442980122",
            "sip:+18442980122@example.com",
            // More digits than any number has.
            "tel:" + "1".repeat(10_000),
            "tel:%2B" + "1844".repeat(2_500),
        )
        for (handle in numbers) {
            assertTrue(handle.take(30), telecom.screen(FakeCall(handle)).reject)
        }
        assertTrue(FaultLog(app).unseen().isEmpty())
    }
}
