// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.ActivityManager
import android.app.Notification
import android.app.NotificationManager
import android.appwidget.AppWidgetManager
import android.os.Build
import android.view.ViewGroup
import app.tomeru.R
import app.tomeru.pass.PassTile
import app.tomeru.platform.systemService
import app.tomeru.protection.Protection
import app.tomeru.support.AppProcess
import app.tomeru.support.ScreenTest
import app.tomeru.support.Shade
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.says
import app.tomeru.ui.home.HomeActivity
import app.tomeru.ui.settings.SettingsActivity
import app.tomeru.widget.StateWidget
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowSettings

/**
 * Each thing that Android or the person can take back is taken, as Android does: the app is told nothing, and killed
 * with some. It is noticed at the next daily look, and told by whatever is left to tell it.
 */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36], qualifiers = "ja-rJP", shadows = [LossTest.Allowed::class])
class LossTest : ScreenTest() {
    private val notices = app.systemService<NotificationManager>()
    private val widgets = AppWidgetManager.getInstance(app)
    private val process = AppProcess.of(app)
    private val stopped = "守られていません" to R.string.state_stopped_detail
    private val partly = "一部だけ守られています"
    private val hasRoleNotices = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU

    /** Android shows no notice of an app that may show none. */
    @Implements(NotificationManager::class)
    class Allowed : Shade() {
        @Implementation
        override fun notify(tag: String?, id: Int, notification: Notification?) {
            if (areNotificationsEnabled()) super.notify(tag, id, notification)
        }
    }

    @Before
    fun asSetUp() {
        app.getSharedPreferences("setup", 0).edit().putBoolean("done", true).commit()
        ShadowSettings.setCanDrawOverlays(true)
    }

    /** The look of each day, in whatever process there is then. */
    private fun daily() {
        val job = Robolectric.setupService(HealthJob::class.java)
        job.onStartJob(null)
        Wait.until { Thread.getAllStackTraces().keys.none { it.name == JOB } }
    }

    private fun notice(): String? = shadowOf(notices).getNotification(HealthNotice.ID)
        ?.says(Notification.EXTRA_TEXT)

    /** [state], with the sentence, is told by widget, tile and first screen, and by a notice if [isNoticed]. */
    private fun assertTold(state: Pair<String, Int>, isNoticed: Boolean, widget: Int) {
        val (level, detail) = state
        val said = app.getString(detail)
        daily()
        assertEquals("a notice", if (isNoticed) said else null, notice())
        Wait.until { texts(shadowOf(widgets).getViewFor(widget)) == listOf(level, said) }
        val tile = Robolectric.setupService(PassTile::class.java)
        tile.onStartListening()
        Wait.until { tile.qsTile.subtitle?.toString() == level }
        val home = open<HomeActivity>()
        Wait.until { home.text(R.id.state) == level && home.text(R.id.state_detail) == said }
        assertTrue(home.shows(R.id.repair))
    }

    private fun widget() = shadowOf(widgets).createWidget(StateWidget::class.java, R.layout.widget).also { id ->
        Wait.until { texts(shadowOf(widgets).getViewFor(id)).first() == "守られています" }
    }

    @Test
    fun `the role, where the person allowed the notices before`() {
        val widget = widget()
        daily()
        val kills = process.kills
        roles.lose()
        assertEquals("the app lives on", kills, process.kills)
        assertTold(stopped, isNoticed = true, widget)
    }

    @Test
    fun `the role, which alone had allowed the notices, and the process with it`() {
        roles.lose()
        shadowOf(app).denyPermissions(POST_NOTIFICATIONS)
        ShadowSettings.setCanDrawOverlays(false)
        roles.hold()
        val widget = widget()
        daily()
        val kills = process.kills
        roles.lose()
        assertEquals(hasRoleNotices, process.kills > kills)
        assertTold(stopped, isNoticed = !hasRoleNotices, widget)
    }

    @Test
    fun `the notices`() {
        val widget = widget()
        daily()
        shadowOf(app).denyPermissions(POST_NOTIFICATIONS)
        shadowOf(notices).setNotificationsEnabled(false)
        // Android kills an app whose permission is taken in its settings (AOSP, `PermissionManagerService`).
        process.kill()
        assertTold(partly to R.string.state_partly_notices, isNoticed = false, widget)
    }

    @Test
    fun `the overlay`() {
        val widget = widget()
        daily()
        ShadowSettings.setCanDrawOverlays(false)
        assertTold(partly to R.string.state_partly_overlay, isNoticed = true, widget)
        ShadowSettings.setCanDrawOverlays(true)
        assertEquals(Protection.Level.PROTECTED, HealthCheck(app).run().level)
        assertEquals("well again", null, notice())
    }

    @Test
    fun `what may have been taken back on purpose is noticed once, and once more when it is lost again`() {
        daily()
        repeat(2) {
            ShadowSettings.setCanDrawOverlays(false)
            daily()
            assertEquals(app.getString(R.string.state_partly_overlay), notice())
            notices.cancelAll()
            daily()
            assertEquals("told yesterday", null, notice())
            assertEquals("the first screen still says it", Protection.Level.PARTLY, Protection.of(app).level)
            ShadowSettings.setCanDrawOverlays(true)
            daily()
        }
    }

    @Test
    fun `what is missing besides is noticed all the same`() {
        daily()
        ShadowSettings.setCanDrawOverlays(false)
        daily()
        notices.cancelAll()
        shadowOf(app.systemService<ActivityManager>()).setBackgroundRestricted(true)
        daily()
        assertEquals(app.getString(R.string.state_partly_restricted), notice())
    }

    @Test
    fun `who only looks for the lost overlay in the app's settings still misses it`() {
        daily()
        ShadowSettings.setCanDrawOverlays(false)
        pressOverlay()
        assertEquals(R.string.state_partly_overlay, Protection.of(app).detail)
    }

    @Test
    fun `who takes the overlay back through the app's own settings does not miss it`() {
        daily()
        pressOverlay()
        ShadowSettings.setCanDrawOverlays(false)
        daily()
        assertEquals(null, notice())
        assertEquals(Protection.Level.PROTECTED, Protection.of(app).level)
    }

    private fun pressOverlay() {
        val settings = open<SettingsActivity>()
        val rows = settings.requireViewById<ViewGroup>(R.id.controls)
        Wait.until { rows.childCount > 0 }
        val cards = (0 until rows.childCount).map { rows.getChildAt(it) as ViewGroup }
        cards.flatMap { card -> (0 until card.childCount).map(card::getChildAt) }
            .first { app.getString(R.string.overlay_title) in texts(it) }.performClick()
        checkNotNull(shadowOf(settings).nextStartedActivity)
    }

    @Test
    fun `the contacts, and the process with them`() {
        val widget = widget()
        daily()
        shadowOf(app).denyPermissions(READ_CONTACTS)
        process.kill()
        val detail = when (Build.VERSION.SDK_INT) {
            Build.VERSION_CODES.Q -> R.string.state_partly_contacts
            else -> R.string.state_partly_strangers
        }
        assertTold(partly to detail, isNoticed = true, widget)
    }

    @Test
    fun `what nobody ever gave is not missed`() {
        ShadowSettings.setCanDrawOverlays(false)
        if (Build.VERSION.SDK_INT > Build.VERSION_CODES.Q) shadowOf(app).denyPermissions(READ_CONTACTS)
        daily()
        assertEquals(Protection.Level.PROTECTED, Protection.of(app).level)
        assertEquals(null, notice())
    }

    private companion object {
        /** The thread of a job. */
        const val JOB = "job"
    }
}
