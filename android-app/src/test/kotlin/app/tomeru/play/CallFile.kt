// SPDX-License-Identifier: Apache-2.0
package app.tomeru.play

import android.telecom.Call
import android.telecom.TelecomManager
import java.io.File

/** One row of a file of calls. */
data class PlayedCall(val number: String, val presentation: Int, val direction: Int, val isContact: Boolean)

/** A file of calls: `time,number,presentation,direction,in contacts?,source`; the source may hold commas. */
object CallFile {
    private const val FIELDS = 6

    /** Each row of [file] as a call, or as a sentence that names its line and what is wrong with it. */
    fun read(file: File): List<Result<PlayedCall>> = file.readLines()
        .withIndex()
        .filterNot { (_, line) -> line.isBlank() || line.startsWith("# ") }
        .map { (index, line) ->
            runCatching { row(line) }.recoverCatching { fault ->
                throw IllegalArgumentException("${file.name}, line ${index + 1}: ${fault.message}")
            }
        }

    private fun row(line: String): PlayedCall {
        val fields = line.split(",", limit = FIELDS).map(String::trim)
        require(fields.size == FIELDS) { "${fields.size} fields in place of $FIELDS" }
        val (time, number, presentation, direction, contact) = fields
        require(Regex("""\d{4}-\d\d-\d\d \d\d:\d\d""").matches(time)) { "the time '$time' is not YYYY-MM-DD HH:MM" }
        return PlayedCall(
            number,
            choose(
                "presentation",
                presentation,
                "shown" to TelecomManager.PRESENTATION_ALLOWED,
                "hidden" to TelecomManager.PRESENTATION_RESTRICTED,
                "unknown" to TelecomManager.PRESENTATION_UNKNOWN,
                "payphone" to TelecomManager.PRESENTATION_PAYPHONE,
            ),
            choose(
                "direction",
                direction,
                "in" to Call.Details.DIRECTION_INCOMING,
                "out" to Call.Details.DIRECTION_OUTGOING,
            ),
            choose("contact", contact, "yes" to true, "no" to false),
        )
    }

    private fun <T> choose(field: String, value: String, vararg choices: Pair<String, T>): T =
        choices.firstOrNull { it.first == value }?.second
            ?: throw IllegalArgumentException("the $field '$value' is none of ${choices.joinToString { it.first }}")
}
