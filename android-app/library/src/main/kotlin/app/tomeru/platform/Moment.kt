// SPDX-License-Identifier: Apache-2.0
package app.tomeru.platform

import android.content.Context
import android.content.SharedPreferences
import android.provider.Settings

/**
 * When something last happened, whatever people and networks do to the clock. Kept under [name] in storage that is
 * readable before the first unlock.
 */
class Moment(private val context: Context, private val name: String) {
    private val store: SharedPreferences by lazy {
        context.createDeviceProtectedStorageContext().getSharedPreferences(name, Context.MODE_PRIVATE)
    }

    /** It happens now; written in the background. */
    fun remember() = store.edit()
        .putLong(AT, context.clock.millis)
        .putLong(ELAPSED, context.clock.elapsedMillis)
        .putInt(BOOT, boot())
        .apply()

    /**
     * Seconds since it happened; null if it never did.
     *
     * Within one boot, the clock that nobody can set counts. After a reboot, a time less than a day in the future is
     * taken as now.
     */
    fun secondsSince(): Int? {
        if (!store.contains(AT)) return null
        val passed = elapsedSince() ?: (context.clock.millis - store.getLong(AT, 0))
        if (passed < -DAY_MILLIS) return null
        return (passed / Clock.MILLIS).coerceIn(0, Int.MAX_VALUE.toLong()).toInt()
    }

    /** How much further the clock has gone since then than time has, in milliseconds; null after a reboot. */
    fun setAhead(): Long? = elapsedSince()?.let { context.clock.millis - store.getLong(AT, 0) - it }

    /** Milliseconds that passed, if it happened since the phone was switched on. */
    private fun elapsedSince(): Long? = (context.clock.elapsedMillis - store.getLong(ELAPSED, 0))
        .takeIf { store.getInt(BOOT, NONE) == boot() }

    private fun boot() = Settings.Global.getInt(context.contentResolver, Settings.Global.BOOT_COUNT, 0)

    private companion object {
        const val AT = "at"
        const val ELAPSED = "elapsed"
        const val BOOT = "boot"
        const val NONE = -1
        const val DAY_MILLIS = 24 * 60 * 60 * 1_000L
    }
}
