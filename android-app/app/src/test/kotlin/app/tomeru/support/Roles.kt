// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.Application
import android.app.NotificationManager
import android.app.role.RoleManager
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Build
import android.provider.Settings
import app.tomeru.platform.systemService
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowSettings

/**
 * Whether Android has chosen the app for [role], unless told otherwise to protect calls, with what it grants and takes
 * back ([TelecomRule]).
 */
@Suppress("DEPRECATION") // the replacements want a package and a user; these are about the app itself
class Roles(private val app: Application, private val role: String = RoleManager.ROLE_CALL_SCREENING) {
    private val manager = app.systemService<RoleManager>()
    private val notices = app.systemService<NotificationManager>()
    private val isScreening = role == RoleManager.ROLE_CALL_SCREENING

    /** Whether the app is chosen. */
    val isHeld: Boolean get() = manager.isRoleHeld(role)

    /** The device has such a choice. */
    fun makeAvailable() = shadowOf(manager).addAvailableRole(role)

    /** The app is chosen, and granted what the role grants and nobody granted before. */
    fun hold() {
        shadowOf(manager).addHeldRole(role)
        if (!isScreening) return
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R) return TelecomRule.ROLE_GRANTS_NOTHING.done()
        if (!Settings.canDrawOverlays(app)) {
            ShadowSettings.setCanDrawOverlays(true)
            granted += Grant.OVERLAY
        }
        TelecomRule.ROLE_GRANTS_OVERLAY.done()
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return
        if (app.checkSelfPermission(POST_NOTIFICATIONS) != PERMISSION_GRANTED) {
            shadowOf(app).grantPermissions(POST_NOTIFICATIONS)
            shadowOf(notices).setNotificationsEnabled(true)
            granted += Grant.NOTICES
        }
        TelecomRule.ROLE_GRANTS_NOTICES.done()
    }

    /** The app is not chosen any more; nobody is told. What the role alone granted goes with it. */
    fun lose() {
        val wasHeld = isHeld
        shadowOf(manager).removeHeldRole(role)
        // Robolectric takes a role that nobody holds for one that there is not.
        makeAvailable()
        if (wasHeld && isScreening && Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) takeBack()
    }

    private fun takeBack() {
        TelecomRule.ROLE_TAKES_BACK.done()
        if (granted.remove(Grant.OVERLAY)) ShadowSettings.setCanDrawOverlays(false)
        if (granted.remove(Grant.NOTICES)) {
            shadowOf(app).denyPermissions(POST_NOTIFICATIONS)
            shadowOf(notices).setNotificationsEnabled(false)
            AppProcess.of(app).kill()
        }
        TelecomRule.ROLE_KILLS.done()
    }

    private enum class Grant { OVERLAY, NOTICES }

    private val granted get() = grants.getOrPut(app) { mutableSetOf() }

    private companion object {
        /** What the role granted, by phone: every test has one of its own. */
        val grants = java.util.WeakHashMap<Application, MutableSet<Grant>>()
    }
}
