// SPDX-License-Identifier: Apache-2.0
package app.tomeru.play

import android.telecom.Call
import android.telecom.TelecomManager
import app.tomeru.core.Action
import java.io.File
import java.time.LocalDateTime
import java.time.ZoneId
import java.time.format.DateTimeFormatter

/** One row of a file of calls. */
sealed interface Played {
    /** When, in milliseconds since 1970. */
    val atMillis: Long

    /** The row's line and file, for sentences about it. */
    val place: String
}

/** A call; [expected] is null where the file leaves it open. */
data class PlayedCall(
    override val atMillis: Long,
    override val place: String,
    val number: String,
    val presentation: Int,
    val direction: Int,
    val isContact: Boolean,
    val expected: Action?,
) : Played

/** Something else that happens: `!pass`, `!pass US`, `!network TH`, `!allow +63…`, `!block +1844*`, `!country PH`. */
data class PlayedEvent(
    override val atMillis: Long,
    override val place: String,
    val event: String,
    val value: String?,
) : Played

/** A file of calls: `time,number,presentation,direction,in contacts?,expected,source`; the source may hold commas. */
object CallFile {
    private const val FIELDS = 7

    /** Japan's: the files tell of phones in Japan. */
    val ZONE: ZoneId = ZoneId.of("Asia/Tokyo")

    /** Each row of [file], or a sentence that names its line and what is wrong with it. */
    fun read(file: File): List<Result<Played>> = file.readLines()
        .withIndex()
        .filterNot { (_, line) -> line.isBlank() || line.startsWith("# ") }
        .map { (index, line) ->
            val place = "${file.name}, line ${index + 1}"
            runCatching { row(line, place) }.recoverCatching { fault ->
                throw IllegalArgumentException("$place: ${fault.message}")
            }
        }

    private fun row(line: String, place: String): Played {
        val fields = line.split(",", limit = FIELDS).map(String::trim)
        require(fields.size == FIELDS) { "${fields.size} fields in place of $FIELDS" }
        val (time, number, presentation, direction, contact) = fields
        require(Regex("""\d{4}-\d\d-\d\d \d\d:\d\d""").matches(time)) { "the time '$time' is not YYYY-MM-DD HH:MM" }
        val at = LocalDateTime.parse(time, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")).atZone(ZONE)
        val atMillis = at.toInstant().toEpochMilli()
        if (number.startsWith("!")) {
            val words = number.drop(1).split(' ')
            return PlayedEvent(atMillis, place, words.first(), words.getOrNull(1))
        }
        return PlayedCall(
            atMillis,
            place,
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
            choose(
                "expected",
                fields[FIELDS - 2],
                "ring" to Action.ALLOW,
                "warn" to Action.WARN,
                "silence" to Action.SILENCE,
                "stop" to Action.REJECT,
                "-" to null,
            ),
        )
    }

    private fun <T> choose(field: String, value: String, vararg choices: Pair<String, T>): T {
        val choice = choices.firstOrNull { it.first == value }
        requireNotNull(choice) { "the $field '$value' is none of ${choices.joinToString { it.first }}" }
        return choice.second
    }
}
