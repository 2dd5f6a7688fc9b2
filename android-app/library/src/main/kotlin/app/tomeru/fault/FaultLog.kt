// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.content.Context
import android.content.SharedPreferences
import android.util.Log
import app.tomeru.core.Fault
import app.tomeru.platform.clock

/** What failed, until the user has seen it. No number is kept. */
class FaultLog(private val context: Context) {
    private val store: SharedPreferences =
        context.createDeviceProtectedStorageContext().getSharedPreferences("faults", Context.MODE_PRIVATE)

    /** How often something failed, and when it last did. */
    data class Entry(val fault: Fault, val count: Int, val atMillis: Long)

    /** Remembers [fault]; written in the background. */
    fun record(fault: Fault) = synchronized(LOCK) {
        store.edit()
            .putInt(fault.name + COUNT, store.getInt(fault.name + COUNT, 0) + 1)
            .putLong(fault.name + AT, context.clock.millis)
            .apply()
    }

    /** What has not been seen yet; calls that rang because of it first. */
    fun unseen(): List<Entry> = Fault.entries
        .filter { store.contains(it.name + COUNT) }
        .map { Entry(it, store.getInt(it.name + COUNT, 1), store.getLong(it.name + AT, 0)) }

    /** The user has seen it. */
    fun markSeen() = store.edit().clear().apply()

    companion object {
        private const val TAG = "Tomeru"
        private const val COUNT = ".count"
        private const val AT = ".at"
        private val LOCK = Any()

        /** Runs [action], which may fail without harm to what was [doing]; a failure is logged. */
        fun attempt(doing: String, action: () -> Unit) {
            try {
                action()
            } catch (e: Exception) {
                log(doing, e)
            }
        }

        /** Logs the kind of a fault and where it came up; never its message, which may hold a number. */
        fun log(doing: String, fault: Throwable) {
            Log.w(TAG, "$doing: ${fault.javaClass.simpleName} at ${fault.stackTrace.firstOrNull()}")
        }
    }
}
