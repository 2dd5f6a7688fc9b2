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

    /** When it last happened, by the clock of that time, in milliseconds since 1970; null if it never did. */
    val atMillis: Long? get() = if (store.contains(AT)) store.getLong(AT, 0) else null

    /**
     * It happens now; written in the background. [millis] is what the clock showed when it began: whoever has acted on
     * that reading hands over the same one, for the clock may have been set meanwhile.
     */
    fun remember(millis: Long = context.clock.millis) = store.edit()
        .putLong(AT, millis)
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
        val at = atMillis ?: return null
        val passed = elapsedSince() ?: (context.clock.millis - at)
        if (passed < -DAY_MILLIS) return null
        return (passed / Clock.MILLIS).coerceIn(0, Int.MAX_VALUE.toLong()).toInt()
    }

    /** How much further the clock, which shows [millis], has gone since then than time has; null after a reboot. */
    fun setAhead(millis: Long): Long? = elapsedSince()?.let { millis - store.getLong(AT, 0) - it }

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
