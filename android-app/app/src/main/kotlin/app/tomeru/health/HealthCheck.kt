// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.app.job.JobInfo
import android.app.job.JobScheduler
import android.app.role.RoleManager
import android.content.ComponentName
import android.content.Context
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.fault.Ends
import app.tomeru.fault.FaultLog
import app.tomeru.hooks.Hook
import app.tomeru.hooks.Hooks
import app.tomeru.platform.systemService
import app.tomeru.protection.Grants
import app.tomeru.protection.Protection
import app.tomeru.widget.StateWidget

/**
 * Checks whether the phone is still protected and says so if it is not: Android tells nobody when a role or a
 * permission is lost. Runs after the phone starts, after an update, and once a day.
 */
class HealthCheck(private val context: Context) {
    private val store =
        context.createDeviceProtectedStorageContext().getSharedPreferences("health", Context.MODE_PRIVATE)

    /** Checks, and shows a notice about what is wrong. Not for the main thread. */
    fun run(): Protection = look().also { protection ->
        // Users who have not chosen the app yet, or have paused it, know.
        val isKnown = !store.getBoolean(WAS_CHOSEN, false) || protection.repair == Protection.Repair.RESUME
        val isToldAgain = isToldAgain(protection)
        if (!protection.isWell && !isKnown && !isToldAgain) {
            Barrier.run(null) { Hooks(context).fired(Hook.PROTECTION_LOST) }
            HealthNotice(context).show(protection)
        }
        Barrier.run(Fault.LOOK_FAILED, ::tellFaults)
    }

    /**
     * Whether [protection] lacks only what a person may have taken back on purpose, and they were told so. The first
     * screen goes on saying it.
     */
    private fun isToldAgain(protection: Protection): Boolean {
        val lost = protection.repair?.name?.takeIf { protection.isGrantLost }
        val isTold = lost != null && lost == store.getString(LOSS, null)
        store.edit().putString(LOSS, lost).apply()
        return isTold
    }

    /** Who never opens the app learns, once each, of calls that rang unchecked and of ends of the process. */
    private fun tellFaults() {
        Ends(context).look()
        val faults = FaultLog(context)
        val count = faults.unseen().filter { it.fault.rang || it.fault == Fault.ENDED }.sumOf { it.count }
        if (count <= faults.told) return
        HealthNotice(context).showFaults()
        faults.told = count
    }

    /** Checks, withdraws the notice once all is well, and redraws the widget. Not for the main thread. */
    fun look(): Protection {
        Barrier.run(null, Grants(context)::remember)
        val protection = Protection.of(context)
        if (context.systemService<RoleManager>().isRoleHeld(RoleManager.ROLE_CALL_SCREENING)) {
            store.edit().putBoolean(WAS_CHOSEN, true).apply()
        }
        if (protection.isWell) HealthNotice(context).cancel()
        Barrier.run(Fault.WIDGET_FAILED) { StateWidget.refresh(context, protection) }
        return protection
    }

    /** From now on checks once a day, whatever happens to the app's process. */
    fun schedule() {
        val jobs = context.systemService<JobScheduler>()
        if (jobs.getPendingJob(JOB) != null) return
        val job = JobInfo.Builder(JOB, ComponentName(context, HealthJob::class.java))
            .setPeriodic(DAY_MILLIS)
            .setPersisted(true)
            .build()
        jobs.schedule(job)
    }

    internal companion object {
        /** Unique among the app's jobs. */
        const val JOB = 2
        private const val WAS_CHOSEN = "was_chosen"
        private const val LOSS = "loss_told"
        private const val DAY_MILLIS = 24 * 60 * 60 * 1_000L
    }
}
