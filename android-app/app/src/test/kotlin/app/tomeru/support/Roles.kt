// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Application
import android.app.role.RoleManager
import app.tomeru.platform.systemService
import org.robolectric.Shadows.shadowOf

/** Whether Android has chosen the app for [role]: unless told otherwise, to protect calls. */
@Suppress("DEPRECATION") // the replacements want a package and a user; these are about the app itself
class Roles(app: Application, private val role: String = RoleManager.ROLE_CALL_SCREENING) {
    private val shadow = shadowOf(app.systemService<RoleManager>())

    /** The device has such a choice. */
    fun makeAvailable() = shadow.addAvailableRole(role)

    /** The app is chosen. */
    fun hold() = shadow.addHeldRole(role)

    /** The app is not chosen any more; nobody is told. */
    fun lose() {
        shadow.removeHeldRole(role)
        // Robolectric takes a role that nobody holds for one that there is not.
        makeAvailable()
    }
}
