// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.content.Context
import android.database.DatabaseErrorHandler
import android.database.sqlite.SQLiteDatabase
import android.database.sqlite.SQLiteDatabaseCorruptException
import android.database.sqlite.SQLiteOpenHelper
import app.tomeru.core.Fault
import app.tomeru.fault.FaultLog
import app.tomeru.platform.Moment
import java.io.File
import java.io.IOException

/**
 * The file of the records.
 *
 * Android deletes a database that it finds damaged; here it is set aside for later inspection.
 */
internal class CallDatabase(private val context: Context, name: String) :
    SQLiteOpenHelper(context, name, null, Schema.VERSION, SetAside(context)) {
    init {
        setWriteAheadLoggingEnabled(true)
    }

    /** Deleted data is overwritten: a number that was moved or erased does not stay between the records. */
    override fun onConfigure(db: SQLiteDatabase) =
        db.rawQuery("PRAGMA secure_delete = ON", null).use { check(it.moveToFirst()) }

    override fun onCreate(db: SQLiteDatabase) = onUpgrade(db, 0, Schema.VERSION)

    override fun onUpgrade(db: SQLiteDatabase, oldVersion: Int, newVersion: Int) =
        Schema.STEPS.subList(oldVersion, newVersion).flatten().forEach(db::execSQL)

    /** A file of a later version cannot be read; it is kept next to a new one. */
    override fun onDowngrade(db: SQLiteDatabase, oldVersion: Int, newVersion: Int) {
        SetAside(context).onCorruption(db)
        throw SQLiteDatabaseCorruptException("version $oldVersion is newer than $newVersion")
    }

    /**
     * Deletes what was set aside, with the numbers in it.
     *
     * @throws java.io.IOException if a file stays
     */
    fun deleteSetAside() {
        for (file in setAside()) if (!file.delete()) throw IOException("${file.name} stays")
    }

    /** The files that were set aside. */
    fun setAside(): List<File> {
        val file = context.getDatabasePath(databaseName)
        val name = "${file.name}$BROKEN"
        return file.parentFile?.listFiles { each -> each.name.startsWith(name) }.orEmpty().toList()
    }

    private class SetAside(private val context: Context) : DatabaseErrorHandler {
        override fun onCorruption(db: SQLiteDatabase) {
            val file = File(db.path)
            if (db.isOpen) db.close()
            val free = (1..Int.MAX_VALUE).first { !File("${file.path}$BROKEN$it").exists() }
            for (part in listOf("", "-wal", "-shm", "-journal")) {
                File(file.path + part).renameTo(File("${file.path}$BROKEN$free$part"))
            }
            FaultLog(context).record(Fault.RECORDS_SET_ASIDE)
            setAside(context).remember()
        }
    }

    companion object {
        private const val DAY_SECONDS = 24 * 60 * 60

        private fun setAside(context: Context) = Moment(context, "set_aside")

        /** Whether a file was set aside within the last day; what was dialled recently is unknown then. */
        fun wasSetAside(context: Context): Boolean =
            setAside(context).secondsSince().let { it != null && it < DAY_SECONDS }

        /** Comes behind the name of a file that was set aside, before a number. */
        private const val BROKEN = ".broken-"
    }
}
