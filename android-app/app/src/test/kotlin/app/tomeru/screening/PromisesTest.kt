// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import android.telecom.Call
import android.telecom.TelecomManager
import app.tomeru.core.Action
import app.tomeru.core.Kind
import app.tomeru.core.Preset
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** What the app's texts promise of every call, in the settings that speak against it most. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 33, 36], qualifiers = "ja-rJP")
class PromisesTest : ScreenTest() {
    private val telecom = Telecom()
    private val hidden = listOf(
        TelecomManager.PRESENTATION_RESTRICTED,
        TelecomManager.PRESENTATION_PAYPHONE,
        TelecomManager.PRESENTATION_UNKNOWN,
    )

    private fun answer(number: String) = telecom.screen(FakeCall(phone.handle(number)))

    /** Everything that can be stopped is. */
    private fun stopEverything() {
        for (kind in Kind.entries) store.setKind(kind, Action.REJECT)
        store.setCountry("GB", Action.REJECT)
        store.block("+639171234567", "")
    }

    @Test
    fun `while it is paused every call rings`() {
        stopEverything()
        store.change { it.copy(policy = it.policy.copy(paused = true)) }
        for (number in listOf(
            "0312345678",
            "+639171234567",
            "+639181234567",
            "+442079460018",
            "+18442980122",
            "+870773987654",
            "+210123456",
            "+1800335814321",
            "+1844",
            "0990123456",
        )) {
            assertTrue(number, answer(number).rings)
        }
        for (presentation in hidden) assertTrue(telecom.screen(FakeCall(null, presentation)).rings)
    }

    @Test
    fun `after an emergency call every domestic and hidden one rings`() {
        stopEverything()
        telecom.screen(FakeCall("tel:110", direction = Call.Details.DIRECTION_OUTGOING))
        for (number in listOf("0312345678", "09012345678", "+81312345678", "0120123456", "05012345678")) {
            assertTrue(number, answer(number).rings)
        }
        for (presentation in hidden) assertTrue(telecom.screen(FakeCall(null, presentation)).rings)
        assertTrue("a call from abroad does not", !answer("+639181234567").rings)
    }

    @Test
    fun `Japanese numbers and contacts are not stopped, whichever of the two presets it is`() {
        FakeContacts.add("+639171234567")
        for (preset in listOf(Preset.STOP, Preset.WARN)) {
            Chosen.preset(app, preset)
            for (number in listOf("0312345678", "+819012345678", "0120123456", "05012345678", "+639171234567")) {
                assertTrue("$preset $number", answer(number).rings)
            }
        }
        store.block("+81312345678", "")
        assertTrue("the person's own word counts", answer("0312345678").reject)
    }
}
