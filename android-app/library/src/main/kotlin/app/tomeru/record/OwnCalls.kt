// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.database.sqlite.SQLiteDatabase
import app.tomeru.call.CallRecord
import app.tomeru.core.Action

/**
 * The calls that the owner makes, in the file [db].
 *
 * Telecom tells of one call twice, in either order, and says nowhere that both are the same: the screening service is
 * shown it as placed, the guard may stop it (AOSP, `CallsManager.startOutgoingCall`,
 * `NewOutgoingCallIntentBroadcaster`). Both within [TOGETHER_MILLIS] and to the same number are one call here, and what
 * the guard stopped was never dialled.
 */
internal class OwnCalls(private val db: SQLiteDatabase) {
    /** Adds what was told of one of them. */
    fun add(record: CallRecord) = if (record.action == Action.REJECT) addStopped(record) else addPlaced(record)

    private fun addStopped(record: CallRecord) {
        val placed = shownAsPlaced(record)
        if (placed == null) {
            if (CallStore.insert(db, record)) execute("INSERT OR IGNORE INTO stopped_first VALUES (?1, ?2)", record)
            return
        }
        // It keeps its place and its name: whoever adds it again finds it there.
        val (uid, atMillis) = placed
        db.update(
            CallStore.CALLS,
            Columns.content(record.copy(uid = uid, atMillis = atMillis)),
            "uid = ?",
            arrayOf(uid),
        )
        db.delete(DIALLED, "number_key = ? AND at = ?", arrayOf(record.key, "$atMillis"))
    }

    /** The call that [record] tells of as it was shown, placed: its identifier, and when. */
    private fun shownAsPlaced(record: CallRecord): Pair<String, Long>? {
        val key = record.key ?: return null
        val sql = "SELECT uid, at FROM calls WHERE number_key = ?1 AND outgoing AND action <> 'reject' " +
            "AND at BETWEEN ?2 AND ?3 ORDER BY at DESC, id DESC LIMIT 1"
        return db.rawQuery(sql, arrayOf(key) + around(record)).use {
            if (it.moveToFirst()) it.getString(0) to it.getLong(1) else null
        }
    }

    private fun addPlaced(record: CallRecord) {
        if (wasStopped(record)) return
        if (CallStore.insert(db, record)) rememberDialling(record)
    }

    /** Whether the guard stopped this very call before it was shown; that stop is no other call's then. */
    private fun wasStopped(record: CallRecord): Boolean {
        val key = record.key ?: return false
        return db.delete(
            STOPPED_FIRST,
            "number_key = ?1 AND at = (SELECT min(at) FROM stopped_first WHERE number_key = ?1 AND at BETWEEN ?2 AND ?3)",
            arrayOf(key) + around(record),
        ) > 0
    }

    /** From when until when the other half of [record] was told; a clock may have been set meanwhile. */
    private fun around(record: CallRecord) =
        arrayOf("${record.atMillis - TOGETHER_MILLIS}", "${record.atMillis + TOGETHER_MILLIS}")

    /**
     * Someone who calls back after a stopped or warned call was tricked into calling: one-ring fraud lives on that. The
     * number that a call showed may be another one once a person is taken to have written it, so its text counts, too.
     * Who was silenced for nothing but being unknown is known once they were called back, be it that nobody could tell
     * whether they were unknown. Who was dialled before is no lure, whatever their calls met since.
     */
    private fun rememberDialling(record: CallRecord) = execute(
        """
        INSERT OR IGNORE INTO dialled SELECT ?1, ?2
        WHERE EXISTS (SELECT 1 FROM dialled WHERE number_key = ?1) OR NOT EXISTS (
            SELECT 1 FROM calls WHERE (number_key = ?1 OR number = ?3) AND NOT outgoing AND at <= ?2
                AND action <> 'allow' AND reason <> 'not_known'
                AND NOT (origin = 'domestic' AND line <> 'premium' AND reason IN ($DOUBTS))
        )
        """.trimIndent(),
        record,
        record.number.orEmpty(),
    )

    private fun execute(sql: String, record: CallRecord, vararg more: String) {
        val key = record.key ?: return
        db.execSQL(sql, arrayOf<Any>(key, record.atMillis, *more))
    }

    /** Forgets what was dialled, and stopped, before [beforeMillis], in milliseconds since 1970. */
    fun forgetBefore(beforeMillis: Long) {
        for (table in listOf(DIALLED, STOPPED_FIRST)) db.delete(table, "at < ?", arrayOf("$beforeMillis"))
    }

    /** Forgets all of it. */
    fun forget() = forgetBefore(Long.MAX_VALUE)

    companion object {
        /** Telecom waits 5 s for either service, and as long for the contacts before it shows the call. */
        const val TOGETHER_MILLIS: Long = 10_000
        private const val DIALLED = "dialled"
        private const val STOPPED_FIRST = "stopped_first"
        private const val DOUBTS = "'contacts_unknown', 'dialled_unknown', 'list_unreadable', 'settings_unreadable'"

        /** When the number with [key] was last dialled, in milliseconds since 1970, or null. */
        fun dialledAt(db: SQLiteDatabase, key: String): Long? =
            db.rawQuery("SELECT max(at) FROM dialled WHERE number_key = ?", arrayOf(key)).use {
                if (it.moveToFirst() && !it.isNull(0)) it.getLong(0) else null
            }

        /** The keys of the [count] numbers that were dialled last, no earlier than [fromMillis], since 1970. */
        fun dialledSince(db: SQLiteDatabase, fromMillis: Long, count: Int): List<String> = db.rawQuery(
            "SELECT number_key FROM dialled WHERE at >= ? GROUP BY number_key ORDER BY max(at) DESC LIMIT ?",
            arrayOf("$fromMillis", "$count"),
        ).use { rows -> List(rows.count) { rows.moveToPosition(it).let { rows.getString(0) } } }
    }
}
