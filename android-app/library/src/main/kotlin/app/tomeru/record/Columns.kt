// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.content.ContentValues
import android.database.Cursor
import app.tomeru.call.CallRecord
import app.tomeru.call.Told
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Hint
import app.tomeru.core.Line
import app.tomeru.core.Origin
import app.tomeru.core.Reason

/** A record as the columns of the table `calls`, and as those of the CSV. Names of enums are stored in small letters. */
internal object Columns {
    private class Column(val name: String, val value: (CallRecord) -> Any?)

    private val all = listOf(
        Column("uid") { it.uid },
        Column("at") { it.atMillis },
        Column("outgoing") { it.outgoing.toInt() },
        Column("number") { it.number },
        Column("number_key") { it.key },
        Column("presentation") { it.presentation },
        Column("origin") { it.origin.stored() },
        Column("line") { it.line.stored() },
        Column("country_code") { it.countryCode },
        Column("region") { it.region },
        Column("more_regions") { it.hasMoreRegions.toInt() },
        Column("action") { it.action.stored() },
        Column("reason") { it.reason.stored() },
        Column("signs") { record -> record.signs.joinToString(" ") { it.stored() } },
        Column("fault") { it.fault?.stored() },
        Column("contact") { it.contact.stored() },
        Column("dialled") { it.dialled.stored() },
        Column("since_dialled") { it.sinceDialled },
        Column("since_emergency") { it.sinceEmergency },
        Column("home") { it.home },
        Column("second_home") { it.secondHome },
        Column("network") { it.network },
        Column("verification") { it.verification },
        Column("unlocked") { it.unlocked.toInt() },
        Column("took_micros") { it.tookMicros },
    )

    /** The names, in order. */
    val names: Array<String> = all.map { it.name }.toTypedArray()

    /** The values, in the order of [names]. */
    fun values(record: CallRecord): List<Any?> = all.map { it.value(record) }

    /** For an insert. */
    fun content(record: CallRecord) = ContentValues(all.size).apply {
        for (column in all) {
            when (val value = column.value(record)) {
                null -> putNull(column.name)
                is Long -> put(column.name, value)
                is Int -> put(column.name, value)
                else -> put(column.name, value.toString())
            }
        }
    }

    /** The record at the cursor's row, whose columns are [names]. Words of a later version are read as unknown. */
    fun read(row: Cursor): CallRecord {
        val at = { name: String -> names.indexOf(name) }
        val text = { name: String -> row.getString(at(name)) }
        val number = { name: String -> row.getInt(at(name)) }
        val optional = { name: String -> if (row.isNull(at(name))) null else row.getInt(at(name)) }
        val flag = { name: String -> row.getInt(at(name)) != 0 }
        return CallRecord(
            uid = text("uid"),
            atMillis = row.getLong(at("at")),
            outgoing = flag("outgoing"),
            number = text("number"),
            key = text("number_key"),
            presentation = number("presentation"),
            origin = stored<Origin>(text("origin")) ?: Origin.NOT_A_NUMBER,
            line = stored<Line>(text("line")) ?: Line.UNKNOWN,
            countryCode = optional("country_code"),
            region = text("region"),
            hasMoreRegions = flag("more_regions"),
            action = stored<Action>(text("action")) ?: Action.ALLOW,
            reason = stored<Reason>(text("reason")) ?: Reason.INTERNAL_ERROR,
            signs = text("signs").split(' ').mapNotNull { stored<Hint>(it) }.toSet(),
            fault = stored<Fault>(text("fault")),
            contact = stored<Told>(text("contact")) ?: Told.CANNOT_TELL,
            dialled = stored<Told>(text("dialled")) ?: Told.CANNOT_TELL,
            sinceDialled = optional("since_dialled"),
            sinceEmergency = optional("since_emergency"),
            home = text("home"),
            secondHome = text("second_home"),
            network = text("network"),
            verification = number("verification"),
            unlocked = flag("unlocked"),
            tookMicros = row.getLong(at("took_micros")),
        )
    }

    private fun Boolean.toInt() = if (this) 1 else 0

    /** How a word of the app is written there. */
    fun word(value: Enum<*>): String = value.name.lowercase()

    private fun Enum<*>.stored() = word(this)

    private inline fun <reified T : Enum<T>> stored(text: String?): T? =
        enumValues<T>().find { it.name.lowercase() == text }
}
