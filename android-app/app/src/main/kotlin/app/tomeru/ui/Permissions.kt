// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.role.RoleManager
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.net.Uri
import android.os.Build
import android.provider.Settings
import app.tomeru.platform.systemService

/** Asks Android for what protection needs, in whatever way is still open. */
internal class Permissions(private val activity: Activity) {
    private val store by lazy { activity.getSharedPreferences("permissions", Activity.MODE_PRIVATE) }

    /** Lets the person choose the app for [role], `RoleManager.ROLE_*`. */
    fun askForRole(request: Int, role: String = RoleManager.ROLE_CALL_SCREENING) =
        activity.startActivityForResult(activity.systemService<RoleManager>().createRequestRoleIntent(role), request)

    /** Asks to see the contacts. */
    fun askForContacts(request: Int) = ask(READ_CONTACTS, request) { appPage() }

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
    fun openAppPage() = activity.startActivity(appPage())

    private fun appPage() =
        Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, Uri.fromParts("package", activity.packageName, null))

    private fun noticePage() = Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS)
        .putExtra(Settings.EXTRA_APP_PACKAGE, activity.packageName)
}
