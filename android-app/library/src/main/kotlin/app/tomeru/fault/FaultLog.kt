// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.content.Context
import android.content.SharedPreferences
import android.util.Log
import app.tomeru.core.Fault
import app.tomeru.platform.clock

/** What failed, until the user has seen it. No number is kept: only classes and source positions of what was thrown. */
class FaultLog(private val context: Context) {
    private val store: SharedPreferences =
        context.createDeviceProtectedStorageContext().getSharedPreferences("faults", Context.MODE_PRIVATE)

    /**
     * How often something failed, and when it last did.
     *
     * @property trace what was thrown then, or null
     */
    data class Entry(val fault: Fault, val count: Int, val atMillis: Long, val trace: String? = null)

    /** Remembers [fault], for which [thrown] is the cause; written in the background. */
    @JvmOverloads
    fun record(fault: Fault, thrown: Throwable? = null) = synchronized(LOCK) {
        store.edit()
            .putInt(fault.name + COUNT, store.getInt(fault.name + COUNT, 0) + 1)
            .putLong(fault.name + AT, context.clock.millis)
            .putString(fault.name + TRACE, thrown?.let(::trace))
            .apply()
    }

    /** What has not been seen yet, faults that let a call ring first. */
    fun unseen(): List<Entry> = Fault.entries
        .filter { store.contains(it.name + COUNT) }
        .map {
            Entry(
                it,
                store.getInt(it.name + COUNT, 1),
                store.getLong(it.name + AT, 0),
                store.getString(it.name + TRACE, null),
            )
        }

    /**
     * How many of what has not been seen the user was told of in a notice; 0 again once it was seen. A number, no time: the
     * clock may be set back.
     */
    var told: Int
        get() = store.getInt(TOLD, 0)
        set(count) = store.edit().putInt(TOLD, count).apply()

    /** The user has seen it. */
    fun markSeen() = store.edit().clear().apply()

    companion object {
        private const val TAG = "Tomeru"
        private const val COUNT = ".count"
        private const val AT = ".at"
        private const val TRACE = ".trace"
        private const val TOLD = "told"
        private const val MAX_FRAMES = 24
        private const val MAX_CAUSES = 4
        private val LOCK = Any()

        /** Logs what was [thrown] where [fault] came up. */
        @JvmSynthetic
        internal fun log(fault: Fault?, thrown: Throwable) = log(fault, trace(thrown))

        /** Logs a [trace] that was kept. */
        @JvmSynthetic
        internal fun log(fault: Fault?, trace: String) {
            Log.w(TAG, "${fault ?: "goes on"}: $trace")
        }

        /** The classes of [thrown] and its causes, and where they came up; never a message, which may hold a number. */
        @JvmSynthetic
        internal fun trace(thrown: Throwable): String = generateSequence(thrown) { it.cause }
            .take(MAX_CAUSES)
            .joinToString("\n") { each ->
                (listOf(each.javaClass.name) + each.stackTrace.take(MAX_FRAMES).map { "  at $it" }).joinToString("\n")
            }
    }
}
