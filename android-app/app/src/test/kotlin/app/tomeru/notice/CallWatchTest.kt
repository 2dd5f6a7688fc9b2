// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import app.tomeru.notice.CallWatch.Sign
import app.tomeru.notice.CallWatch.Sign.NOTHING
import app.tomeru.notice.CallWatch.Sign.NO_CALL
import app.tomeru.notice.CallWatch.Sign.RINGS
import app.tomeru.notice.CallWatch.Sign.SPEAKS
import app.tomeru.notice.CallWatch.Stage
import app.tomeru.notice.CallWatch.Stage.ANSWERED
import app.tomeru.notice.CallWatch.Stage.OVER
import app.tomeru.notice.CallWatch.Stage.RINGING
import org.junit.Assert.assertEquals
import org.junit.Test

class CallWatchTest {
    /**
     * Looks twice a second; [signs] are what is to be seen, and for how many seconds. Gives the stages as they
     * change.
     */
    private fun stages(vararg signs: Pair<Sign, Int>, atFirst: Sign = NOTHING): List<Pair<Int, Stage>> {
        val watch = CallWatch(BEGUN, atFirst)
        val changes = mutableListOf(0 to RINGING)
        var millis = 0L
        for ((sign, seconds) in signs) {
            repeat(seconds * 2) {
                millis += 500
                val stage = watch.look(BEGUN + millis, sign)
                if (stage != changes.last().second) changes += (millis / 1_000).toInt() to stage
            }
        }
        return changes
    }

    @Test
    fun `a call that rings and is missed`() =
        assertEquals(listOf(0 to RINGING, 25 to OVER), stages(NOTHING to 1, RINGS to 24, NOTHING to 5))

    @Test
    fun `a call that is answered and spoken for an hour`() = assertEquals(
        listOf(0 to RINGING, 10 to ANSWERED, 3_610 to OVER),
        stages(RINGS to 10, SPEAKS to 3_600, NOTHING to 5),
    )

    @Test
    fun `a silent phone shows nothing until it is answered`() = assertEquals(
        listOf(0 to RINGING, 30 to ANSWERED, 40 to OVER),
        stages(NOTHING to 30, SPEAKS to 10, NOTHING to 5),
    )

    @Test
    fun `a silent phone that nobody answers waits a minute`() =
        assertEquals(listOf(0 to RINGING, 60 to OVER), stages(NOTHING to 80))

    @Test
    fun `a phone that is known to ring is warned for longer, but not for ever`() =
        assertEquals(listOf(0 to RINGING, 120 to OVER), stages(RINGS to 200))

    @Test
    fun `the line says that there is no call`() {
        assertEquals(listOf(0 to RINGING, 20 to OVER), stages(NO_CALL to 1, RINGS to 19, NO_CALL to 5))
        // Its caller was gone before it rang.
        assertEquals(listOf(0 to RINGING, 10 to OVER), stages(NO_CALL to 30))
    }

    @Test
    fun `who speaks already may go on doing so`() {
        // By the sound alone it cannot be told which of the two is spoken.
        assertEquals(listOf(0 to RINGING, 60 to OVER), stages(SPEAKS to 90, atFirst = SPEAKS))
        assertEquals(listOf(0 to RINGING, 15 to OVER), stages(SPEAKS to 15, NOTHING to 5, atFirst = SPEAKS))
        // The line tells when it stops ringing.
        assertEquals(
            listOf(0 to RINGING, 20 to OVER),
            stages(SPEAKS to 1, RINGS to 19, SPEAKS to 30, atFirst = SPEAKS),
        )
    }

    @Test
    fun `another call that rings during the talk ends nothing`() = assertEquals(
        listOf(0 to RINGING, 5 to ANSWERED, 50 to OVER),
        stages(RINGS to 5, SPEAKS to 20, RINGS to 5, SPEAKS to 20, NOTHING to 5),
    )

    @Test
    fun `after a pause the first look ends it, whatever is to be seen then`() {
        for (sign in Sign.entries) {
            val ringing = CallWatch(BEGUN, NOTHING)
            assertEquals(OVER, ringing.look(BEGUN + HOURS, sign))
            val spoken = CallWatch(BEGUN, NOTHING)
            assertEquals(ANSWERED, spoken.look(BEGUN + 500, SPEAKS))
            assertEquals(OVER, spoken.look(BEGUN + HOURS, sign))
            assertEquals("what is over stays over", OVER, spoken.look(BEGUN + HOURS + 500, SPEAKS))
        }
    }

    private companion object {
        const val BEGUN = 123_456L
        const val HOURS = 5 * 60 * 60 * 1_000L
    }
}
