// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.content.Context
import app.tomeru.platform.clock
import app.tomeru.platform.core
import app.tomeru.settings.SettingsFolder

/** Deletes records older than the user wants to keep, once a day. */
internal class Retention(private val context: Context) {
    private val store = context.createDeviceProtectedStorageContext()
        .getSharedPreferences("retention", Context.MODE_PRIVATE)

    /** Deletes from [calls] what is due; a clock that was set back makes it due at once. */
    fun apply(calls: CallStore) {
        val now = context.clock.millis
        if (now - store.getLong(APPLIED, 0) in 0 until DAY_MILLIS) return
        val days = context.core.loadSettings(SettingsFolder.of(context).path).settings.retentionDays.toLong()
        if (days > 0) calls.deleteBefore(now - days * DAY_MILLIS)
        calls.forgetDialledBefore(now - MAX_MEMORY_DAYS * DAY_MILLIS)
        store.edit().putLong(APPLIED, now).apply()
    }

    private companion object {
        const val APPLIED = "applied"
        const val DAY_MILLIS = 24 * 60 * 60 * 1_000L

        /** The longest time for which the settings allow remembering a dialled number. */
        const val MAX_MEMORY_DAYS = 366L
    }
}
