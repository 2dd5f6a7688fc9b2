// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.content.ContentValues
import android.database.Cursor
import app.tomeru.call.CallRecord
import app.tomeru.call.Knowledge
import app.tomeru.core.Action
import app.tomeru.core.Line
import app.tomeru.core.Origin
import app.tomeru.core.Reason

/** A record as the columns of the table `calls`, and as those of the CSV. Enum names are stored in lower case. */
internal object Columns {
    /** Lists every column once, for both directions: [fields] writes the values of [from], or reads new ones. */
    private fun walk(fields: Fields, from: CallRecord?) = CallRecord(
        uid = fields.text("uid", from?.uid).orEmpty(),
        atMillis = fields.long("at", from?.atMillis),
        outgoing = fields.flag("outgoing", from?.outgoing),
        number = fields.text("number", from?.number),
        key = fields.text("number_key", from?.key),
        presentation = fields.int("presentation", from?.presentation) ?: 0,
        // Words written by a later version are read as unknown.
        origin = fields.word("origin", from?.origin) ?: Origin.UNREADABLE,
        line = fields.word("line", from?.line) ?: Line.UNKNOWN,
        countryCode = fields.int("country_code", from?.countryCode),
        region = fields.text("region", from?.region),
        hasMoreRegions = fields.flag("more_regions", from?.hasMoreRegions),
        action = fields.word("action", from?.action) ?: Action.ALLOW,
        reason = fields.word("reason", from?.reason) ?: Reason.INTERNAL_ERROR,
        signs = fields.words("signs", from?.signs.orEmpty()),
        fault = fields.word("fault", from?.fault),
        contact = fields.word("contact", from?.contact) ?: Knowledge.CANNOT_TELL,
        dialled = fields.word("dialled", from?.dialled) ?: Knowledge.CANNOT_TELL,
        sinceDialled = fields.int("since_dialled", from?.sinceDialled),
        sinceEmergency = fields.int("since_emergency", from?.sinceEmergency),
        home = fields.text("home", from?.home).orEmpty(),
        secondHome = fields.text("second_home", from?.secondHome),
        network = fields.text("network", from?.network).orEmpty(),
        verification = fields.int("verification", from?.verification) ?: 0,
        unlocked = fields.flag("unlocked", from?.unlocked),
        tookMicros = fields.long("took_micros", from?.tookMicros),
        rehearsal = fields.flag("rehearsal", from?.rehearsal),
    )

    /** The names, in order. */
    val names: Array<String> = written(null).keys.toTypedArray()

    /** The values, in the order of [names]. */
    fun values(record: CallRecord): Collection<Any?> = written(record).values

    /** For an insert. */
    fun content(record: CallRecord) = ContentValues(names.size).apply {
        for ((name, value) in written(record)) {
            when (value) {
                null -> putNull(name)
                is Long -> put(name, value)
                is Int -> put(name, value)
                else -> put(name, value.toString())
            }
        }
    }

    /** The record at the cursor's row, which begins with the columns [names]. */
    fun read(row: Cursor): CallRecord = walk(Reading(row), null)

    /** How an enum value is stored. */
    fun word(value: Enum<*>): String = value.name.lowercase()

    /** The word that is written now for one of an earlier version. */
    private fun renamed(word: String?) = if (word == "not_a_number") "unreadable" else word

    private fun written(record: CallRecord?) = Writing().apply { walk(this, record) }.all

    /** The columns one after another; each call returns the value that the record gets. */
    private interface Fields {
        fun text(name: String, value: String?): String?

        fun int(name: String, value: Int?): Int?

        fun long(name: String, value: Long?): Long
    }

    private fun Fields.flag(name: String, value: Boolean?) = int(name, if (value == true) 1 else 0) == 1

    private inline fun <reified T : Enum<T>> Fields.word(name: String, value: T?): T? =
        text(name, value?.let(::word)).let { text -> enumValues<T>().find { word(it) == renamed(text) } }

    private inline fun <reified T : Enum<T>> Fields.words(name: String, values: Set<T>): Set<T> {
        val texts = text(name, values.joinToString(" ", transform = ::word)).orEmpty().split(' ')
        return enumValues<T>().filterTo(mutableSetOf()) { word(it) in texts }
    }

    private class Writing : Fields {
        val all = linkedMapOf<String, Any?>()

        override fun text(name: String, value: String?) = value.also { all[name] = it }

        override fun int(name: String, value: Int?) = value.also { all[name] = it }

        override fun long(name: String, value: Long?) = (value ?: 0).also { all[name] = it }
    }

    private class Reading(private val row: Cursor) : Fields {
        private var at = 0

        override fun text(name: String, value: String?): String? = row.getString(at++)

        override fun int(name: String, value: Int?): Int? = at++.let { if (row.isNull(it)) null else row.getInt(it) }

        override fun long(name: String, value: Long?) = row.getLong(at++)
    }
}
