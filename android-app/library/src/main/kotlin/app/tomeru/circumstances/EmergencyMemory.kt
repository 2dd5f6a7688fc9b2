// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.content.Context
import android.content.SharedPreferences
import android.provider.Settings
import app.tomeru.platform.Clock
import app.tomeru.platform.clock

/** When an emergency number was last dialled: help may call back from any number, or a hidden one. */
class EmergencyMemory(private val context: Context) {
    // Emergency calls are possible before the first unlock.
    private val store: SharedPreferences by lazy {
        context.createDeviceProtectedStorageContext().getSharedPreferences("emergency", Context.MODE_PRIVATE)
    }

    /** One is being dialled now. */
    fun remember() = store.edit()
        .putLong(AT, context.clock.millis)
        .putLong(ELAPSED, context.clock.elapsedMillis)
        .putInt(BOOT, boot())
        .apply()

    /**
     * Seconds since one was dialled; null if none was.
     *
     * Within one boot, the clock that nobody can set counts. After a reboot, a time less than a day in the future is
     * taken as now.
     */
    fun secondsSince(): Int? {
        if (!store.contains(AT)) return null
        val passed = if (store.getInt(BOOT, -1) == boot()) {
            context.clock.elapsedMillis - store.getLong(ELAPSED, 0)
        } else {
            context.clock.millis - store.getLong(AT, 0)
        }
        if (passed < -DAY_MILLIS) return null
        return (passed / Clock.MILLIS).coerceIn(0, Int.MAX_VALUE.toLong()).toInt()
    }

    private fun boot() = Settings.Global.getInt(context.contentResolver, Settings.Global.BOOT_COUNT, 0)

    private companion object {
        const val AT = "at"
        const val ELAPSED = "elapsed"
        const val BOOT = "boot"
        const val DAY_MILLIS = 24 * 60 * 60 * 1_000L
    }
}
