// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.content.Context
import app.tomeru.platform.Moment
import app.tomeru.platform.clock
import app.tomeru.platform.core
import app.tomeru.settings.SettingsFolder

/**
 * Deletes records older than the user wants to keep, once a day. A clock that was set, ahead or back, is not believed
 * before it has gone right for a day, nor one that nobody has looked at before: records must not go because a network, or
 * somebody, set it wrong for a while.
 */
internal class Retention(private val context: Context) {
    private val looked = Moment(context, "retention")

    /** Deletes from [calls] what is due. */
    fun apply(calls: CallStore) {
        // Read once: what is believed, what is deleted and what is remembered are about the same clock.
        val now = context.clock.millis
        val last = looked.atMillis
        if (last != null) {
            if (now - last in 0 until DAY_MILLIS) return
            if (isBelievable(now, last) && !delete(calls, now)) return
        }
        looked.remember(now)
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

    /**
     * Whether the clock went right since the [last] look. After a reboot nobody knows how long the phone was off: a week is
     * believed, for a phone that is never on for a whole day; after a longer time, the next look tells.
     */
    private fun isBelievable(now: Long, last: Long): Boolean {
        val setBy = looked.setAhead(now) ?: return now - last in 0 until OFF_MILLIS
        return setBy in -DAY_MILLIS until DAY_MILLIS
    }

    private companion object {
        const val DAY_MILLIS = 24 * 60 * 60 * 1_000L

        /** A week, and a day because nobody switches a phone on at the same minute. */
        const val OFF_MILLIS = 8 * DAY_MILLIS

        /** The longest time for which the settings allow remembering a dialled number. */
        const val MAX_MEMORY_DAYS = 366L
    }
}
