// SPDX-License-Identifier: Apache-2.0
package app.tomeru.hooks

import android.content.Context
import android.content.SharedPreferences
import app.tomeru.platform.clock

/** Something that happens on a phone around a call, and that no test without a phone can show. */
enum class Hook {
    /** Telecom bound the screening service. */
    BOUND,

    /** A call had its answer; it took as long as is kept with it. */
    ANSWERED,

    /** The warning's window was drawn, on an unlocked phone. */
    OVERLAY_DRAWN,

    /** The same while the phone was locked. Android may hide what is drawn then. */
    OVERLAY_DRAWN_LOCKED,

    /** The window's button was pressed: somebody saw it. */
    OVERLAY_CLOSED,

    /** The warning's notice was posted. */
    NOTICE_POSTED,

    /** Telecom said that a call was over (`TelecomManager.ACTION_POST_CALL`). */
    POST_CALL,

    /** Telecom told of an emergency call of the owner's. */
    EMERGENCY_SEEN,

    /** The daily look found that the phone is not protected any more. */
    PROTECTION_LOST,
}

/**
 * Which hooks fired lately, for a tester's report. What is kept of each is a count, a time and a duration, so that no
 * number, name or text of a call can get in. Kept where a call before the first unlock can write.
 */
class Hooks(private val context: Context) {
    private val store: SharedPreferences =
        context.createDeviceProtectedStorageContext().getSharedPreferences("hooks", Context.MODE_PRIVATE)

    /**
     * What is known of one hook.
     *
     * @property count how often it fired, [MOST_COUNT] at most
     * @property atMillis when it last did, in milliseconds since 1970
     * @property tookMillis how long that took, [MOST_MILLIS] at most, or null if nothing was measured
     */
    data class Seen(val hook: Hook, val count: Int, val atMillis: Long, val tookMillis: Int?)

    /** [hook] fired now; [tookMillis] is how long it took, if that was measured. Written in the background. */
    @JvmOverloads
    fun fired(hook: Hook, tookMillis: Long? = null) = synchronized(LOCK) {
        val took = tookMillis?.coerceIn(0, MOST_MILLIS.toLong())?.toInt() ?: NOT_MEASURED
        store.edit()
            .putInt(hook.name + COUNT, (store.getInt(hook.name + COUNT, 0) + 1).coerceAtMost(MOST_COUNT))
            .putLong(hook.name + AT, context.clock.millis)
            .putInt(hook.name + TOOK, took)
            .apply()
    }

    /** Those that fired, in the order of [Hook]. */
    fun all(): List<Seen> = Hook.entries.filter { store.contains(it.name + COUNT) }.map { hook ->
        Seen(
            hook,
            store.getInt(hook.name + COUNT, 1),
            store.getLong(hook.name + AT, 0),
            store.getInt(hook.name + TOOK, NOT_MEASURED).takeIf { it != NOT_MEASURED },
        )
    }

    companion object {
        /** The highest count that is told. */
        const val MOST_COUNT: Int = 999

        /** The longest duration that is told; Telecom waits no longer than half of it. */
        const val MOST_MILLIS: Int = 9_999
        private const val COUNT = ".count"
        private const val AT = ".at"
        private const val TOOK = ".took"
        private const val NOT_MEASURED = -1
        private val LOCK = Any()
    }
}
