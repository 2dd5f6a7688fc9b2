// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.content.Context.MODE_PRIVATE
import android.database.Cursor
import android.database.MatrixCursor
import android.database.sqlite.SQLiteDatabase
import android.net.Uri
import android.provider.ContactsContract
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.telephony.PhoneNumberUtils
import org.robolectric.Robolectric

/**
 * The contacts provider with more contacts than anybody has: it keeps and asks for numbers as the real one does, in a
 * table with an index over the last seven digits of each (AOSP, `ContactsDatabaseHelper`: `phone_lookup`,
 * `buildPhoneLookupAndContactQuery` and the query that it falls back on).
 */
class ManyContacts : Answering() {
    private lateinit var database: SQLiteDatabase

    override fun onCreate(): Boolean {
        database = checkNotNull(context).openOrCreateDatabase("contacts2.db", MODE_PRIVATE, null)
        database.execSQL("CREATE TABLE data (_id INTEGER PRIMARY KEY, data1 TEXT)")
        database.execSQL("CREATE TABLE phone_lookup (data_id INTEGER, normalized_number TEXT, min_match TEXT)")
        database.execSQL("CREATE INDEX phone_lookup_min_match_index ON phone_lookup (min_match, data_id)")
        return true
    }

    /** Adds contacts [indices], each with the Philippine number [number]. */
    fun fill(indices: IntRange) {
        database.beginTransaction()
        database.compileStatement("INSERT INTO data VALUES (?, ?)").use { data ->
            database.compileStatement("INSERT INTO phone_lookup VALUES (?, ?, ?)").use { lookup ->
                for (index in indices) {
                    val number = number(index)
                    data.bindLong(1, index.toLong())
                    data.bindString(2, number)
                    data.executeInsert()
                    lookup.bindLong(1, index.toLong())
                    lookup.bindString(2, number)
                    lookup.bindString(3, PhoneNumberUtils.toCallerIDMinMatch(number))
                    lookup.executeInsert()
                }
            }
        }
        database.setTransactionSuccessful()
        database.endTransaction()
    }

    override fun answer(uri: Uri, projection: Array<String>?): Cursor? {
        if (uri.path == Phone.CONTENT_URI.path) {
            val most = uri.getQueryParameter(ContactsContract.LIMIT_PARAM_KEY)
            return database.rawQuery("SELECT data1 FROM data LIMIT $most", null)
        }
        val asked = checkNotNull(uri.lastPathSegment)
        val number = PhoneNumberUtils.normalizeNumber(asked)
        val lastDigits = PhoneNumberUtils.toCallerIDMinMatch(number)
        val found = database.rawQuery(EXACT, arrayOf(lastDigits, number))
        if (found.count > 0) return found
        found.close()
        return MatrixCursor(arrayOf("data1")).apply {
            database.rawQuery(LOOSE, arrayOf(lastDigits)).use {
                while (it.moveToNext()) {
                    @Suppress("DEPRECATION") // what the provider compares with
                    if (PhoneNumberUtils.compare(it.getString(0), number)) addRow(arrayOf(it.getString(0)))
                }
            }
        }
    }

    companion object {
        private const val LOOSE =
            "SELECT data1 FROM (SELECT data_id, normalized_number, length(normalized_number) AS len " +
                "FROM phone_lookup WHERE min_match = ?1) AS lookup JOIN data ON data._id = lookup.data_id"
        private const val EXACT = "$LOOSE WHERE normalized_number = ?2 " +
            "OR (len <= length(?2) AND substr(?2, length(?2) - len + 1) = normalized_number) " +
            "OR (len > length(?2) AND substr(normalized_number, len + 1 - length(?2)) = ?2)"

        /** The number of contact [index], of a million. */
        fun number(index: Int): String = "+63917${1_000_000 + index}"

        /** The provider, with nobody in it, in the place of the phone's. */
        fun install(): ManyContacts =
            Robolectric.setupContentProvider(ManyContacts::class.java, ContactsContract.AUTHORITY)
    }
}
