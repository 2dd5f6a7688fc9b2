// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.content.Context
import android.content.Intent
import android.net.Uri
import app.tomeru.provider.Provider
import java.io.ByteArrayOutputStream
import java.io.IOException

/** Small text files that the user chooses. */
internal object TextFiles {
    /** More than any settings take; a larger file is something else. */
    private const val MAX_BYTES = 4 * 1024 * 1024

    /** Asks where to put a file called [name]. */
    fun create(type: String, name: String): Intent = Intent(Intent.ACTION_CREATE_DOCUMENT)
        .addCategory(Intent.CATEGORY_OPENABLE)
        .setType(type)
        .putExtra(Intent.EXTRA_TITLE, name)

    /** Asks for a file; phones disagree about types, so all files are shown. */
    fun open(): Intent = Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("*/*")

    /**
     * Writes [text] to [to].
     *
     * @throws IOException if the app that provides it refuses
     */
    fun write(context: Context, to: Uri, text: String) {
        Provider(context, to).write { it.write(text.toByteArray()) }
    }

    /**
     * The text in [from].
     *
     * @throws IOException if the app that provides it refuses, or if it is too large
     */
    fun read(context: Context, from: Uri): String {
        val bytes = Provider(context, from).read { input ->
            val out = ByteArrayOutputStream()
            val buffer = ByteArray(DEFAULT_BUFFER_SIZE)
            while (true) {
                val count = input.read(buffer)
                if (count < 0) break
                out.write(buffer, 0, count)
                if (out.size() > MAX_BYTES) throw IOException()
            }
            out.toByteArray()
        }
        return String(bytes)
    }
}
