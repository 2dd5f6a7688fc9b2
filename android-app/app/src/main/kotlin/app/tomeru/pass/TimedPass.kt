// SPDX-License-Identifier: Apache-2.0
package app.tomeru.pass

import android.app.job.JobInfo
import android.app.job.JobScheduler
import android.appwidget.AppWidgetManager
import android.content.ComponentName
import android.content.Context
import android.content.Intent
import android.os.UserManager
import app.tomeru.core.Fault
import app.tomeru.core.Pass
import app.tomeru.core.Settings
import app.tomeru.fault.Barrier
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.platform.systemService
import app.tomeru.settings.SettingsStore

/**
 * "I'm expecting a call": lets calls ring for a while. The core checks the time at each call; the job only announces
 * the end.
 * Not for the main thread.
 */
class TimedPass(private val context: Context) {
    private val store = SettingsStore(context)

    /** The passes that are on. */
    fun current(): List<Pass> = on(store.load().settings)

    /** All calls ring for an hour. */
    fun startForAnHour() = start(null, context.clock.seconds + HOUR)

    /**
     * Calls from [country] (ISO 3166-1 alpha-2) ring for [days], of which today is the first: until midnight, and for an
     * hour at least.
     */
    fun startForDays(country: String, days: Long) {
        val end = Clock.beginning(Clock.day(context.clock.millis).plusDays(days)) / Clock.MILLIS
        start(country, maxOf(end, context.clock.seconds + HOUR))
    }

    /** Calls from [country] ring for an hour. */
    fun startForAnHour(country: String) = start(country, context.clock.seconds + HOUR)

    private fun start(country: String?, until: Long) {
        val passes = change {
            on(it).filter { pass -> pass.country != country } +
                Pass(country, context.clock.seconds, until)
        }
        schedule(passes)
        PassNotice(context).show(passes)
        redrawWidget()
    }

    /** All passes end now. */
    fun end() {
        change { emptyList() }
        context.systemService<JobScheduler>().cancel(JOB)
        PassNotice(context).showEnded(store.load().settings.policy)
        redrawWidget()
    }

    /** The pass for [country] ends now. */
    fun end(country: String) {
        val left = change { on(it).filter { pass -> pass.country != country } }
        if (left.isNotEmpty()) {
            schedule(left)
            PassNotice(context).show(left)
            redrawWidget()
        } else {
            end()
        }
    }

    /**
     * Announces passes that have ended, schedules the rest, and shows the notice about them (again). The widget is
     * redrawn by [redrawWidget].
     */
    fun settle() {
        val settings = store.load().settings
        val left = on(settings)
        if (left.isNotEmpty()) {
            schedule(left)
            PassNotice(context).show(left)
        } else if (settings.policy.passes.isNotEmpty()) {
            change { emptyList() }
            PassNotice(context).showEnded(settings.policy)
        }
    }

    /** The widget tells of passes. It is drawn on a layer above: it is asked as Android asks it. */
    fun redrawWidget(): Boolean = Barrier.run(Fault.WIDGET_FAILED) {
        // A notice's button ends passes before the first unlock, too, until when Android knows of no widget.
        if (!context.systemService<UserManager>().isUserUnlocked) return@run
        val widget = ComponentName(context, WIDGET)
        val ids = AppWidgetManager.getInstance(context)?.getAppWidgetIds(widget) ?: return@run
        if (ids.isEmpty()) return@run
        val redraw = Intent(AppWidgetManager.ACTION_APPWIDGET_UPDATE).setComponent(widget)
        context.sendBroadcast(redraw.putExtra(AppWidgetManager.EXTRA_APPWIDGET_IDS, ids))
    }

    private fun change(passes: (Settings) -> List<Pass>): List<Pass> =
        store.change { it.copy(policy = it.policy.copy(passes = passes(it))) }.policy.passes

    private fun on(settings: Settings) = settings.policy.passes.filter { it.until > context.clock.seconds }

    private fun schedule(passes: List<Pass>) {
        val wait = (passes.minOf { it.until } - context.clock.seconds).coerceAtLeast(0) * Clock.MILLIS
        val job = JobInfo.Builder(JOB, ComponentName(context, PassEnd::class.java))
            .setMinimumLatency(wait)
            .setOverrideDeadline(wait + LATEST_MILLIS)
            // A pass for a country outlasts a reboot.
            .setPersisted(true)
            .build()
        context.systemService<JobScheduler>().schedule(job)
    }

    private companion object {
        const val HOUR = 60 * 60L
        const val JOB = 1
        const val WIDGET = "app.tomeru.widget.StateWidget"

        /** The longest delay until the end is announced. */
        const val LATEST_MILLIS = 60_000L
    }
}
