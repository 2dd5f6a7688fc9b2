// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.content.Context
import android.content.SharedPreferences
import android.provider.Settings
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.core.Origin
import app.tomeru.core.Reason
import app.tomeru.platform.clock
import app.tomeru.words.isForged

/**
 * A rehearsal: within ten minutes the next call that would simply ring is warned of, whoever calls, so that the family
 * sees the warning on this very phone, locked, too.
 *
 * The call has its answer before anything of this is asked: a rehearsal stops no call and silences none. A call that is
 * stopped or warned of anyway is none, and leaves it on: whoever takes real fraud for a rehearsal answers it.
 */
class Rehearsal(private val context: Context) {
    private val store: SharedPreferences =
        context.createDeviceProtectedStorageContext().getSharedPreferences("rehearsal", Context.MODE_PRIVATE)

    /** Whether the next call is one. */
    val isOn: Boolean get() = leftMillis > 0

    /** How long it stays on, in milliseconds; by the clock that nobody sets, and within one boot. */
    val leftMillis: Long
        get() {
            if (store.getInt(BOOT, -1) != boot()) return 0
            val passed = context.clock.elapsedMillis - store.getLong(AT, Long.MIN_VALUE / 2)
            return if (passed in 0..LASTS_MILLIS) LASTS_MILLIS - passed else 0
        }

    /** It is on from now on. */
    fun begin() = store.edit().putLong(AT, context.clock.elapsedMillis).putInt(BOOT, boot()).apply()

    /** It is over. */
    fun end() = store.edit().clear().apply()

    /** [record], told as the rehearsal if it is one; the next call is none then. */
    fun told(record: CallRecord): CallRecord {
        if (!rings(record) || !isOn) return record
        end()
        return record.copy(rehearsal = true)
    }

    /**
     * Whether [record] is a call that always rings. Nobody shall hesitate to answer help that calls back, a fault is told
     * as one, and what a pass, a pause or a journey lets ring may be fraud that is stopped at other times.
     */
    private fun rings(record: CallRecord) = !record.outgoing && record.action == Action.ALLOW &&
        record.fault == null && record.origin != Origin.EMERGENCY && record.reason !in OTHERWISE &&
        !record.origin.isForged && record.signs.isEmpty()

    private fun boot() = Settings.Global.getInt(context.contentResolver, Settings.Global.BOOT_COUNT, 0)

    companion object {
        /** How long it waits for a call, in milliseconds. */
        const val LASTS_MILLIS: Long = 10 * 60_000L
        private val OTHERWISE = setOf(
            Reason.EMERGENCY,
            Reason.EMERGENCY_WINDOW,
            Reason.PAUSED,
            Reason.PASS,
            Reason.COUNTRY_PASS,
            Reason.COUNTRY_HERE,
        )
        private const val AT = "at"
        private const val BOOT = "boot"
    }
}
