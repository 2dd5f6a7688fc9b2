// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.Manifest.permission.READ_CONTACTS
import android.app.ActivityManager
import android.app.NotificationManager
import android.app.role.RoleManager
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Build
import android.provider.Settings
import app.tomeru.R
import app.tomeru.hooks.Hook
import app.tomeru.hooks.Hooks
import app.tomeru.notice.Notices
import app.tomeru.notice.WarnClaim
import app.tomeru.platform.clock
import app.tomeru.platform.systemService

/**
 * What a tester sends on request: the phone, what the app may do there, and which hooks fired lately. It is made from
 * yes and no, counts and durations alone; no record of a call is read, so no number can be in it.
 */
class Report(private val context: Context) {
    /** The text. Asks other processes: not for the main thread. */
    fun text(): String = listOf(phone(), allowed(), fired()).joinToString("\n\n")

    private fun phone(): String {
        val version = context.packageManager.getPackageInfo(context.packageName, 0).versionName
        return listOf(
            listOf(context.getString(R.string.app_name), version).joinToString(" "),
            "${Build.MANUFACTURER} ${Build.MODEL}",
            "Android ${Build.VERSION.RELEASE} (API ${Build.VERSION.SDK_INT})",
        ).joinToString("\n")
    }

    private fun allowed(): String {
        val claims = Notices(context).plan(locked = false).claims
        val notices = context.systemService<NotificationManager>().areNotificationsEnabled()
        val restricted = context.systemService<ActivityManager>().isBackgroundRestricted
        return listOf(
            R.string.report_role to isHeld(RoleManager.ROLE_CALL_SCREENING),
            R.string.report_guard to isHeld(RoleManager.ROLE_CALL_REDIRECTION),
            R.string.report_overlay to Settings.canDrawOverlays(context),
            R.string.report_notices to notices,
            R.string.report_voice to (WarnClaim.SPOKEN in claims),
            R.string.report_contacts to (context.checkSelfPermission(READ_CONTACTS) == PERMISSION_GRANTED),
            R.string.report_restricted to restricted,
        ).joinToString("\n") { (name, yes) -> line(name, context.getString(if (yes) R.string.yes else R.string.no)) }
    }

    private fun isHeld(role: String) = context.systemService<RoleManager>().isRoleHeld(role)

    private fun fired(): String {
        val all = Hooks(context).all().associateBy { it.hook }
        return Hook.entries.joinToString("\n") { hook ->
            line(name(hook), all[hook]?.let(::told) ?: context.getString(R.string.report_never))
        }
    }

    private fun told(seen: Hooks.Seen): String {
        val times = context.resources.getQuantityString(R.plurals.report_times, seen.count, seen.count)
        val took = seen.tookMillis?.let { context.getString(R.string.report_took, it) }
        return listOfNotNull(times, ago(context.clock.millis - seen.atMillis), took)
            .joinToString(context.getString(R.string.list_separator))
    }

    /** A clock that was set back since tells nothing. */
    private fun ago(millis: Long): String = when (val minutes = millis / MINUTE_MILLIS) {
        in Long.MIN_VALUE..<0 -> context.getString(R.string.cannot_tell)
        in 0..<HOUR -> context.getString(R.string.report_minutes, minutes)
        in HOUR..<DAY -> context.getString(R.string.report_hours, minutes / HOUR)
        else -> context.getString(R.string.report_days, (minutes / DAY).coerceAtMost(MOST_DAYS))
    }

    private fun line(name: Int, value: String) = context.getString(R.string.offer_line, context.getString(name), value)

    private fun name(hook: Hook) = when (hook) {
        Hook.BOUND -> R.string.hook_bound
        Hook.ANSWERED -> R.string.hook_answered
        Hook.OVERLAY_DRAWN -> R.string.hook_overlay
        Hook.OVERLAY_DRAWN_LOCKED -> R.string.hook_overlay_locked
        Hook.OVERLAY_CLOSED -> R.string.hook_overlay_closed
        Hook.NOTICE_POSTED -> R.string.hook_notice
        Hook.POST_CALL -> R.string.hook_post_call
        Hook.EMERGENCY_SEEN -> R.string.hook_emergency
        Hook.PROTECTION_LOST -> R.string.hook_lost
    }

    private companion object {
        const val MINUTE_MILLIS = 60_000L
        const val HOUR = 60L
        const val DAY = 24 * HOUR
        const val MOST_DAYS = 999L
    }
}
