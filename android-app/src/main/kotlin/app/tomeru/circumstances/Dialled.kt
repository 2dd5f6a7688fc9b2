// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.content.Context
import android.os.UserManager
import app.tomeru.fault.Barrier
import app.tomeru.record.CallStore

/** Whether the owner dialled a number, as far as the records know. */
class Dialled(private val context: Context) {
    /** What is known of the number with [key], and how many seconds ago it was dialled. */
    fun find(key: String?): Pair<Told, Int?> {
        if (key == null) return Told.NO to null
        // The records lie in storage that is locked until the first unlock after a reboot.
        if (!context.systemService<UserManager>().isUserUnlocked) return Told.CANNOT_TELL to null
        return Barrier.ask(null, { Told.CANNOT_TELL to null }) {
            val at = Deadline.within(BUDGET_MILLIS) { CallStore.of(context).dialledAt(key) }
            when {
                // A clock that was set back must not make a number that was dialled a stranger.
                at != null -> Told.YES to secondsBetween(at, Clock.millis)

                CallStore.lostMemory(context) -> Told.CANNOT_TELL to null

                else -> Told.NO to null
            }
        }
    }

    private fun secondsBetween(from: Long, to: Long) =
        ((to - from) / Clock.MILLIS).coerceIn(0, Int.MAX_VALUE.toLong()).toInt()

    private companion object {
        const val BUDGET_MILLIS = 300L
    }
}
