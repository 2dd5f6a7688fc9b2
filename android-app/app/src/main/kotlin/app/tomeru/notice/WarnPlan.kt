// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import app.tomeru.channel.ChannelState

/** What the phone does when a call comes. */
enum class Ringer { RINGS, VIBRATES, SILENT }

/** What "do not disturb" lets through (`NotificationManager.INTERRUPTION_FILTER_*`). */
enum class Filter { ALL, PRIORITY, ALARMS, NONE }

/** What the owner lets a locked screen show of notices. */
enum class LockScreen { ALL, NO_CONTENTS, NOTHING }

/**
 * All that decides how a call is warned of.
 *
 * @property sdk the Android API level
 * @property overlay whether Android lets the app draw over others
 * @property notices whether the app may show notices
 * @property spoken whether the person wants the voice, and what it says is true of this call
 * @property voice the channel that speaks
 * @property quiet the channel without a sound
 * @property locked whether the lock screen is up, with or without the call's screen over it
 */
data class Situation(
    val sdk: Int,
    val overlay: Boolean,
    val notices: Boolean,
    val spoken: Boolean,
    val voice: ChannelState,
    val quiet: ChannelState,
    val ringer: Ringer,
    val filter: Filter,
    val locked: Boolean,
    val lockScreen: LockScreen,
)

/** The notice of a warning. */
enum class WarnNotice {
    /** It speaks, again after [WarnPlan.REPEATS]. */
    VOICE,

    /** It pops up, again after [WarnPlan.REPEATS]. */
    QUIET,

    /** It is put among the other notices, once. */
    LISTED,

    /** There is none. */
    NONE,
}

/** What a notice says. No notice of a warning has the number: the phone may be locked while it is shown. */
enum class WarnContent {
    /** What to do at once, alone. */
    ORDER,

    /** That, what kind of call it is, its country, and what to do when it was answered. */
    ALL,
}

/** What ends a warning; whatever comes first. */
enum class WarnEnd {
    /** Its button. */
    CLOSED,

    /** Telecom's word that the call is over (`TelecomManager.ACTION_POST_CALL`). */
    POST_CALL,

    /** `TelephonyManager.getCallState`: it rang, and does not any more. */
    CALL_STATE,

    /** `AudioManager.getMode`: it rang or spoke, and is normal again. */
    AUDIO_MODE,

    /** [CallWatch.LONGEST_MILLIS] since it began, unless the phone is known to ring or was answered. */
    TIME,

    /** Nobody could look for [CallWatch.LONGEST_MILLIS], such as in a frozen process: gone with the first look. */
    PAUSE,
}

/** What may be said of a warning, to the person and in the documentation; nothing beyond it. */
enum class WarnClaim {
    /** Drawn over the call's screen, once that fills the display; on a locked phone, too. */
    OVER_CALL,

    /** Heard, beside the ringtone. */
    SPOKEN,

    /** Pops up, if the display is on; the phone's own notice of the call may come first. */
    POPS_UP,

    /** Among the notices of the lock screen. */
    ON_LOCK_SCREEN,
}

/**
 * How a call is warned of: the one decision, made by [WarnTable]. Nothing about warnings is decided elsewhere.
 *
 * @property overlay whether a window is laid over the call's screen
 */
data class WarnPlan(
    val overlay: Boolean,
    val notice: WarnNotice,
    val content: WarnContent,
    val ends: Set<WarnEnd>,
    val claims: Set<WarnClaim>,
) {
    /** When the notice is posted again, in milliseconds after the first time. */
    val repeats: List<Long> get() = if (notice == WarnNotice.VOICE ||
        notice == WarnNotice.QUIET
    ) {
        REPEATS
    } else {
        emptyList()
    }

    companion object {
        /**
         * In milliseconds: a sentence of 4 s is heard three times. Without a window nothing holds the app's process once
         * the call was answered about, and Android 14 and later freeze it 10 s after that (`CachedAppOptimizer`).
         */
        val REPEATS = listOf(4_500L, 9_000L)

        /** What is done in [situation]. */
        fun of(situation: Situation): WarnPlan {
            val notice = WarnTable.first(WarnTable.NOTICE, situation)
            return WarnPlan(
                WarnTable.first(WarnTable.OVERLAY, situation),
                notice,
                WarnTable.first(WarnTable.CONTENT, situation),
                WarnTable.first(WarnTable.ENDS, situation),
                WarnTable.CLAIMS.filter { it.asks.holds(situation, notice) }.map { it.result }.toSet(),
            )
        }
    }
}
