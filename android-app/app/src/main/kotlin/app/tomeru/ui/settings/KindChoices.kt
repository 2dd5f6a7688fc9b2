// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import app.tomeru.core.Action
import app.tomeru.core.Core
import app.tomeru.core.Kind
import app.tomeru.core.Policy
import app.tomeru.words.isForged

/**
 * What can be chosen for a kind of calls.
 *
 * @property all the choices
 * @property chosen the one in force
 */
internal class KindChoices private constructor(val all: List<Action>, val chosen: Action) {
    companion object {
        /**
         * The choices for [kind] under [policy]; [core] says what is in force, and what the strictest is. Letting forged
         * numbers ring helps only forgers.
         */
        fun of(core: Core, kind: Kind, policy: Policy): KindChoices {
            val chosen = core.actionsOf(policy).first { it.kind == kind }.action
            val strictest = core.strictestAction(kind)
            val offered = Action.entries.filter { it <= strictest && !(kind.isForged && it == Action.ALLOW) }
            return KindChoices((offered + chosen).distinct(), chosen)
        }
    }
}
