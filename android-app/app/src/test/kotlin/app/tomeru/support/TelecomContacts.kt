// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.UserManager
import app.tomeru.platform.systemService

/** Whom Telecom finds in the contacts, and whether the app may look there, too. */
internal class TelecomContacts(private val app: Application) {
    /** Whether the app may. */
    val mayBeRead: Boolean get() = app.checkSelfPermission(READ_CONTACTS) == PERMISSION_GRANTED

    /** Whether Telecom finds the number of [call]. */
    fun have(call: FakeCall): Boolean {
        val number = call.number ?: return false
        if (!FakeContacts.has(number)) return false
        if (!app.systemService<UserManager>().isUserUnlocked) {
            TelecomRule.CONTACTS_LOCKED.done()
            return false
        }
        TelecomRule.CONTACT_BY_SUFFIX.done()
        return true
    }
}
