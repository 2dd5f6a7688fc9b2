// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.provider.OpenableColumns
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import java.io.InputStream

/** Another app's files: their names, and what reading them gives. */
class FakeDocuments : Answering() {
    /** As a file picker's provider answers; the rows have what was asked for. */
    override fun answer(uri: Uri, projection: Array<String>?): Cursor = MatrixCursor(projection).apply {
        addRow(projection.orEmpty().map { if (it == OpenableColumns.SIZE) size else uri.lastPathSegment })
    }

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
