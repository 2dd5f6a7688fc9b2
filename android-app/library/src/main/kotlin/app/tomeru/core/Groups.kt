// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

// What the app treats alike, decided once. Each `when` names every case: the compiler finds what a new one forgets.

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
