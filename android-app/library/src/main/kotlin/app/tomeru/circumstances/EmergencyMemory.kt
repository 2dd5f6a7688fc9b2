// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.content.Context
import app.tomeru.platform.Moment

/** When an emergency number was last dialled: help may call back from any number, or a hidden one. */
class EmergencyMemory(context: Context) {
    // Emergency calls are possible before the first unlock.
    private val dialled = Moment(context, "emergency")

    /** One is being dialled now. */
    fun remember() = dialled.remember()

    /** Seconds since one was dialled; null if none was. */
    fun secondsSince(): Int? = dialled.secondsSince()
}
