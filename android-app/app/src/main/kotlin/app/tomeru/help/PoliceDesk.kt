// SPDX-License-Identifier: Apache-2.0
package app.tomeru.help

import java.time.LocalTime

/**
 * When people answer #9110, the police's number for advice; at other times whoever is on duty, or a recording.
 * Prefectures differ. Source: the National Police Agency's pages on telephone fraud (SOS47), 2026-08.
 */
object PoliceDesk {
    private val hours = Hours(LocalTime.of(8, 30), LocalTime.of(17, 15))

    /** Whether they surely answer at [millis] since 1970, as far as [holidays] tell. */
    internal fun isOpen(millis: Long, holidays: Holidays): Boolean = hours.at(millis, holidays) == Answering.YES
}
