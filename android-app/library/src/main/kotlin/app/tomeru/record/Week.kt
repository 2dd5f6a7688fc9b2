// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import app.tomeru.platform.Clock
import java.time.LocalDate

/** Number of calls stopped on each of the last seven days, today last. */
data class Week(val days: List<Day>) {
    /** One day of it. */
    data class Day(val date: LocalDate, val count: Int)

    /** The sum over all days. */
    val total: Int get() = days.sumOf { it.count }

    companion object {
        private const val DAYS = 7L

        /** When the week that ends [now] began, in milliseconds since 1970. */
        @JvmStatic
        fun beginning(now: Long): Long = Clock.beginning(Clock.day(now).minusDays(DAYS - 1))

        /** The week that ends [now], in which calls were stopped at [times]; all in milliseconds since 1970. */
        @JvmStatic
        fun of(times: List<Long>, now: Long): Week {
            val counts = times.groupingBy(Clock::day).eachCount()
            val first = Clock.day(now).minusDays(DAYS - 1)
            return Week((0 until DAYS).map(first::plusDays).map { Day(it, counts[it] ?: 0) })
        }
    }
}
