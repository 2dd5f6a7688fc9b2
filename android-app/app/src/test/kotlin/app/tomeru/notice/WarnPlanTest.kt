// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import app.tomeru.channel.ChannelState
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** The table in every situation there is. */
class WarnPlanTest {
    private val all = sequence {
        val yesNo = listOf(false, true)
        for (sdk in 29..36) {
            for (bits in 0 until 16) {
                for (voice in ChannelState.entries) {
                    for (quiet in ChannelState.entries) {
                        for (ringer in Ringer.entries) {
                            for (filter in Filter.entries) {
                                for (lockScreen in LockScreen.entries) {
                                    val (overlay, notices, spoken, locked) = (0..3).map { yesNo[bits shr it and 1] }
                                    val given = Situation(
                                        sdk,
                                        overlay,
                                        notices,
                                        spoken,
                                        voice,
                                        quiet,
                                        ringer,
                                        filter,
                                        locked,
                                        lockScreen,
                                    )
                                    yield(given)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private fun each(check: (Situation, WarnPlan) -> Boolean) {
        val wrong = all.firstOrNull { !check(it, WarnPlan.of(it)) }
        assertEquals("an exception", null, wrong)
    }

    @Test
    fun `each row decides somewhere, and bears its own name`() {
        val rows = with(WarnTable) { OVERLAY + NOTICE + CONTENT + ENDS + CLAIMS }
        assertEquals(rows.size, rows.map { it.name }.toSet().size)
        val deciding = mutableSetOf<String>()
        for (situation in all) {
            with(WarnTable) {
                for (table in listOf(OVERLAY, NOTICE, CONTENT, ENDS)) {
                    deciding += table.first { it.asks.holds(situation) }.name
                }
                val notice = WarnPlan.of(situation).notice
                deciding += CLAIMS.filter { it.asks.holds(situation, notice) }.map { it.name }
            }
        }
        assertEquals(rows.map { it.name }.toSet(), deciding)
    }

    @Test
    fun `the overlay is there whenever Android allows it`() = each { s, plan -> plan.overlay == s.overlay }

    @Test
    fun `nobody is spoken to who muted the phone, the voice or the notices`() = each { s, plan ->
        val maySpeak = s.notices && s.spoken && s.voice == ChannelState.ON && s.ringer == Ringer.RINGS &&
            s.filter in setOf(Filter.ALL, Filter.PRIORITY)
        (plan.notice == WarnNotice.VOICE) == maySpeak
    }

    @Test
    fun `without a voice there is the quiet notice, unless it is muted or off`() = each { s, plan ->
        val wanted = when {
            plan.notice == WarnNotice.VOICE -> WarnNotice.VOICE
            !s.notices || s.quiet == ChannelState.OFF -> WarnNotice.NONE
            s.quiet == ChannelState.MUTED -> WarnNotice.LISTED
            else -> WarnNotice.QUIET
        }
        plan.notice == wanted
    }

    @Test
    fun `what announces itself does so again after 4,5 and 9 seconds`() = each { _, plan ->
        val announces = plan.notice == WarnNotice.VOICE || plan.notice == WarnNotice.QUIET
        plan.repeats == if (announces) listOf(4_500L, 9_000L) else emptyList<Long>()
    }

    @Test
    fun `a locked phone gets the order alone`() = each { s, plan -> (plan.content == WarnContent.ORDER) == s.locked }

    @Test
    fun `each version is asked only what it answers, and time ends it on all`() = each { s, plan ->
        plan.ends.containsAll(setOf(WarnEnd.CLOSED, WarnEnd.AUDIO_MODE, WarnEnd.TIME, WarnEnd.PAUSE)) &&
            (WarnEnd.POST_CALL in plan.ends) == (s.sdk >= 30) &&
            (WarnEnd.CALL_STATE in plan.ends) == (s.sdk <= 30)
    }

    @Test
    fun `nothing is claimed that is not done`() = each { s, plan ->
        val announces = plan.notice == WarnNotice.VOICE || plan.notice == WarnNotice.QUIET
        val may = mapOf(
            WarnClaim.OVER_CALL to plan.overlay,
            WarnClaim.SPOKEN to (plan.notice == WarnNotice.VOICE && s.filter == Filter.ALL),
            WarnClaim.POPS_UP to (announces && !s.locked),
            WarnClaim.ON_LOCK_SCREEN to (announces && s.locked && s.lockScreen != LockScreen.NOTHING),
        )
        plan.claims.all(may::getValue) && (WarnClaim.OVER_CALL in plan.claims) == plan.overlay
    }

    @Test
    fun `from Android 12 on a lock screen that hides contents promises nothing`() {
        for (situation in all.filter { it.locked && it.lockScreen == LockScreen.NO_CONTENTS && it.sdk >= 31 }) {
            assertTrue(WarnClaim.ON_LOCK_SCREEN !in WarnPlan.of(situation).claims)
        }
    }
}
