// SPDX-License-Identifier: Apache-2.0
package app.tomeru.pass

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.app.job.JobScheduler
import android.content.Intent
import android.service.quicksettings.Tile
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.health.HealthReceiver
import app.tomeru.platform.systemService
import app.tomeru.settings.SettingsStore
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Roles
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.title
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 33, 34, 35], qualifiers = "ja-rJP")
class TimedPassTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val telecom = Telecom()
    private val phone = Phone(app)
    private val pass = TimedPass(app)
    private val american = FakeCall("tel:%2B18442980122")
    private val philippine = FakeCall("tel:%2B639171234567")

    @Before
    fun setUp() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
    }

    private fun titles() = shadowOf(app.systemService<NotificationManager>()).allNotifications
        .map(Notification::title)

    private fun jobs() = app.systemService<JobScheduler>().allPendingJobs

    private fun ends() = Robolectric.setupService(PassEnd::class.java).onStartJob(null)

    @Test
    fun `for an hour all calls ring, then it ends by itself and says so`() {
        pass.startForAnHour()
        assertTrue(telecom.screen(american).rings)
        assertEquals(Reason.PASS, phone.lastRecord().reason)
        assertEquals(listOf("国際電話も鳴らしています"), titles())
        assertEquals(60 * 60 * 1_000L, jobs().single().minLatencyMillis)
        phone.at(Phone.NOW + HOUR)
        assertTrue("the core ends it, whether or not the job came", telecom.screen(american).reject)
        ends()
        Wait.until { "鳴らす時間が終わりました" in titles() }
        assertTrue("国際電話も鳴らしています" !in titles())
        assertTrue(SettingsStore(app).load().settings.policy.passes.isEmpty())
    }

    @Test
    fun `for today calls of one country ring`() {
        pass.startForDays("US", 1)
        assertTrue(telecom.screen(american).rings)
        assertTrue(telecom.screen(philippine).reject)
        val until = pass.current().single().until
        assertTrue("until midnight, and an hour at least", until - Phone.NOW / 1_000 in HOUR / 1_000..25 * HOUR / 1_000)
        phone.at(until * 1_000)
        assertTrue(telecom.screen(american).reject)
    }

    @Test
    fun `a reboot ends neither a pass for a country nor what is said of it`() {
        pass.startForDays("US", 7)
        assertTrue(jobs().single().isPersisted)
        app.systemService<NotificationManager>().cancelAll()
        HealthReceiver().onReceive(app, Intent(Intent.ACTION_BOOT_COMPLETED))
        Wait.idle()
        assertTrue(titles().toString(), "国際電話も鳴らしています" in titles())
        phone.at(Phone.NOW + 8 * 24 * HOUR)
        HealthReceiver().onReceive(app, Intent(Intent.ACTION_BOOT_COMPLETED))
        Wait.idle()
        assertTrue(titles().toString(), "鳴らす時間が終わりました" in titles())
    }

    @Test
    fun `a job that comes too early leaves the pass and waits again`() {
        pass.startForAnHour()
        phone.at(Phone.NOW + HOUR / 2)
        ends()
        Wait.until { jobs().single().minLatencyMillis == HOUR / 2 }
        assertTrue(telecom.screen(american).rings)
    }

    @Test
    fun `two passes end one after the other`() {
        pass.startForAnHour()
        phone.at(Phone.NOW + HOUR / 2)
        pass.startForDays("US", 1)
        phone.at(Phone.NOW + HOUR)
        ends()
        Wait.until { titles() == listOf("国際電話も鳴らしています") && jobs().size == 1 }
        assertTrue(telecom.screen(american).rings)
        assertTrue(telecom.screen(philippine).reject)
    }

    @Test
    fun `it can be ended early`() {
        pass.startForAnHour()
        pass.end()
        assertTrue(telecom.screen(american).reject)
        assertTrue(jobs().isEmpty())
        assertTrue("鳴らす時間が終わりました" in titles())
    }

    @Test
    fun `the tile shows it, starts it and ends it`() {
        val roles = Roles(app).apply { hold() }
        val tile = Robolectric.setupService(PassTile::class.java)
        tile.onStartListening()
        Wait.until { tile.qsTile.label != null }
        assertEquals("守られています", tile.qsTile.subtitle.toString())
        assertEquals(Tile.STATE_INACTIVE, tile.qsTile.state)
        assertEquals("1時間だけ鳴らす", tile.qsTile.label)
        tile.onClick()
        Wait.until { tile.qsTile.state == Tile.STATE_ACTIVE }
        assertTrue(tile.qsTile.subtitle.toString(), tile.qsTile.subtitle.toString().endsWith("分まで"))
        assertTrue(telecom.screen(american).rings)
        tile.onClick()
        Wait.until { tile.qsTile.state == Tile.STATE_INACTIVE }
        assertTrue(telecom.screen(american).reject)
        roles.lose()
        tile.onStartListening()
        Wait.until { tile.qsTile.subtitle.toString() == "守られていません" }
        // As when the phone had to be unlocked first: the tile is out of sight by then.
        tile.onStopListening()
        tile.onClick()
        Wait.until { "国際電話も鳴らしています" in titles() }
        assertTrue(telecom.screen(american).rings)
    }

    private companion object {
        const val HOUR = 60 * 60 * 1_000L
    }
}
