// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.check

import android.content.Context
import app.tomeru.call.Circumstances
import app.tomeru.call.ScreenedCall
import app.tomeru.core.Answer
import app.tomeru.core.Explanation
import app.tomeru.platform.core
import app.tomeru.ring.RingPath

/**
 * What is known of a number.
 *
 * @property answer what the ring path would answer if it called now
 * @property circumstances what was known for that
 * @property explanation what the number is
 */
class Check(
    val number: String,
    val answer: Answer,
    val circumstances: Circumstances,
    val explanation: Explanation,
) {
    companion object {
        /**
         * Checks [number] with the ring path itself; [typed] tells whether a person wrote it or a network showed it. Not
         * for the main thread.
         */
        fun of(context: Context, number: String, typed: Boolean): Check {
            val decision = RingPath(context).decide(ScreenedCall.from(number, typed))
            val explanation = context.core.explain(number, typed, decision.circumstances.places.packed)
            return Check(number, decision.answer, decision.circumstances, explanation)
        }
    }
}
