// SPDX-License-Identifier: Apache-2.0
package app.tomeru.help

import java.time.DayOfWeek
import java.time.Instant
import java.time.LocalTime
import java.time.ZoneId

/**
 * When people answer #9110, the police's number for advice: on weekdays from 8:30 to 17:15, by Japanese time; at other
 * times whoever is on duty, or a recording. Prefectures differ. Source: the National Police Agency's pages on telephone
 * fraud (SOS47), 2026-08.
 */
object PoliceDesk {
    private val opens = LocalTime.of(8, 30)
    private val closes = LocalTime.of(17, 15)

    /** Whether they answer at [millis] since 1970; [holidays] are free days. */
    internal fun isOpen(millis: Long, holidays: Holidays): Boolean {
        val time = Instant.ofEpochMilli(millis).atZone(ZoneId.of("Asia/Tokyo"))
        val isOfficeHour = time.toLocalTime() >= opens && time.toLocalTime() < closes
        return time.dayOfWeek < DayOfWeek.SATURDAY && time.toLocalDate() !in holidays.days && isOfficeHour
    }
}
