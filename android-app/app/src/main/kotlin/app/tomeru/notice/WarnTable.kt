// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import app.tomeru.channel.ChannelState
import app.tomeru.notice.WarnClaim.ON_LOCK_SCREEN
import app.tomeru.notice.WarnClaim.OVER_CALL
import app.tomeru.notice.WarnClaim.POPS_UP
import app.tomeru.notice.WarnClaim.SPOKEN
import app.tomeru.notice.WarnEnd.AUDIO_MODE
import app.tomeru.notice.WarnEnd.CALL_STATE
import app.tomeru.notice.WarnEnd.CLOSED
import app.tomeru.notice.WarnEnd.PAUSE
import app.tomeru.notice.WarnEnd.POST_CALL
import app.tomeru.notice.WarnEnd.TIME

/** The rows by which [WarnPlan] is made; `docs/warnings.md` is made of them, too. */
internal object WarnTable {
    /** What a row asks; null: it does not matter. [notice] is what [NOTICE] has decided. */
    data class Asks(
        val sdk: IntRange? = null,
        val overlay: Boolean? = null,
        val notices: Boolean? = null,
        val spoken: Boolean? = null,
        val voice: Set<ChannelState>? = null,
        val quiet: Set<ChannelState>? = null,
        val ringer: Set<Ringer>? = null,
        val filter: Set<Filter>? = null,
        val locked: Boolean? = null,
        val lockScreen: Set<LockScreen>? = null,
        val notice: Set<WarnNotice>? = null,
    ) {
        /** Whether all that is asked is so. */
        fun holds(situation: Situation, decided: WarnNotice? = null): Boolean =
            (sdk == null || situation.sdk in sdk) &&
                (overlay == null || situation.overlay == overlay) &&
                (notices == null || situation.notices == notices) &&
                (spoken == null || situation.spoken == spoken) &&
                (voice == null || situation.voice in voice) &&
                (quiet == null || situation.quiet in quiet) &&
                (ringer == null || situation.ringer in ringer) &&
                (filter == null || situation.filter in filter) &&
                (locked == null || situation.locked == locked) &&
                (lockScreen == null || situation.lockScreen in lockScreen) &&
                (notice == null || decided in notice)
    }

    /** A row: what it asks, what follows, and why. */
    data class Row<T>(val name: String, val asks: Asks, val result: T, val why: String)

    /** The result of the first row of [rows] that holds; the last one asks nothing. */
    fun <T> first(rows: List<Row<T>>, situation: Situation): T = rows.first { it.asks.holds(situation) }.result

    /** Whether a window is laid over the call's screen. */
    val OVERLAY = listOf(
        Row("W1", Asks(overlay = true), true, "first of all, for the notice of a locked phone is not seen"),
        Row("W2", Asks(), false, "Android would refuse it"),
    )

    /** Which notice there is. */
    val NOTICE = listOf(
        Row("N1", Asks(notices = false), WarnNotice.NONE, "Android would drop it"),
        Row(
            "N2",
            Asks(
                spoken = true,
                voice = setOf(ChannelState.ON),
                ringer = setOf(Ringer.RINGS),
                filter = setOf(Filter.ALL, Filter.PRIORITY),
            ),
            WarnNotice.VOICE,
            "a phone that may ring may speak; in PRIORITY Android lets a call's notice sound only if strangers' calls may ring",
        ),
        Row(
            "N3",
            Asks(quiet = setOf(ChannelState.ON)),
            WarnNotice.QUIET,
            "who muted the phone or the voice hears nothing",
        ),
        Row("N4", Asks(quiet = setOf(ChannelState.MUTED)), WarnNotice.LISTED, "the person muted it: nothing to repeat"),
        Row("N5", Asks(), WarnNotice.NONE, "the person switched it off"),
    )

    /** What stands in the notice. */
    val CONTENT = listOf(
        Row("T1", Asks(locked = true), WarnContent.ORDER, "whoever sees a locked phone need not learn who calls"),
        Row(
            "T2",
            Asks(),
            WarnContent.ALL,
            "the number is on the call's screen; the phone may be locked in the next second",
        ),
    )

    /** What ends it all. */
    val ENDS = listOf(
        Row(
            "E1",
            Asks(sdk = 29..29),
            setOf(CLOSED, CALL_STATE, AUDIO_MODE, TIME, PAUSE),
            "Android 10 has no POST_CALL; getCallState needs no permission",
        ),
        Row(
            "E2",
            Asks(sdk = 30..30),
            setOf(CLOSED, POST_CALL, CALL_STATE, AUDIO_MODE, TIME, PAUSE),
            "Android 11 has both",
        ),
        Row(
            "E3",
            Asks(),
            setOf(CLOSED, POST_CALL, AUDIO_MODE, TIME, PAUSE),
            "from Android 12 on getCallState needs a permission that the app does not have",
        ),
    )

    /** What may be claimed: every row that holds. */
    val CLAIMS = listOf(
        Row(
            "C1",
            Asks(overlay = true),
            OVER_CALL,
            "FLAG_SHOW_WHEN_LOCKED shows it as soon as the call's screen covers the lock screen; never on the bare lock screen or the always-on display",
        ),
        Row(
            "C2",
            Asks(filter = setOf(Filter.ALL), notice = setOf(WarnNotice.VOICE)),
            SPOKEN,
            "in PRIORITY nobody tells the app whether it was let through",
        ),
        Row(
            "C3",
            Asks(
                filter = setOf(Filter.ALL),
                locked = false,
                notice = setOf(WarnNotice.VOICE, WarnNotice.QUIET),
            ),
            POPS_UP,
            "with the display on; a locked phone drops it or shows the dialer's first",
        ),
        Row(
            "C4",
            Asks(
                sdk = 29..30,
                locked = true,
                lockScreen = setOf(LockScreen.ALL, LockScreen.NO_CONTENTS),
                notice = setOf(WarnNotice.VOICE, WarnNotice.QUIET),
            ),
            ON_LOCK_SCREEN,
            "a public notice is shown there whatever the owner hides",
        ),
        Row(
            "C5",
            Asks(
                locked = true,
                lockScreen = setOf(LockScreen.ALL),
                notice = setOf(WarnNotice.VOICE, WarnNotice.QUIET),
            ),
            ON_LOCK_SCREEN,
            "Android 12 and later hide even a public one when the owner hides contents",
        ),
    )
}
