// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.content.res.AssetFileDescriptor
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.Bundle
import android.os.DeadObjectException
import android.os.ParcelFileDescriptor
import android.provider.OpenableColumns
import org.robolectric.Robolectric
import java.io.File
import java.io.FileInputStream
import java.io.FileOutputStream
import java.io.InputStream

/** Another app's files: their names, and what reading them gives. */
class FakeDocuments : Answering() {
    /** As a file picker's provider answers; the rows have what was asked for. */
    override fun answer(uri: Uri, projection: Array<String>?): Cursor = MatrixCursor(projection).apply {
        addRow(projection.orEmpty().map { if (it == OpenableColumns.SIZE) size else uri.lastPathSegment })
    }

    override fun getType(uri: Uri): String? = when {
        isDead -> throw DeadObjectException()
        isStalled -> Budgets.hang()
        else -> null
    }

    override fun openTypedAssetFile(uri: Uri, type: String, options: Bundle?): AssetFileDescriptor {
        if (deaths-- > 0) throw DeadObjectException()
        val stream = files.getValue(uri)()
        return object : Descriptor() {
            override fun createInputStream() = Given(stream)
        }
    }

    override fun openAssetFile(uri: Uri, mode: String): AssetFileDescriptor {
        if (deaths-- > 0) throw DeadObjectException()
        return object : Descriptor() {
            // "w" alone need not shorten what was longer.
            override fun createOutputStream() = FileOutputStream(file, mode != "wt")
        }
    }

    /** Robolectric cannot close the stream that Android makes of one on a new Java. */
    private abstract class Descriptor : AssetFileDescriptor(
        ParcelFileDescriptor.open(file, ParcelFileDescriptor.MODE_READ_ONLY),
        0,
        UNKNOWN_LENGTH,
    )

    /** Android's stream of a descriptor, which reads [from] in its place. */
    private class Given(private val from: InputStream) : FileInputStream(file) {
        override fun read(): Int = from.read()

        override fun read(into: ByteArray): Int = from.read(into)

        override fun read(into: ByteArray, start: Int, length: Int): Int = from.read(into, start, length)

        override fun close() {
            super.close()
            from.close()
        }
    }

    companion object {
        private const val AUTHORITY = "documents"

        /** What is written is here. */
        private val file = File.createTempFile("document", null).apply { deleteOnExit() }

        /** How large its files say they are. */
        private var size: Long? = null
        private val files = mutableMapOf<Uri, () -> InputStream>()

        /** Whether its process has died since a file was opened. */
        var isDead = false

        /** Whether it says nothing more once its files are open. */
        var isStalled = false

        /** How often it dies when it is asked to open a file. */
        var deaths = 0

        /** The address of a file called [name]; each reading of it begins with [open]. */
        fun add(name: String, size: Long? = null, open: () -> InputStream): Uri {
            this.size = size
            isDead = false
            isStalled = false
            deaths = 0
            Robolectric.setupContentProvider(FakeDocuments::class.java, AUTHORITY)
            return Uri.parse("content://$AUTHORITY/$name").also { files[it] = open }
        }

        /** The same for a file that holds [bytes]. */
        fun add(name: String, bytes: ByteArray): Uri = add(name, bytes.size.toLong()) { bytes.inputStream() }

        /** The same for a file that is yet to be written. */
        fun add(name: String): Uri {
            file.writeText("what was there before, longer than what comes")
            return add(name, null, file::inputStream)
        }

        /** What was written. */
        fun written(): String = file.readText()
    }
}
