// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import app.tomeru.core.Answer
import app.tomeru.core.Caller
import app.tomeru.core.RingCore
import kotlin.system.exitProcess

/** A process that decides about one call, and does nothing else. */
object RingOnly {
    @JvmStatic
    fun main(arguments: Array<String>) {
        val places = RingCore.places("JP", null, "JP")
        val caller = Caller.locate("+18442980122", 1, written = false, places)
        check(caller.key != null)
        val packed = RingCore.decide(caller.bytes, "/nowhere", 0, 0, 1_800_000_000, RingCore.NEVER, RingCore.NEVER)
        if (Answer.unpack(packed).fault != null) exitProcess(1)
    }
}
