// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import app.tomeru.core.Action
import app.tomeru.core.Core
import app.tomeru.core.Kind
import app.tomeru.core.Policy

/**
 * What can be chosen for a kind of calls.
 *
 * @property all the choices
 * @property chosen the one in force
 */
internal class KindChoices private constructor(val all: List<Action>, val chosen: Action) {
    companion object {
        /** Numbers that nobody has. */
        private val FORGED = setOf(Kind.UNASSIGNED, Kind.DISGUISED_DOMESTIC, Kind.IMPOSSIBLE)

        /** Those of [kind] under [policy]. A forged number that rings like any other helps nobody but the forger. */
        fun of(kind: Kind, policy: Policy): KindChoices {
            val chosen = Core.actionsOf(policy).first { it.kind == kind }.action
            val offered = if (kind in FORGED) Action.entries - Action.ALLOW else Action.entries
            return KindChoices((offered + chosen).distinct(), chosen)
        }
    }
}
