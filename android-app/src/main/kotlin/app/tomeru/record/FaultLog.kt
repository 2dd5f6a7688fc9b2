// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.content.Context
import android.content.SharedPreferences
import app.tomeru.core.Fault

/** Calls that rang because something failed, until the user has seen it. No number is kept. */
class FaultLog(context: Context) {
    private val store: SharedPreferences =
        context.createDeviceProtectedStorageContext().getSharedPreferences("faults", Context.MODE_PRIVATE)

    /** What went wrong last, and how often something did. */
    data class Entry(val fault: Fault, val count: Int, val atMillis: Long)

    /** Remembers [fault]; written in the background. */
    fun record(fault: Fault) {
        store.edit()
            .putString(LAST, fault.name)
            .putInt(COUNT, store.getInt(COUNT, 0) + 1)
            .putLong(AT, System.currentTimeMillis())
            .apply()
    }

    /** What has not been seen yet, or null. */
    fun unseen(): Entry? {
        val last = Fault.entries.find { it.name == store.getString(LAST, null) } ?: return null
        return Entry(last, store.getInt(COUNT, 1), store.getLong(AT, 0))
    }

    /** The user has seen it. */
    fun markSeen() = store.edit().clear().apply()

    private companion object {
        const val LAST = "last"
        const val COUNT = "count"
        const val AT = "at"
    }
}
