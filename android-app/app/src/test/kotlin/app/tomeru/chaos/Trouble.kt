// SPDX-License-Identifier: Apache-2.0
package app.tomeru.chaos

import android.database.MatrixCursor
import android.database.sqlite.SQLiteCantOpenDatabaseException
import android.database.sqlite.SQLiteDatabase
import android.database.sqlite.SQLiteDatabaseCorruptException
import android.database.sqlite.SQLiteDiskIOException
import android.database.sqlite.SQLiteException
import android.database.sqlite.SQLiteFullException
import android.database.sqlite.SQLiteReadOnlyDatabaseException
import app.tomeru.call.Question
import app.tomeru.core.RingCore
import app.tomeru.support.Budgets
import app.tomeru.support.FakeContacts
import app.tomeru.support.Posts
import app.tomeru.support.TestApp
import kotlin.random.Random

/**
 * What may go wrong while a call comes.
 *
 * @property doubt what is not to be known because of it
 * @property isHarmless whether the call ends as it would without it
 */
internal enum class Trouble(
    val doubt: Wishes.Doubt = Wishes.Doubt(),
    val isHarmless: Boolean = false,
    private val begin: Place.() -> Unit,
) {
    LIBRARY_MISSING(Wishes.Doubt(core = true), begin = { app.decide = { throw UnsatisfiedLinkError("missing") } }),
    LIBRARY_REFUSED(Wishes.Doubt(core = true), begin = { app.decide = { throw NoClassDefFoundError("again") } }),
    NO_MEMORY(Wishes.Doubt(core = true), begin = { app.decide = { throw OutOfMemoryError("none") } }),
    NO_STACK(Wishes.Doubt(core = true), begin = { app.decide = { throw StackOverflowError() } }),
    CORE_PANICS(Wishes.Doubt(core = true), begin = { app.decide = { it.ask(RingCore.SELF_TEST_PANIC) } }),
    CORE_TALKS_NONSENSE(Wishes.Doubt(core = true), begin = {
        val nonsense = listOf(0L, -1L, Long.MAX_VALUE, 1L shl 47 or 0xf).random(random)
        app.decide = { nonsense }
    }),
    CORE_HANGS(Wishes.Doubt(core = true), begin = { app.decide = { Budgets.hang() } }),
    NO_TIME(Wishes.Doubt(core = true), begin = { Budgets.runOut(2_000) }),

    CONTACTS_THROW(Wishes.Doubt(contacts = true), begin = { FakeContacts.fault = FakeContacts.Fault.THROWS }),
    CONTACTS_REVOKED(Wishes.Doubt(contacts = true), begin = { FakeContacts.fault = FakeContacts.Fault.REVOKED }),
    CONTACTS_NULL(Wishes.Doubt(contacts = true), begin = { FakeContacts.fault = FakeContacts.Fault.NULL }),
    CONTACTS_HANG(Wishes.Doubt(contacts = true), begin = { FakeContacts.fault = FakeContacts.Fault.HANGS }),
    CONTACTS_LATE(Wishes.Doubt(contacts = true), begin = { Budgets.runOut(1_000) }),
    CONTACTS_NO_MEMORY(Wishes.Doubt(contacts = true), begin = { FakeContacts.thrown = { OutOfMemoryError() } }),
    CONTACTS_BREAK_OFF(Wishes.Doubt(contacts = true), begin = {
        FakeContacts.lie = {
            object : MatrixCursor(arrayOf("number")) {
                override fun onMove(from: Int, to: Int): Boolean = throw SQLiteException("the provider died")
            }.apply { addRow(arrayOf("0")) }
        }
    }),

    /** Its process died: whoever moves on learns of no more rows (AOSP, `BulkCursorToCursorAdaptor.onMove`). */
    CONTACTS_DIE(Wishes.Doubt(contacts = true), begin = {
        FakeContacts.lie = {
            object : MatrixCursor(arrayOf("number")) {
                override fun onMove(from: Int, to: Int): Boolean = false
            }.apply { addRow(arrayOf("0")) }
        }
    }),

    /** People who are somebody else, and rows without a number, in place of the contacts. */
    CONTACTS_LIE(Wishes.Doubt(lie = true), begin = {
        val rows = listOf(null, "", "Maria", "+", "0", "9".repeat(500), "+81 3 9999 9999", "٠", "12345678;ext=1")
        FakeContacts.lie = { MatrixCursor(arrayOf("number")).apply { rows.forEach { addRow(arrayOf(it)) } } }
    }),

    RECORDS_FULL(Wishes.Doubt(dialled = true), begin = { records { SQLiteFullException() } }),
    RECORDS_READ_ONLY(Wishes.Doubt(dialled = true), begin = { records { SQLiteReadOnlyDatabaseException() } }),
    RECORDS_NO_FILE(Wishes.Doubt(dialled = true), begin = { records { SQLiteCantOpenDatabaseException("EMFILE") } }),
    RECORDS_DISK(Wishes.Doubt(dialled = true), begin = { records { SQLiteDiskIOException() } }),
    RECORDS_CORRUPT(Wishes.Doubt(dialled = true), begin = { records { SQLiteDatabaseCorruptException() } }),
    RECORDS_NO_MEMORY(Wishes.Doubt(dialled = true), begin = { records { OutOfMemoryError() } }),
    RECORDS_HANG(Wishes.Doubt(dialled = true), begin = {
        app.beforeRecords = { if (Thread.currentThread().name == "decide") Budgets.hang() }
    }),
    RECORDS_LATE(Wishes.Doubt(dialled = true), begin = { Budgets.runOut(300) }),

    /** Another connection writes, for longer than SQLite waits, which are seconds of the machine's own: rarely. */
    RECORDS_LOCKED(Wishes.Doubt(dialled = true), begin = {
        // Android's own way with a broken file is to delete it.
        val other = try {
            SQLiteDatabase.openDatabase(records.path, null, SQLiteDatabase.ENABLE_WRITE_AHEAD_LOGGING) {}
        } catch (e: SQLiteDatabaseCorruptException) {
            null
        } catch (e: SQLiteCantOpenDatabaseException) {
            null
        }
        // A file that is broken, or was set aside: there is nothing to lock.
        if (other != null) {
            other.beginTransaction()
            ends += {
                other.endTransaction()
                other.close()
            }
        }
    }),
    NOTICES_THROW(isHarmless = true, begin = { Posts.isBroken = true }),
    NOTICES_LATE(isHarmless = true, begin = { Budgets.runOut(500) }),
    BINDINGS_MISSING(isHarmless = true, begin = { app.beforeCore = { throw UnsatisfiedLinkError("JNA") } }),
    ;

    /** Where it happens: one thing at a time. */
    val place: String get() = if (this == NO_TIME || name.endsWith("_LATE")) "time" else name.substringBefore('_')

    /** Whether a call may not be written down because of it, in either file. */
    val refusesRecords: Boolean get() = name.startsWith("RECORDS_") && this != RECORDS_LOCKED && this != RECORDS_LATE

    /** Where it happens. */
    class Place(val app: TestApp, val random: Random) {
        val ends = mutableListOf<() -> Unit>()
        val records get() = app.getDatabasePath("calls.db")

        /** Any of the next accesses to the records, or each, throws. */
        fun records(make: () -> Throwable) {
            val share = listOf(0.2, 0.5, 1.0).random(random)
            val own = Random(random.nextLong())
            app.beforeRecords = { if (synchronized(own) { own.nextDouble() } < share) throw make() }
        }

        fun begin(trouble: Trouble) = trouble.begin(this)

        /** All is well again. */
        fun mend() {
            ends.forEach { it() }
            ends.clear()
            app.decide = Question::ask
            app.beforeCore = {}
            app.beforeRecords = {}
            FakeContacts.fault = null
            FakeContacts.thrown = null
            FakeContacts.lie = null
            Posts.isBroken = false
            Budgets.reset()
        }
    }
}
