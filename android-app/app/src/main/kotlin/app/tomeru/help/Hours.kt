// SPDX-License-Identifier: Apache-2.0
package app.tomeru.help

import java.time.DayOfWeek
import java.time.Instant
import java.time.LocalTime
import java.time.MonthDay
import java.time.ZoneId
import java.time.ZonedDateTime

/**
 * When people answer: from [from] until [to] on weekdays that are no holidays, by Japanese time.
 */
data class Hours(val from: LocalTime, val to: LocalTime) {
    /** Whether they answer at [millis] since 1970, as far as [holidays] tell. */
    internal fun at(millis: Long, holidays: Holidays): Answering {
        val time = Instant.ofEpochMilli(millis).atZone(ZoneId.of("Asia/Tokyo"))
        val day = time.toLocalDate()
        return when {
            time.dayOfWeek >= DayOfWeek.SATURDAY || time.toLocalTime().let { it < from || it >= to } -> Answering.NO
            day in holidays.days -> Answering.NO
            day > holidays.until -> Answering.HOLIDAYS_UNKNOWN
            isYearsEnd(time) -> Answering.YEARS_END
            else -> Answering.YES
        }
    }

    /** Offices are closed on these days by custom, which is no holiday of the law and differs. */
    private fun isYearsEnd(time: ZonedDateTime): Boolean {
        val day = MonthDay.from(time)
        return day >= MonthDay.of(12, 29) || day <= MonthDay.of(1, 3)
    }
}

/** Whether people answer now. */
internal enum class Answering {
    YES,
    NO,

    /** A weekday about New Year: nobody knows here whether they do. */
    YEARS_END,

    /** A weekday after the end of what is known of holidays. */
    HOLIDAYS_UNKNOWN,
}
