// SPDX-License-Identifier: Apache-2.0
package app.tomeru.words

import app.tomeru.R
import app.tomeru.core.Kind
import app.tomeru.core.Origin

// What the app makes of where a call comes from, in one place. Each `when` names every case, so that the compiler finds
// what a new one forgets.

/** Where a call comes from, as a string resource. */
internal val Origin.text: Int
    get() = when (this) {
        Origin.EMERGENCY -> R.string.origin_emergency
        Origin.DOMESTIC -> R.string.origin_domestic
        Origin.INTERNATIONAL -> R.string.origin_international
        Origin.GLOBAL_SERVICE -> R.string.origin_global_service
        Origin.UNASSIGNED -> R.string.origin_unassigned
        Origin.DISGUISED_DOMESTIC -> R.string.origin_disguised_domestic
        Origin.IMPOSSIBLE -> R.string.origin_impossible
        Origin.HIDDEN -> R.string.origin_hidden
        Origin.NOT_A_NUMBER -> R.string.origin_not_a_number
    }

/** A kind of call that users can choose an action for, as a string resource. */
internal val Kind.text: Int
    get() = when (this) {
        Kind.INTERNATIONAL -> R.string.origin_international
        Kind.GLOBAL_SERVICE -> R.string.kind_global_service
        Kind.UNASSIGNED -> R.string.origin_unassigned
        Kind.DISGUISED_DOMESTIC -> R.string.origin_disguised_domestic
        Kind.IMPOSSIBLE -> R.string.origin_impossible
        Kind.HIDDEN_RESTRICTED -> R.string.kind_hidden_restricted
        Kind.HIDDEN_PAYPHONE -> R.string.kind_hidden_payphone
        Kind.HIDDEN_UNKNOWN -> R.string.kind_hidden_unknown
        Kind.DOMESTIC_PREMIUM -> R.string.kind_domestic_premium
        Kind.DOMESTIC_UNKNOWN -> R.string.kind_domestic_unknown
    }

/** Whether nobody can have such a number, so that whoever shows it forged it. */
val Origin.isForged: Boolean
    get() = when (this) {
        Origin.UNASSIGNED, Origin.DISGUISED_DOMESTIC, Origin.IMPOSSIBLE -> true

        Origin.EMERGENCY, Origin.DOMESTIC, Origin.INTERNATIONAL, Origin.GLOBAL_SERVICE, Origin.HIDDEN,
        Origin.NOT_A_NUMBER,
        -> false
    }

/** Whether the number belongs to another country, or to none. */
val Origin.isAbroad: Boolean
    get() = when (this) {
        Origin.INTERNATIONAL, Origin.GLOBAL_SERVICE -> true

        Origin.EMERGENCY, Origin.DOMESTIC, Origin.UNASSIGNED, Origin.DISGUISED_DOMESTIC, Origin.IMPOSSIBLE,
        Origin.HIDDEN, Origin.NOT_A_NUMBER,
        -> false
    }

/** Whether calls of this kind show a number that nobody can have; see [Origin.isForged]. */
val Kind.isForged: Boolean
    get() = when (this) {
        Kind.UNASSIGNED, Kind.DISGUISED_DOMESTIC, Kind.IMPOSSIBLE -> true

        Kind.INTERNATIONAL, Kind.GLOBAL_SERVICE, Kind.HIDDEN_RESTRICTED, Kind.HIDDEN_PAYPHONE, Kind.HIDDEN_UNKNOWN,
        Kind.DOMESTIC_PREMIUM, Kind.DOMESTIC_UNKNOWN,
        -> false
    }
