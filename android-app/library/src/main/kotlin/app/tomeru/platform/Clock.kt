// SPDX-License-Identifier: Apache-2.0
package app.tomeru.platform

import android.os.SystemClock
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import java.util.concurrent.ExecutionException
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException

/** The time, and waiting for it. [Platform] has the one that is in use. */
interface Clock {
    /** Milliseconds since 1970; people and networks set it, forward and back. */
    val millis: Long

    /** Milliseconds since boot; nobody sets it. */
    val elapsedMillis: Long

    /** Seconds since 1970. */
    val seconds: Long get() = millis / MILLIS

    /**
     * Waits until [work] is done.
     *
     * @param millis the longest wait, in milliseconds
     * @throws TimeoutException if it takes longer
     * @throws ExecutionException if [work] throws
     * @throws InterruptedException if the thread is asked to stop
     */
    @Throws(TimeoutException::class, ExecutionException::class, InterruptedException::class)
    fun await(work: Future<*>, millis: Long)

    /**
     * Does nothing for [millis] milliseconds.
     *
     * @throws InterruptedException if the thread is asked to stop
     */
    @Throws(InterruptedException::class)
    fun sleep(millis: Long)

    companion object {
        /** Milliseconds in a second. */
        const val MILLIS: Long = 1_000

        /** The day, where the phone is, of [millis] since 1970. */
        @JvmStatic
        fun day(millis: Long): LocalDate = Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()).toLocalDate()

        /** Where the phone is, when [day] began, in milliseconds since 1970. */
        @JvmStatic
        fun beginning(day: LocalDate): Long = day.atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli()
    }
}

/** The clocks of the device. */
internal object DeviceClock : Clock {
    override val millis: Long get() = System.currentTimeMillis()

    override val elapsedMillis: Long get() = SystemClock.elapsedRealtime()

    override fun await(work: Future<*>, millis: Long) {
        val end = elapsedMillis + millis
        while (true) {
            try {
                work.get(end - elapsedMillis, TimeUnit.MILLISECONDS)
                return
            } catch (e: TimeoutException) {
                // The device's clock counts, which a test holds still: no budget runs out there because a machine is slow.
                if (elapsedMillis >= end) throw e
            }
        }
    }

    override fun sleep(millis: Long) = Thread.sleep(millis)
}
