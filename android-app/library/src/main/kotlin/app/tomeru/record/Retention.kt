// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.content.Context
import app.tomeru.platform.Moment
import app.tomeru.platform.clock
import app.tomeru.platform.core
import app.tomeru.settings.SettingsFolder

/**
 * Deletes records older than the user wants to keep, once a day. A clock that went further ahead than time did is not
 * believed before the next day, nor one that nobody has looked at before: records must not go because a network, or
 * somebody, set it for a while.
 */
internal class Retention(private val context: Context) {
    private val store = context.createDeviceProtectedStorageContext()
        .getSharedPreferences("retention", Context.MODE_PRIVATE)
    private val looked = Moment(context, "retention_looked")

    /** Deletes from [calls] what is due; a clock that was set back makes it due at once. */
    fun apply(calls: CallStore) {
        val now = context.clock.millis
        if (now - store.getLong(APPLIED, 0) in 0 until DAY_MILLIS) return
        if (isBelievable(now) && !delete(calls, now)) return
        // In this order: if the process dies between the two, the clock is believed a day later, not a day sooner.
        store.edit().putLong(APPLIED, now).apply()
        looked.remember()
    }

    /** Whether it is known how long the user wants to keep records: older settings may say less. */
    private fun delete(calls: CallStore, now: Long): Boolean {
        val stored = context.core.loadSettings(SettingsFolder.of(context).path)
        if (stored.problem != null) return false
        val days = stored.settings.retentionDays.toLong()
        if (days > 0) calls.deleteBefore(now - days * DAY_MILLIS)
        calls.forgetDialledBefore(now - MAX_MEMORY_DAYS * DAY_MILLIS)
        return true
    }

    /** After a reboot nobody knows how long the phone was switched off. */
    private fun isBelievable(now: Long): Boolean {
        if (!store.contains(APPLIED)) return false
        val applied = store.getLong(APPLIED, 0)
        return looked.setAhead().let { if (it == null) now - applied < OFF_MILLIS else it < DAY_MILLIS }
    }

    private companion object {
        const val APPLIED = "applied"
        const val OFF_MILLIS = 60 * 24 * 60 * 60 * 1_000L
        const val DAY_MILLIS = 24 * 60 * 60 * 1_000L

        /** The longest time for which the settings allow remembering a dialled number. */
        const val MAX_MEMORY_DAYS = 366L
    }
}
