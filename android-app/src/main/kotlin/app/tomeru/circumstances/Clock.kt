// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.os.SystemClock
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId

/** The time. Tests set it. */
object Clock {
    internal var source: () -> Long = System::currentTimeMillis
    internal var elapsedSource: () -> Long = SystemClock::elapsedRealtime

    /** Milliseconds since 1970; people and networks set it, forth and back. */
    val millis: Long get() = source()

    /** Seconds since 1970. */
    val seconds: Long get() = millis / MILLIS

    /** Milliseconds since boot; nobody sets it. */
    val elapsedMillis: Long get() = elapsedSource()

    /** The day, where the phone is, of [millis] since 1970. */
    fun day(millis: Long): LocalDate = Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()).toLocalDate()

    /** Where the phone is, when [day] began, in milliseconds since 1970. */
    fun beginning(day: LocalDate): Long = day.atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli()

    /** Milliseconds in a second. */
    const val MILLIS: Long = 1_000
}
