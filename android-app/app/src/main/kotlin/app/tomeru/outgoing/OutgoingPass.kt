// SPDX-License-Identifier: Apache-2.0
package app.tomeru.outgoing

import android.content.Context
import app.tomeru.platform.clock

/** "Call anyway": one number may be called within a minute. */
class OutgoingPass(private val context: Context) {
    // Calls are possible before the first unlock.
    private val store by lazy {
        context.createDeviceProtectedStorageContext().getSharedPreferences("outgoing", Context.MODE_PRIVATE)
    }

    /** The number with [key] may be called from now on. */
    fun start(key: String) = store.edit().putString(KEY, key).putLong(AT, context.clock.elapsedMillis).apply()

    /** No number may be, and none is kept. */
    fun forget() = store.edit().clear().apply()

    /** Whether the number with [key] may be called now. */
    fun isOn(key: String): Boolean = key == store.getString(KEY, null) &&
        context.clock.elapsedMillis - store.getLong(AT, Long.MIN_VALUE / 2) in 0 until LASTS_MILLIS

    private companion object {
        const val KEY = "key"
        const val AT = "at"
        const val LASTS_MILLIS = 60_000L
    }
}
