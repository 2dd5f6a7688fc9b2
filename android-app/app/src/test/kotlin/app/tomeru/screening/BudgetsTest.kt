// SPDX-License-Identifier: Apache-2.0
package app.tomeru.screening

import app.tomeru.call.Question
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Reason
import app.tomeru.fault.FaultLog
import app.tomeru.record.CallStore
import app.tomeru.support.Budgets
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.test
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.util.concurrent.CountDownLatch
import kotlin.concurrent.thread

/** A slow machine reaches no budget of the ring path; each is reached on purpose. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35])
class BudgetsTest : ScreenTest() {
    private val telecom = Telecom()
    private val foreign = FakeCall("tel:%2B18442980122")

    @Test
    @Config(sdk = [35])
    fun `a machine that is slower than every budget decides as a fast one`() {
        FakeContacts.slowness = 1_200
        app.test.decide = {
            Thread.sleep(1_200)
            it.ask()
        }
        assertTrue(telecom.screen(foreign).reject)
        assertEquals(emptyList<Long>(), Budgets.reached)
    }

    @Test
    fun `contacts that do not answer within a second cannot tell`() {
        FakeContacts.fault = FakeContacts.Fault.HANGS
        assertTrue(telecom.screen(foreign).rings)
        assertEquals(Action.WARN, phone.lastRecord().action)
        assertEquals(listOf(1_000L), Budgets.reached)
        assertEquals(emptyList<Fault>(), faults())
    }

    @Test
    fun `records that do not answer within a third of a second cannot tell`() {
        val held = CountDownLatch(1)
        val release = CountDownLatch(1)
        val disk = thread {
            synchronized(CallStore.of(app).helper) {
                held.countDown()
                release.await()
            }
        }
        held.await()
        Budgets.runOut(300)
        telecom.send(foreign)
        assertTrue(telecom.answersNow().single().rings)
        release.countDown()
        disk.join()
        assertEquals(Action.WARN, phone.lastRecord().action)
        assertEquals(listOf(300L), Budgets.reached)
        assertEquals(emptyList<Fault>(), faults())
    }

    @Test
    fun `contacts and records together leave the decision its time`() {
        FakeContacts.fault = FakeContacts.Fault.HANGS
        Budgets.runOut(300)
        assertTrue(telecom.screen(foreign).rings)
        assertEquals(Action.WARN, phone.lastRecord().action)
        assertEquals(listOf(300L, 1_000L), Budgets.reached)
    }

    @Test
    fun `a decision that is not there within two seconds lets it ring`() {
        app.test.decide = { Budgets.hang() }
        assertTrue(telecom.screen(foreign).rings)
        assertEquals(listOf(2_000L), Budgets.reached)
        assertEquals(Reason.INTERNAL_ERROR, phone.lastRecord().reason)
        assertEquals(listOf(Fault.DEADLINE), faults())
        app.test.decide = Question::ask
        assertTrue("the next call is screened again", telecom.screen(foreign).reject)
    }

    private fun faults() = FaultLog(app).unseen().map { it.fault }
}
