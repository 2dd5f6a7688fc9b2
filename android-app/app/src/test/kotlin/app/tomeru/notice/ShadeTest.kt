// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.app.NotificationManager
import app.tomeru.channel.Channel
import app.tomeru.core.Action
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Preset
import app.tomeru.outgoing.OutgoingNotice
import app.tomeru.platform.systemService
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Shade
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadow.api.Shadow

/** Android shows so many notices of an app, and drops the next without a word. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 35], qualifiers = "ja-rJP")
class ShadeTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom(guards = true)
    private val phone = Phone(app)
    private val manager = app.systemService<NotificationManager>()
    private val shade = Shadow.extract<Shade>(manager)

    @Before
    fun setUp() {
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
    }

    @After
    fun end() = over()

    private fun over() = Notices(app).ended(WARNED)

    private fun choose(action: Action) =
        Chosen.preset(app, Preset.STOP) { it.copy(ownActions = listOf(OwnAction(Kind.INTERNATIONAL, action))) }

    private fun call(index: Int) = FakeCall("tel:%2B184429801$index")

    private fun isShown() = shadowOf(manager).getNotification(phone.lastRecord().uid, StoppedNotice.ID) != null

    private fun isWarned() = shadowOf(manager).getNotification(phone.lastRecord().uid, RingWarning.ID) != null

    private fun isOwnShown() = shade.seen(OutgoingNotice.ID).size == 1

    private fun assertWarned() {
        choose(Action.WARN)
        assertTrue(telecom.screen(FakeCall("tel:${WARNED.replace("+", "%2B")}")).rings)
        assertTrue("the next warning", isWarned())
    }

    private fun fill(count: Int, id: Int) = repeat(count) {
        manager.notify("other $it", id, Channel.STOPPED.builder(app, "").setWhen(Phone.NOW - count + it).build())
    }

    @Test
    fun `of many silenced calls the last are shown, and there is room for a warning`() {
        choose(Action.SILENCE)
        for (index in 10 until 70) {
            phone.at(Phone.NOW + index * MINUTE_MILLIS)
            assertTrue(telecom.screen(call(index)).silence)
            assertTrue("call $index", isShown())
        }
        val last = phone.records().take(FEW).map { it.uid }
        assertEquals(last.toSet(), manager.activeNotifications.map { it.tag }.toSet())
        assertWarned()
    }

    @Test
    fun `a stopped call a day is shown each day, and Android does not tell of it, too`() {
        Chosen.preset(app, Preset.STOP)
        for (index in 10 until 50) {
            phone.at(Phone.NOW + index * DAY_MILLIS)
            assertTrue(telecom.screen(call(index)).reject)
            assertTrue("day $index", isShown())
        }
        assertEquals(FEW, manager.activeNotifications.size)
        assertEquals("told by Android", emptyList<FakeCall>(), telecom.missed)
        assertWarned()
    }

    @Test
    fun `the notice of the day stays beside those of silenced calls`() {
        Chosen.preset(app, Preset.STOP)
        repeat(3) { telecom.screen(call(10 + it)) }
        choose(Action.SILENCE)
        for (index in 20 until 40) telecom.screen(call(index))
        assertNotNull(shadowOf(manager).getNotification(StoppedNotice.DIGEST, StoppedNotice.ID))
    }

    @Test
    fun `of a stopped call somebody tells, however many notices there are`() {
        // Around what each Android takes, and where there is none.
        for (count in listOf(0) + (LEAST..LEAST + 10) + (Shade.MOST - 2..Shade.MOST)) {
            Chosen.preset(app, Preset.STOP)
            manager.cancelAll()
            phone.forget()
            telecom.missed.clear()
            fill(count, OTHER)
            assertTrue(telecom.screen(call(10)).reject)
            assertTrue("beside $count", isShown() || telecom.missed.size == 1)
        }
    }

    @Test
    fun `an own call is stopped only where its notice is shown`() {
        Chosen.preset(app, Preset.STOP)
        for (count in listOf(0, Shade.MOST - 1, Shade.MOST)) {
            manager.cancelAll()
            fill(count, OTHER)
            val isPlaced = telecom.places("+639171234567")
            assertEquals("beside $count", !isPlaced, isOwnShown())
            if (count == 0) assertTrue("where there is room", !isPlaced)
        }
    }

    @Test
    fun `a notice that was put off keeps no other from being shown`() {
        assertWarned()
        over()
        assertEquals("of one that is over", emptyList<String>(), shade.seen(RingWarning.ID))
        assertWarned()
        shade.putOff(phone.lastRecord().uid, RingWarning.ID)
        over()
        assertWarned()
        Chosen.preset(app, Preset.STOP)
        repeat(2) {
            assertTrue(!telecom.places("+639171234567"))
            assertTrue(isOwnShown())
            shade.putOff(shade.seen(OutgoingNotice.ID).single(), OutgoingNotice.ID)
        }
        for (index in 10..40) {
            assertTrue(telecom.screen(call(index)).reject)
            if (isShown()) shade.putOff(phone.lastRecord().uid, StoppedNotice.ID)
            phone.at(Phone.NOW + index * DAY_MILLIS)
        }
        assertTrue("many were put off", manager.activeNotifications.size > Shade.MOST / 2)
        assertTrue("an own call is stopped as before", !telecom.places("+639171234567"))
    }

    private companion object {
        const val MINUTE_MILLIS = 60_000L
        const val DAY_MILLIS = 24 * 60 * MINUTE_MILLIS

        /** From here on the app asks itself whether there is room. */
        const val LEAST = 15

        /** So many calls have notices of their own. */
        const val FEW = 8

        /** Who is warned of. */
        const val WARNED = "+18442980199"

        /** A notice that is none of a call's. */
        const val OTHER = 99
    }
}
