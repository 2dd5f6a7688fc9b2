// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.content.ContentProvider
import android.content.ContentValues
import android.database.Cursor
import android.net.Uri

/** A provider that is only asked: nothing is written to it, and its rows have no type. */
abstract class Answering : ContentProvider() {
    /** The rows of [uri] with the columns [projection]. */
    protected abstract fun answer(uri: Uri, projection: Array<String>?): Cursor?

    override fun onCreate(): Boolean = true

    override fun query(
        uri: Uri,
        projection: Array<String>?,
        selection: String?,
        arguments: Array<String>?,
        order: String?,
    ): Cursor? = answer(uri, projection)

    override fun getType(uri: Uri): String? = null

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun delete(uri: Uri, selection: String?, arguments: Array<String>?): Int = 0

    override fun update(uri: Uri, v: ContentValues?, selection: String?, arguments: Array<String>?): Int = 0
}
