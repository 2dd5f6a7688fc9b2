// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

/** The clock of the machine: in the packages that Robolectric takes over, time stands still. */
object RealTime {
    /** Nanoseconds since some time. */
    fun nanos(): Long = System.nanoTime()
}
