// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import app.tomeru.core.Answer
import app.tomeru.core.RingCore
import kotlin.system.exitProcess

/** A process that decides about one call, and does nothing else. */
object RingOnly {
    @JvmStatic
    fun main(arguments: Array<String>) {
        val places = RingCore.places("JP", null, "JP")
        val packed = RingCore.decide(
            "tel:%2B18442980122",
            "/nowhere",
            1,
            0,
            0,
            places,
            1_800_000_000,
            RingCore.NEVER,
            RingCore.NEVER,
        )
        check(RingCore.spellings("tel:%2B18442980122", places) != null)
        if (Answer.unpack(packed).fault != null) exitProcess(1)
    }
}
