// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.Manifest.permission.READ_CONTACTS
import android.app.ActivityManager
import android.app.Notification
import android.app.NotificationManager
import android.app.job.JobScheduler
import android.app.role.RoleManager
import android.content.Intent
import android.os.Build
import app.tomeru.R
import app.tomeru.channel.Channel
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Preset
import app.tomeru.fault.FaultLog
import app.tomeru.platform.systemService
import app.tomeru.protection.Protection
import app.tomeru.support.Chosen
import app.tomeru.support.Phone
import app.tomeru.support.Roles
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.says
import app.tomeru.support.title
import app.tomeru.ui.home.HomeActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36], qualifiers = "ja-rJP")
class HealthTest : ScreenTest() {
    private val manager = app.systemService<NotificationManager>()
    private val check = HealthCheck(app)

    private fun notice(): Notification? = shadowOf(manager).getNotification(HealthNotice.ID)

    private fun said() = checkNotNull(notice()).run { title() to says(Notification.EXTRA_TEXT) }

    @Test
    fun `all is well, and nothing is said`() {
        assertEquals(Protection.Level.PROTECTED, check.run().level)
        assertNull(notice())
    }

    @Test
    fun `a role that was lost is said, and repaired with one press`() {
        check.run()
        roles.lose()
        check.run()
        assertEquals("守られていません" to app.getString(R.string.state_stopped_detail), said())
        val repair = shadowOf(checkNotNull(notice()).actions.single().actionIntent).savedIntent
        app.getSharedPreferences("setup", 0).edit().putBoolean("done", true).commit()
        val home = open<HomeActivity>(repair)
        Wait.until { home.text(R.id.state) != "" }
        assertNotNull("it asks for the role at once", shadowOf(home).nextStartedActivityForResult)
        roles.hold()
        check.run()
        assertNull("well again", notice())
    }

    @Test
    fun `the guard without the contacts is a part that is missing`() {
        Roles(app, RoleManager.ROLE_CALL_REDIRECTION).hold()
        assertEquals(Protection.Level.PROTECTED, check.run().level)
        shadowOf(app).denyPermissions(READ_CONTACTS)
        val wanted = when (Build.VERSION.SDK_INT) {
            // There the contacts are missed for incoming calls, too.
            Build.VERSION_CODES.Q -> R.string.state_partly_contacts

            else -> R.string.state_partly_guard
        }
        assertEquals(Protection(Protection.Level.PARTLY, wanted, Protection.Repair.ALLOW_CONTACTS), check.run())
    }

    @Test
    fun `who never chose the app, or paused it, is not told`() {
        roles.lose()
        check.run()
        assertNull(notice())
        roles.hold()
        store.change { it.copy(policy = it.policy.copy(paused = true)) }
        check.run()
        assertNull(notice())
        Chosen.preset(app, Preset.STOP) { it.copy(ownActions = listOf(OwnAction(Kind.INTERNATIONAL, Action.ALLOW))) }
        assertEquals(Protection.Level.PARTLY, check.run().level)
        assertNull(notice())
        roles.lose()
        check.run()
        assertNotNull(notice())
        roles.hold()
        check.run()
        assertNull("nothing is missing any more", notice())
    }

    @Test
    fun `who looks at the first screen gets no notice besides`() {
        check.run()
        roles.lose()
        app.getSharedPreferences("setup", 0).edit().putBoolean("done", true).commit()
        val home = open<HomeActivity>()
        Wait.until { home.text(R.id.state) == "守られていません" }
        assertNull(notice())
    }

    @Test
    fun `each part that fails is named`() {
        check.run()
        Channel.RING_WARNING.builder(app, "")
        manager.getNotificationChannel("ring_warning").importance = NotificationManager.IMPORTANCE_NONE
        check.run()
        assertEquals("一部だけ守られています" to app.getString(R.string.state_partly_warning), said())
        manager.getNotificationChannel("ring_warning").importance = NotificationManager.IMPORTANCE_HIGH
        shadowOf(app.systemService<ActivityManager>()).setBackgroundRestricted(true)
        check.run()
        assertEquals(app.getString(R.string.state_partly_restricted), said().second)
        shadowOf(app.systemService<ActivityManager>()).setBackgroundRestricted(false)
        val cache = app.createDeviceProtectedStorageContext().cacheDir
        cache.deleteRecursively()
        cache.writeText("no folder: nothing can be written in it")
        check.run()
        assertEquals(app.getString(R.string.state_partly_storage), said().second)
        cache.delete()
        cache.mkdirs()
        check.run()
        assertNull(notice())
    }

    @Test
    fun `who never opens the app is told of calls that rang unchecked, once each`() {
        fun told() = shadowOf(manager).getNotification(HealthNotice.FAULTS_ID)
        FaultLog(app).record(Fault.WIDGET_FAILED)
        check.run()
        assertNull("no call was touched", told())
        phone.at(Phone.NOW + MONTH_MILLIS)
        FaultLog(app).record(Fault.DEADLINE)
        phone.at(Phone.NOW)
        check.run()
        assertEquals("アプリに問題がありました", checkNotNull(told()).title())
        manager.cancelAll()
        check.run()
        assertNull("once", told())
        FaultLog(app).record(Fault.ENDED)
        check.run()
        assertNotNull("with a clock that was set back, too", told())
        FaultLog(app).markSeen()
        manager.cancelAll()
        FaultLog(app).record(Fault.DEADLINE)
        check.run()
        assertNotNull("one is new, however many were seen", told())
    }

    @Test
    fun `it looks after a start and an update, and every day`() {
        check.run()
        roles.lose()
        for (action in listOf(Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED)) {
            manager.cancelAll()
            HealthReceiver().onReceive(app, Intent(action))
            Wait.until { notice() != null }
        }
        val job = checkNotNull(app.systemService<JobScheduler>().getPendingJob(HealthCheck.JOB))
        assertTrue(job.isPeriodic && job.isPersisted)
        assertEquals(24 * 60 * 60 * 1_000L, job.intervalMillis)
        manager.cancelAll()
        Robolectric.setupService(HealthJob::class.java).onStartJob(null)
        Wait.until { notice() != null }
    }

    @Test
    fun `an intent of another app is nobody's`() {
        check.run()
        roles.lose()
        HealthReceiver().onReceive(app, Intent("x"))
        // A look would be under way on its thread.
        Wait.until { Thread.getAllStackTraces().keys.none { it.name == "health" } }
        assertNull(notice())
    }

    private companion object {
        const val MONTH_MILLIS = 30 * 24 * 60 * 60 * 1_000L
    }
}
