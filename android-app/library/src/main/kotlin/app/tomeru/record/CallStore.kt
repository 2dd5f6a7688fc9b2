// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.annotation.SuppressLint
import android.content.Context
import android.database.sqlite.SQLiteDatabase
import android.database.sqlite.SQLiteQueryBuilder
import android.os.StrictMode
import app.tomeru.call.CallRecord
import app.tomeru.platform.Platform
import java.io.IOException

/**
 * The records in one file. All functions do their I/O directly: none is for the main thread. All throw
 * `SQLiteException`.
 */
class CallStore private constructor(
    @get:JvmSynthetic internal val helper: CallDatabase,
    private val before: () -> Unit,
) {
    private val reading: SQLiteDatabase
        get() {
            StrictMode.noteSlowCall("records")
            before()
            return helper.readableDatabase
        }
    private val writing: SQLiteDatabase
        get() {
            StrictMode.noteSlowCall("records")
            before()
            return helper.writableDatabase
        }

    /** Adds [records], all or none; one that exists already stays as it is. */
    fun add(records: List<CallRecord>) {
        val db = writing
        db.beginTransaction()
        try {
            val own = OwnCalls(db)
            for (record in records) if (record.outgoing) own.add(record) else insert(db, record)
            db.setTransactionSuccessful()
        } finally {
            db.endTransaction()
        }
    }

    /** When the number with [key] was last dialled, in milliseconds since 1970, or null. */
    fun dialledAt(key: String): Long? = OwnCalls.dialledAt(reading, key)

    /** The keys of the numbers that were dialled since [fromMillis] (milliseconds since 1970): the last [count] of them. */
    fun dialledSince(fromMillis: Long, count: Int): List<String> = OwnCalls.dialledSince(reading, fromMillis, count)

    /** The records that match [where], newest first. */
    private fun query(where: String?, arguments: Array<String>, limit: String?): List<CallRecord> =
        read(select(where, limit), arguments)

    private fun select(where: String?, limit: String?) =
        SQLiteQueryBuilder.buildQueryString(false, CALLS, Columns.names, where, null, null, NEWEST_FIRST, limit)

    private fun read(sql: String, arguments: Array<String>): List<CallRecord> = reading
        .rawQuery(sql, arguments)
        .use { rows -> List(rows.count) { rows.moveToPosition(it).let { Columns.read(rows) } } }

    /** The newest [count] records that match [filter], or those that follow [last]. */
    @JvmOverloads
    fun newest(count: Int, last: CallRecord? = null, filter: RecordFilter = RecordFilter.ALL): List<CallRecord> {
        val (sql, arguments) = statement(count, last, filter)
        return read(sql, arguments)
    }

    /** The statement of [newest], and the values of its placeholders. */
    @JvmSynthetic
    internal fun statement(count: Int, last: CallRecord?, filter: RecordFilter): Pair<String, Array<String>> {
        val after = last?.let { "(at, id) < (SELECT at, id FROM calls WHERE uid = ?)" }
        val where = listOfNotNull(after, filter.where).joinToString(" AND ").ifEmpty { null }
        return select(where, "$count") to (listOfNotNull(last?.uid) + filter.arguments).toTypedArray()
    }

    /** The record [uid], or null. */
    fun find(uid: String): CallRecord? = query("uid = ?", arrayOf(uid), "1").firstOrNull()

    /** The last call that came from the number with [key], or null. */
    fun lastFrom(key: String): CallRecord? = query("number_key = ? AND NOT outgoing", arrayOf(key), "1").firstOrNull()

    /** When calls since [fromMillis] were stopped, in milliseconds since 1970. */
    fun stoppedAt(fromMillis: Long): List<Long> = reading
        .query(CALLS, arrayOf("at"), STOPPED_SINCE, arrayOf("$fromMillis"), null, null, null)
        .use { rows -> List(rows.count) { rows.moveToPosition(it).let { rows.getLong(0) } } }

    /** The calls that were stopped since [fromMillis] (milliseconds since 1970), newest first. */
    fun stoppedSince(fromMillis: Long): List<CallRecord> =
        query(STOPPED_SINCE, arrayOf("$fromMillis"), null)

    /** The oldest [count] records. */
    @JvmSynthetic
    internal fun oldest(count: Int): List<CallRecord> = reading
        .query(CALLS, Columns.names, null, null, null, null, "id", "$count")
        .use { rows -> List(rows.count) { rows.moveToPosition(it).let { Columns.read(rows) } } }

    /** Hands every record to [take], oldest first, reading a few at a time. */
    fun forEach(take: (CallRecord) -> Unit) {
        var last = Long.MIN_VALUE
        while (true) {
            val ids = mutableListOf<Long>()
            reading.query(
                CALLS,
                Columns.names + "id",
                "id > ?",
                arrayOf("$last"),
                null,
                null,
                "id",
                "$PAGE",
            ).use { rows ->
                while (rows.moveToNext()) {
                    ids += rows.getLong(Columns.names.size)
                    take(Columns.read(rows))
                }
            }
            last = ids.lastOrNull() ?: return
        }
    }

    /** How many records match [filter]. */
    fun count(filter: RecordFilter = RecordFilter.ALL): Long {
        val where = filter.where?.let { " WHERE $it" }.orEmpty()
        return reading.compileStatement("SELECT count(*) FROM calls$where").use { statement ->
            filter.arguments.forEachIndexed { at, argument -> statement.bindString(at + 1, argument) }
            statement.simpleQueryForLong()
        }
    }

    /** Deletes records from before [beforeMillis], in milliseconds since 1970. */
    fun deleteBefore(beforeMillis: Long) {
        writing.delete(CALLS, "at < ?", arrayOf("$beforeMillis"))
    }

    /** Forgets what the owner dialled before [beforeMillis], in milliseconds since 1970. */
    fun forgetDialledBefore(beforeMillis: Long) = OwnCalls(writing).forgetBefore(beforeMillis)

    /** Deletes [records], all or none. */
    fun delete(records: List<CallRecord>) {
        val db = writing
        db.beginTransaction()
        try {
            records.forEach { db.delete(CALLS, "uid = ?", arrayOf(it.uid)) }
            db.setTransactionSuccessful()
        } finally {
            db.endTransaction()
        }
    }

    /** Deletes everything without leaving a trace in the file; damaged files that were set aside go with it. */
    fun erase() {
        try {
            val db = writing
            db.delete(CALLS, null, null)
            OwnCalls(db).forget()
            db.execSQL("VACUUM")
            db.rawQuery("PRAGMA wal_checkpoint(TRUNCATE)", null).use { it.moveToFirst() }
        } finally {
            helper.deleteSetAside()
        }
    }

    @JvmSynthetic
    internal fun close() = helper.close()

    companion object {
        internal const val CALLS = "calls"
        private const val NEWEST_FIRST = "at DESC, id DESC"
        private const val STOPPED_SINCE = "at >= ? AND action = 'reject' AND NOT outgoing"
        private const val PAGE = 500

        @SuppressLint("StaticFieldLeak") // the application lives as long as the process
        private var opened: Files? = null

        /** Adds [record] to [db], unless it is there already; whether it was added. */
        @JvmSynthetic
        internal fun insert(db: SQLiteDatabase, record: CallRecord): Boolean =
            db.insertWithOnConflict(CALLS, null, Columns.content(record), SQLiteDatabase.CONFLICT_IGNORE) >= 0

        /** The records. Not readable before the first unlock. */
        @JvmStatic
        fun of(context: Context): CallStore = files(context).records

        /** Where calls wait that cannot go to the records yet: before the first unlock, or while their file refuses. */
        @JvmStatic
        fun pending(context: Context): CallStore = files(context).pending

        /**
         * Erases all of it: the records, those that wait, and files that were set aside. Then, before another call is
         * written down, [erased] is called, whether or not a file stays: what else shows the calls can go there.
         *
         * @throws IOException if a file stays
         */
        @JvmStatic
        @JvmOverloads
        @Throws(IOException::class)
        fun eraseAll(context: Context, erased: () -> Unit = {}) {
            Recorder.of(context).erase(files(context).run { listOf(records, pending) }, erased)
        }

        /** Whether there are damaged files that were set aside; [eraseAll] deletes them. */
        @JvmStatic
        fun hasSetAside(context: Context): Boolean =
            files(context).run { listOf(records, pending) }.any { it.helper.setAside().isNotEmpty() }

        /** Whether the records, and with them the numbers dialled, were lost within the last day. */
        @JvmStatic
        fun lostMemory(context: Context): Boolean = CallDatabase.wasSetAside(context)

        @Synchronized
        private fun files(context: Context): Files {
            val app = context.applicationContext
            opened?.let { if (it.app === app) return it else it.close() }
            return Files(app).also { opened = it }
        }
    }

    /** Both files of one application. */
    private class Files(val app: Context) {
        private val before = Platform.of(app).beforeRecords
        val records = CallStore(CallDatabase(app, "calls.db"), before)
        val pending = CallStore(CallDatabase(app.createDeviceProtectedStorageContext(), "calls-pending.db"), before)

        fun close() {
            records.close()
            pending.close()
        }
    }
}
