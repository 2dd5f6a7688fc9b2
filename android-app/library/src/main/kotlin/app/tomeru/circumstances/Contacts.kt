// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.Manifest.permission.READ_CONTACTS
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.database.Cursor
import android.net.Uri
import android.os.Build
import android.os.DeadObjectException
import android.provider.ContactsContract.PhoneLookup
import app.tomeru.call.Knowledge
import app.tomeru.core.Caller
import app.tomeru.fault.Barrier
import app.tomeru.fault.Deadline
import app.tomeru.platform.clock
import app.tomeru.provider.Provider

/** Whether a caller is in the contacts. */
class Contacts(private val context: Context) {
    /**
     * Looks [caller] up in all the forms of the number.
     *
     * Without the permission, Android 11 and later let contacts ring without asking us, so the caller is not one; on
     * Android 10 contacts reach us on some phones ("Screen calls" on developer.android.com, and Silence's README), so
     * nobody knows. About numbers the owner calls, which are [guarded], Android always asks.
     *
     * @param unlocked whether the storage of the contacts can be read
     */
    fun find(caller: Caller, guarded: Boolean, unlocked: Boolean): Knowledge {
        if (caller.lookupForms.isEmpty()) return Knowledge.NO
        // Before the first unlock Android itself cannot look: whoever calls may be a contact, whatever is permitted.
        if (!unlocked) return Knowledge.CANNOT_TELL
        if (context.checkSelfPermission(READ_CONTACTS) != PERMISSION_GRANTED) {
            return if (Build.VERSION.SDK_INT > Build.VERSION_CODES.Q &&
                !guarded
            ) {
                Knowledge.NO
            } else {
                Knowledge.CANNOT_TELL
            }
        }
        return Barrier.ask(null, { Knowledge.CANNOT_TELL }) {
            Deadline.within(context.clock, BUDGET_MILLIS) { query(caller) }
        }
    }

    private fun query(caller: Caller): Knowledge {
        var known = Knowledge.NO
        for (form in caller.lookupForms) {
            when (query(caller, form)) {
                Knowledge.YES -> return Knowledge.YES
                Knowledge.CANNOT_TELL -> known = Knowledge.CANNOT_TELL
                Knowledge.NO -> Unit
            }
        }
        return known
    }

    /**
     * The provider compares loosely and would take a forged number for the contact it ends with: the core compares
     * again.
     */
    private fun query(caller: Caller, form: String): Knowledge {
        val read = { rows: Cursor -> read(caller, rows) }
        return workToo(form, read) ?: rows(PhoneLookup.CONTENT_FILTER_URI, form, read) ?: Knowledge.CANNOT_TELL
    }

    private fun read(caller: Caller, rows: Cursor): Knowledge {
        while (Provider.toNextRow(rows)) {
            val stored = rows.getString(0) ?: continue
            if (caller.isSameLine(stored)) return Knowledge.YES
        }
        return Knowledge.NO
    }

    /**
     * The contacts of the work profile, too, where the company lets them be asked for; the provider sees to that. Null
     * where it cannot be asked.
     */
    private fun workToo(form: String, read: (Cursor) -> Knowledge): Knowledge? =
        Barrier.ask(null, { if (it is DeadObjectException) Knowledge.CANNOT_TELL else null }) {
            rows(PhoneLookup.ENTERPRISE_CONTENT_FILTER_URI, form, read)
        }

    /** Null if the provider has no answer, or nobody waits for one any more. */
    private fun rows(filter: Uri, form: String, read: (Cursor) -> Knowledge): Knowledge? {
        if (Thread.currentThread().isInterrupted) return null
        val uri = Uri.withAppendedPath(filter, Uri.encode(form))
        return Provider(context, uri).rows(arrayOf(PhoneLookup.NUMBER), read)
    }

    private companion object {
        const val BUDGET_MILLIS = 1_000L
    }
}
