// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.AlertDialog
import android.app.role.RoleManager
import android.content.Intent
import app.tomeru.R
import app.tomeru.platform.systemService
import app.tomeru.ui.Permissions
import app.tomeru.views.onYes

/** Whether the owner's own calls are checked, too: a separate role that the user may give. */
internal class OutgoingGuard(private val activity: Activity) {
    private val roles = activity.systemService<RoleManager>()
    private val permissions = Permissions(activity)

    /** Whether this phone offers it. */
    val isAvailable: Boolean get() = roles.isRoleAvailable(RoleManager.ROLE_CALL_REDIRECTION)

    /** Whether it is chosen. */
    val isOn: Boolean get() = roles.isRoleHeld(RoleManager.ROLE_CALL_REDIRECTION)

    /** What tapping its row does: explains first; opens the system's page of such roles if it is on. */
    fun press(show: (AlertDialog.Builder) -> Unit, open: (Intent) -> Unit) {
        if (isOn) return open(permissions.rolePage)
        if (permissions.isRolePageLeft) return show(permissions.rolePageDialog(R.string.role_page_guard, open))
        show(
            AlertDialog.Builder(activity)
                .setTitle(R.string.guard_title)
                .setMessage(R.string.guard_why)
                .onYes(R.string.guard_next) {
                    permissions.askForRole(REQUEST, RoleManager.ROLE_CALL_REDIRECTION)
                }
                .setNegativeButton(R.string.cancel, null),
        )
    }

    /** For `onActivityResult`: without the permission, contacts would be blocked like strangers. */
    fun onResult(request: Int, show: (AlertDialog.Builder) -> Unit, open: (Intent) -> Unit) {
        if (request != REQUEST) return
        if (isOn && !permissions.has(READ_CONTACTS)) permissions.askForContacts(REQUEST)
        if (isOn) return
        permissions.roleRefused()
        if (permissions.isRolePageLeft) show(permissions.rolePageDialog(R.string.role_page_guard, open))
    }

    /** For `onRequestPermissionsResult`. */
    fun answered(asked: Array<String>, results: IntArray) = permissions.answered(asked, results)

    private companion object {
        const val REQUEST = 7
    }
}
