// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.os.SystemClock

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

    /** Milliseconds in a second. */
    const val MILLIS: Long = 1_000
}
