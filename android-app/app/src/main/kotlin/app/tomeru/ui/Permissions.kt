// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.AlertDialog
import android.app.role.RoleManager
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.net.Uri
import android.os.Build
import android.provider.Settings
import app.tomeru.R
import app.tomeru.platform.clock
import app.tomeru.platform.systemService
import app.tomeru.views.onYes

/** Asks Android for what protection needs, in whatever way is still open. */
internal class Permissions(private val activity: Activity) {
    private val store by lazy { activity.getSharedPreferences("permissions", Activity.MODE_PRIVATE) }

    private var roleAskedAt: Long? = null
    private var roleRefusals = 0

    /** Lets the person choose the app for [role], `RoleManager.ROLE_*`. */
    fun askForRole(request: Int, role: String = RoleManager.ROLE_CALL_SCREENING) {
        roleAskedAt = activity.clock.elapsedMillis
        activity.startActivityForResult(activity.systemService<RoleManager>().createRequestRoleIntent(role), request)
    }

    /**
     * For `onActivityResult`, when the role is not held. After "don't ask again" Android answers by itself, without
     * telling why (AOSP, `RequestRoleActivity`, `UserDeniedManager`): whoever reads the question takes longer. On a slow
     * phone that answer may be slow, so a second one counts as well.
     */
    fun roleRefused() {
        val millis = roleAskedAt?.let { activity.clock.elapsedMillis - it }
        roleRefusals += if (millis != null && millis < UNSEEN_MILLIS) MOST_REFUSALS else 1
    }

    /** Whether asking for the role again is likely to show nothing, so that [rolePage] is left. */
    val isRolePageLeft: Boolean get() = roleRefusals >= MOST_REFUSALS

    /** The phone's page of apps that are chosen for something. */
    val rolePage: Intent get() = Intent(Settings.ACTION_MANAGE_DEFAULT_APPS_SETTINGS)

    /** Says in [detail] how to choose the app there, and opens [rolePage] with [open]. */
    fun rolePageDialog(detail: Int, open: (Intent) -> Unit): AlertDialog.Builder = AlertDialog.Builder(activity)
        .setTitle(R.string.role_page)
        .setMessage(detail)
        .onYes(R.string.role_page_open) { open(rolePage) }
        .setNegativeButton(R.string.cancel, null)

    /** The phone's switch for drawing over other apps. */
    val overlayPage: Intent
        get() = Intent(
            Settings.ACTION_MANAGE_OVERLAY_PERMISSION,
            Uri.fromParts("package", activity.packageName, null),
        )

    /** Asks to see the contacts. */
    fun askForContacts(request: Int) = ask(READ_CONTACTS, request) { appPage }

    /** Asks to show notices; before Android 13 only the phone's settings can allow what they forbid. */
    fun askForNotices(request: Int) = when {
        Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU || has(POST_NOTIFICATIONS) -> {
            activity.startActivity(noticePage())
        }

        else -> {
            ask(POST_NOTIFICATIONS, request) { noticePage() }
        }
    }

    /** Whether [permission] is granted. */
    fun has(permission: String): Boolean = activity.checkSelfPermission(permission) == PERMISSION_GRANTED

    /** After two refusals Android no longer asks: its settings [page] is the only way left. */
    private fun ask(permission: String, request: Int, page: () -> Intent) {
        val refused = store.getBoolean(permission, false) && !activity.shouldShowRequestPermissionRationale(permission)
        if (refused) return activity.startActivity(page())
        activity.requestPermissions(arrayOf(permission), request)
    }

    /** For `onRequestPermissionsResult`: remembers what was refused. */
    fun answered(permissions: Array<String>, results: IntArray) {
        val refused = permissions.zip(results.toTypedArray()).filter { it.second != PERMISSION_GRANTED }
        store.edit().apply { refused.forEach { putBoolean(it.first, true) } }.apply()
    }

    /** The phone's page about this app: there its restrictions are lifted. */
    val appPage: Intent
        get() = Intent(
            Settings.ACTION_APPLICATION_DETAILS_SETTINGS,
            Uri.fromParts("package", activity.packageName, null),
        )

    private fun noticePage() = Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS)
        .putExtra(Settings.EXTRA_APP_PACKAGE, activity.packageName)

    private companion object {
        /** Nobody reads and answers a question within a second. */
        const val UNSEEN_MILLIS = 1_000L
        const val MOST_REFUSALS = 2
    }
}
