// SPDX-License-Identifier: Apache-2.0
package app.tomeru.platform

import android.os.SystemClock
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit

/** The time. Tests set it. */
object Clock {
    internal var source: () -> Long = System::currentTimeMillis
    internal var elapsedSource: () -> Long = SystemClock::elapsedRealtime

    /** Waits for work no longer than so many milliseconds, as [Future.get] does. */
    internal var wait: (Future<*>, Long) -> Unit = { work, millis -> work.get(millis, TimeUnit.MILLISECONDS) }

    /** Does nothing for so many milliseconds. */
    internal var sleep: (Long) -> Unit = Thread::sleep

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
