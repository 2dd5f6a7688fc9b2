// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

/**
 * Tells from one look after the other whether a call still rings, was answered, or is over. It holds no Android.
 *
 * @param begun when the warning began, by the clock that nobody sets, in milliseconds
 * @param atFirst what was to be seen then: before this call rings, so it is about another one
 */
internal class CallWatch(private val begun: Long, atFirst: Sign) {
    /** What is to be seen of calls. */
    enum class Sign {
        RINGS,
        SPEAKS,

        /** Android says that there is no call. */
        NO_CALL,

        /** Nothing: there is no call, or one that makes no sound. */
        NOTHING,
    }

    /** How far the call is. */
    enum class Stage { RINGING, ANSWERED, OVER }

    private val wasBusy = atFirst == Sign.SPEAKS
    private var rang = false
    private var last = begun

    /** What the last look found. */
    var stage = Stage.RINGING
        private set

    /** A look at [now], in milliseconds; what is over stays over. */
    fun look(now: Long, sign: Sign): Stage {
        val paused = now - last >= LONGEST_MILLIS
        last = now
        // A window that nobody looked after may stand over another call by now.
        stage = if (paused) Stage.OVER else next(now - begun, sign)
        return stage
    }

    private fun next(millis: Long, sign: Sign): Stage = when {
        stage == Stage.OVER -> {
            Stage.OVER
        }

        sign == Sign.SPEAKS -> {
            spoken(millis)
        }

        stage == Stage.ANSWERED -> {
            if (sign == Sign.RINGS) Stage.ANSWERED else Stage.OVER
        }

        sign == Sign.RINGS -> {
            rang = true
            if (millis < MAX_MILLIS) Stage.RINGING else Stage.OVER
        }

        rang || wasBusy -> {
            Stage.OVER
        }

        // The call gets its answer a moment before it rings.
        sign == Sign.NO_CALL && millis >= SETTLED_MILLIS -> {
            Stage.OVER
        }

        else -> {
            if (millis < LONGEST_MILLIS) Stage.RINGING else Stage.OVER
        }
    }

    /** Who spoke before it rang may speak to the one before. */
    private fun spoken(millis: Long): Stage = when {
        stage == Stage.ANSWERED || !wasBusy -> Stage.ANSWERED
        rang || millis >= LONGEST_MILLIS -> Stage.OVER
        else -> Stage.RINGING
    }

    companion object {
        /** A phone that is not known to ring has stopped by then, and a window is not left alone for longer. */
        const val LONGEST_MILLIS = 60_000L

        /** Longer than any phone rings, known or not. */
        private const val MAX_MILLIS = 120_000L

        /** Telecom lets other filters look for 5 s at most before it rings (AOSP, `IncomingCallFilterGraph`). */
        private const val SETTLED_MILLIS = 10_000L
    }
}
