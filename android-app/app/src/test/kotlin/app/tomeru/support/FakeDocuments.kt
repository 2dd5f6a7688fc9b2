// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.content.ContentProvider
import android.content.ContentValues
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.provider.OpenableColumns
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import java.io.InputStream

/** Another app's files: their names, and what reading them gives. */
class FakeDocuments : ContentProvider() {
    override fun onCreate(): Boolean = true

    /** As a file picker's provider answers; the rows have what was asked for. */
    override fun query(
        uri: Uri,
        projection: Array<String>?,
        selection: String?,
        arguments: Array<String>?,
        order: String?,
    ): Cursor = MatrixCursor(projection).apply {
        addRow(projection.orEmpty().map { if (it == OpenableColumns.SIZE) size else uri.lastPathSegment })
    }

    override fun getType(uri: Uri): String? = null

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun delete(uri: Uri, selection: String?, arguments: Array<String>?): Int = 0

    override fun update(uri: Uri, v: ContentValues?, selection: String?, arguments: Array<String>?): Int = 0

    companion object {
        private const val AUTHORITY = "documents"

        /** How large its files say they are. */
        private var size: Long? = null

        /** The address of a file called [name]; each reading of it begins with [open]. */
        fun add(name: String, size: Long? = null, open: () -> InputStream): Uri {
            this.size = size
            Robolectric.setupContentProvider(FakeDocuments::class.java, AUTHORITY)
            val uri = Uri.parse("content://$AUTHORITY/$name")
            shadowOf(RuntimeEnvironment.getApplication().contentResolver).registerInputStreamSupplier(uri) { open() }
            return uri
        }

        /** The same for a file that holds [bytes]. */
        fun add(name: String, bytes: ByteArray): Uri = add(name, bytes.size.toLong()) { bytes.inputStream() }
    }
}
