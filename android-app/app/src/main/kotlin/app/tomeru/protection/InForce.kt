// SPDX-License-Identifier: Apache-2.0
package app.tomeru.protection

import android.content.Context
import app.tomeru.R
import app.tomeru.call.Places
import app.tomeru.call.ScreenedCall
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.Action
import app.tomeru.core.CoreMissing
import app.tomeru.core.Pass
import app.tomeru.core.Policy
import app.tomeru.core.Preset
import app.tomeru.core.Problem
import app.tomeru.core.Reason
import app.tomeru.core.Strangers
import app.tomeru.fault.Barrier
import app.tomeru.platform.clock
import app.tomeru.platform.core
import app.tomeru.ring.RingPath
import app.tomeru.settings.SettingsStore
import app.tomeru.words.ring
import app.tomeru.words.state

/**
 * The settings that calls are currently decided by.
 *
 * @property isPaused whether the person let all calls ring for now
 * @property letsStrangersRing whether the person lets strangers' calls from abroad ring, without a warning
 * @property warns whether strangers' calls from abroad ring with a warning
 * @property passes the timed passes that are on
 * @property state what happens to strangers' calls, as a sentence
 * @property tableIsIntact whether the table of numbers is the one that was built
 * @property broken what of the app does not work as it was set up, as a sentence, or null
 * @property remark [broken], or what is otherwise where the phone is, or null
 */
internal class InForce private constructor(
    val isPaused: Boolean,
    val letsStrangersRing: Boolean,
    val warns: Boolean,
    val passes: List<Pass>,
    val state: Int,
    val tableIsIntact: Boolean,
    val broken: Int?,
    val remark: Int?,
) {
    companion object {
        /** Looks; null if the ring path does not work, so that every call rings. Not for the main thread. */
        fun of(context: Context): InForce? {
            if (!context.core.ringPathWorks()) return null
            return Barrier.ask(null, { shown(context, it) }) {
                val stored = SettingsStore(context).load()
                val policy = stored.settings.policy
                val places = PhonePlaces(context).now()
                val strangers = context.core.strangersUnder(policy, places.home)
                val intact = context.core.tableIsIntact()
                val abroad = R.string.state_abroad.takeIf { ringsWhereItIs(policy, places) }
                // By older settings nothing is stopped (core, `Verdict.without_settings`).
                val broken = stored.problem?.let(::text)
                val passes = policy.passes.filter { it.until > context.clock.seconds }
                val warns = strangers.abroad == Action.WARN && !strangers.onlyKnownRing
                InForce(policy.paused, strangers.ring, warns, passes, strangers.state, intact, broken, broken ?: abroad)
            }
        }

        /** Whether the phone is abroad, and strangers' calls from the country that it is in ring. */
        private fun ringsWhereItIs(policy: Policy, places: Places) =
            places.network != places.home && places.network != places.secondHome && policy.preset != Preset.KNOWN

        private fun text(problem: Problem) = when (problem) {
            Problem.LAST_GOOD -> R.string.settings_last_good
            Problem.RECOMMENDED -> R.string.settings_recommended
        }

        /**
         * Where the settings cannot be read, because of [fault], the ring path shows what it does with a call from
         * abroad.
         */
        private fun shown(context: Context, fault: Throwable): InForce? {
            val call = ScreenedCall.from(context.getString(R.string.test_number))
            val answer = Barrier.ask(null, { null }) { RingPath(context).decide(call).answer }
            if (answer == null || answer.fault != null) return null
            val broken = if (fault is CoreMissing) R.string.part_missing else R.string.settings_unknown
            // What happens to this call happens to others like it.
            val strangers = Strangers(onlyKnownRing = false, answer.action, otherForSome = false)
            val isPaused = answer.reason == Reason.PAUSED
            val state = strangers.state
            return InForce(isPaused, strangers.ring, false, emptyList(), state, tableIsIntact = true, broken, broken)
        }
    }
}
