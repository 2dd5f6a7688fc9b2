// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.Manifest.permission.READ_CONTACTS
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.net.Uri
import android.os.Build
import android.os.UserManager
import android.provider.ContactsContract.PhoneLookup
import app.tomeru.screening.Deadline

/** Whether a caller is in the contacts. */
class Contacts(private val context: Context) {
    /** The order is that of the core's flag. */
    enum class Answer { NO, YES, CANNOT_TELL }

    /**
     * Looks [number] up, in any spelling: the provider compares as a phone does.
     *
     * Without the permission Android 11 and later let contacts ring without asking us, so whoever is asked about is
     * none; on Android 10 contacts reach us on some phones ("Screen calls" on developer.android.com, and Silence's
     * README), so it cannot be told.
     */
    fun find(number: String?): Answer {
        if (number.isNullOrEmpty() || number.length > LONGEST) return Answer.NO
        if (context.checkSelfPermission(READ_CONTACTS) != PERMISSION_GRANTED) {
            return if (Build.VERSION.SDK_INT > Build.VERSION_CODES.Q) Answer.NO else Answer.CANNOT_TELL
        }
        // Contacts lie in storage that is locked until the first unlock after a reboot.
        if (!context.systemService<UserManager>().isUserUnlocked) return Answer.CANNOT_TELL
        return try {
            Deadline.within(BUDGET_MILLIS) { query(number) }
        } catch (e: Exception) {
            Answer.CANNOT_TELL
        }
    }

    private fun query(number: String): Answer {
        val uri = Uri.withAppendedPath(PhoneLookup.CONTENT_FILTER_URI, Uri.encode(number))
        val cursor = context.contentResolver.query(uri, arrayOf(PhoneLookup._ID), null, null, null)
        return cursor?.use { if (it.moveToFirst()) Answer.YES else Answer.NO } ?: Answer.CANNOT_TELL
    }

    private companion object {
        const val BUDGET_MILLIS = 1_000L

        /** No number is longer; the provider need not see it. */
        const val LONGEST = 64
    }
}
