// SPDX-License-Identifier: Apache-2.0
@file:JvmName("Presets")

package app.tomeru.settings

import app.tomeru.core.Kind
import app.tomeru.core.Policy
import app.tomeru.core.Preset

/** Whether calls from abroad are treated otherwise than by the preset, as a family code or a backup may ask for. */
val Policy.hasOwnWay: Boolean get() = ownActions.any { it.kind == Kind.INTERNATIONAL }

/** This policy once the owner chose [preset]: it comes into force, whatever else was in force for calls from abroad. */
fun Policy.choosing(preset: Preset): Policy =
    copy(preset = preset, ownActions = ownActions.filter { it.kind != Kind.INTERNATIONAL })
