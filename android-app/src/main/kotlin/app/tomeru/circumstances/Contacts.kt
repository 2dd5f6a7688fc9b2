// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.Manifest.permission.READ_CONTACTS
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.net.Uri
import android.os.Build
import android.os.UserManager
import android.provider.ContactsContract.PhoneLookup
import app.tomeru.core.RingCore
import app.tomeru.fault.Barrier

/** Whether a caller is in the contacts. */
class Contacts(private val context: Context) {
    /**
     * Looks the number of [handle] up in all its [spellings].
     *
     * Without the permission Android 11 and later let contacts ring without asking us, so whoever is asked about is
     * none; on Android 10 contacts reach us on some phones ("Screen calls" on developer.android.com, and Silence's
     * README), so it cannot be told. Of whom the owner calls, which is [guarded], Android leaves nobody out.
     */
    fun find(handle: Uri?, spellings: List<String>, places: Places, guarded: Boolean): Told {
        if (handle == null || spellings.isEmpty()) return Told.NO
        if (context.checkSelfPermission(READ_CONTACTS) != PERMISSION_GRANTED) {
            return if (Build.VERSION.SDK_INT > Build.VERSION_CODES.Q && !guarded) Told.NO else Told.CANNOT_TELL
        }
        // Contacts lie in storage that is locked until the first unlock after a reboot.
        if (!context.systemService<UserManager>().isUserUnlocked) return Told.CANNOT_TELL
        return Barrier.ask(null, { Told.CANNOT_TELL }) {
            Deadline.within(BUDGET_MILLIS) { query(handle.toString(), spellings, places.packed) }
        }
    }

    private fun query(number: String, spellings: List<String>, places: Long): Told {
        var told = Told.NO
        for (spelling in spellings) {
            when (query(number, spelling, places)) {
                Told.YES -> return Told.YES
                Told.CANNOT_TELL -> told = Told.CANNOT_TELL
                Told.NO -> Unit
            }
        }
        return told
    }

    /** The provider compares loosely, and would take a forged number for the contact it ends with: the core looks. */
    private fun query(number: String, spelling: String, places: Long): Told {
        val uri = Uri.withAppendedPath(PhoneLookup.CONTENT_FILTER_URI, Uri.encode(spelling))
        val rows = context.contentResolver.query(uri, arrayOf(PhoneLookup.NUMBER), null, null, null)
            ?: return Told.CANNOT_TELL
        rows.use {
            while (it.moveToNext()) {
                val stored = it.getString(0) ?: continue
                if (RingCore.isSameLine(number, stored, places)) return Told.YES
            }
        }
        return Told.NO
    }

    private companion object {
        const val BUDGET_MILLIS = 1_000L
    }
}
