// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.content.ContentResolver
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Parcelable
import android.provider.OpenableColumns
import app.tomeru.core.Encoding
import app.tomeru.core.ListSource
import app.tomeru.core.Refusal
import app.tomeru.core.Report
import app.tomeru.fault.Barrier
import app.tomeru.platform.core
import app.tomeru.provider.Provider
import app.tomeru.words.othersPlainText
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import java.nio.charset.Charset
import java.util.UUID

/**
 * A file of numbers from another app, as a copy that the core can read more than once. Its functions are not for the main
 * thread, but for [forget].
 *
 * @param progress is told how much was copied, in bytes, and how long the file is, if that is known
 */
internal class ListFile(private val context: Context, private val progress: (copied: Long, length: Long?) -> Unit) {
    private val folder = File(context.cacheDir, FOLDER)
    private val copy = File(folder, "$SESSION-${UUID.randomUUID()}")

    private val decoded = File("${copy.path}-decoded")

    /** Another app's, while it is read. */
    @Volatile
    private var stream: InputStream? = null

    /** How it was encoded, if the copy is not any more. */
    private var encoding: Encoding? = null

    @Volatile
    private var isForgotten = false

    /** What the other app calls it; empty if it has no name. */
    var name: String = ""
        private set

    /**
     * Copies what [intent] brings: a file, or the text itself.
     *
     * @throws IOException if there is nothing, or the app that provides it refuses
     */
    fun take(intent: Intent) {
        clear()
        var isWhole = false
        try {
            copy(intent)
            isWhole = !isForgotten
        } finally {
            // Nothing that cannot be read fills the phone.
            if (!isWhole) delete()
        }
    }

    private fun copy(intent: Intent) {
        val uri = uri(intent)
        val text = if (intent.action == Intent.ACTION_SEND) intent.getCharSequenceExtra(Intent.EXTRA_TEXT) else null
        when {
            uri != null -> {
                val (title, length) = describe(uri)
                name = title
                others {
                    Provider(context, uri).read { input ->
                        stream = input
                        try {
                            copy.outputStream().use { copy(input, it, length) }
                        } finally {
                            stream = null
                        }
                    }
                }
            }

            text != null -> {
                copy.writeText(text.toString())
            }

            else -> {
                throw IOException()
            }
        }
    }

    /** What it holds, read as [source] says. Text that the core leaves to the platform is decoded first. */
    fun read(source: ListSource): Report {
        try {
            val report = context.core.readList(source)
            val undecoded = (report.refused as? Refusal.Undecoded)?.encoding?.takeIf { encoding == null }
            if (undecoded == null) return report.copy(encoding = encoding ?: report.encoding)
            decode(undecoded)
            encoding = undecoded
            return context.core.readList(source).copy(encoding = undecoded)
        } finally {
            if (isForgotten) delete()
        }
    }

    /** Where the copy is. */
    val path: String get() = copy.path

    /** The copy is not needed any more; what is being read ends. */
    fun forget() {
        isForgotten = true
        delete()
        // An app that never answers would keep its thread and its file; closing asks that app, too.
        stream?.let { Barrier.thread("forget", null) { it.close() } }
    }

    private fun delete() {
        copy.delete()
        decoded.delete()
    }

    private fun decode(encoding: Encoding) {
        val charset = CHARSETS[encoding] ?: return
        try {
            copy.reader(Charset.forName(charset)).use { text ->
                decoded.writer().use { out ->
                    val buffer = CharArray(BUFFER)
                    while (!isForgotten) {
                        val count = text.read(buffer)
                        if (count < 0) break
                        out.write(buffer, 0, count)
                    }
                }
            }
            if (isForgotten || !decoded.renameTo(copy)) throw IOException()
        } finally {
            decoded.delete()
        }
    }

    /** Whatever another app throws, it is that app's fault, and there is no file. */
    private fun <T> others(ask: () -> T): T = Barrier.ask(null, { throw it as? IOException ?: IOException(it) }, ask)

    private fun copy(from: InputStream, to: OutputStream, length: Long?) {
        val buffer = ByteArray(BUFFER)
        var copied = 0L
        while (copied < MOST_BYTES && !isForgotten) {
            val room = (MOST_BYTES - copied).coerceAtMost(BUFFER.toLong()).toInt()
            val count = from.read(buffer, 0, room)
            if (count < 0) break
            to.write(buffer, 0, count)
            copied += count
            progress(copied, length)
        }
        if (isForgotten) throw IOException()
    }

    /** The name and the length of what is at [uri], as far as its app tells. */
    private fun describe(uri: Uri): Pair<String, Long?> = Barrier.ask(null, { "" to null }) {
        val columns = arrayOf(OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE)
        val told = Provider(context, uri).rows(columns) {
            if (!it.moveToFirst()) return@rows null
            val at = { column: String -> it.getColumnIndex(column).takeIf { index -> index >= 0 && !it.isNull(index) } }
            at(OpenableColumns.DISPLAY_NAME)?.let(it::getString) to at(OpenableColumns.SIZE)?.let(it::getLong)
        }
        othersPlainText(told?.first.orEmpty()) to told?.second?.takeIf { it > 0 }
    }

    /** Deletes what a process that was ended left behind. */
    private fun clear() {
        folder.mkdirs()
        folder.listFiles().orEmpty().filterNot { it.name.startsWith(SESSION) }.forEach(File::delete)
    }

    private companion object {
        const val FOLDER = "lists"

        /** One byte more than what the core reads, so that it can tell. */
        const val MOST_BYTES = 64L * 1024 * 1024 + 1
        const val BUFFER = 64 * 1024

        /** The copies of this process. */
        val SESSION = UUID.randomUUID().toString()

        /** What the core leaves to the platform; Excel's Shift_JIS has more characters than the standard's. */
        val CHARSETS = mapOf(
            Encoding.SHIFT_JIS to "windows-31j",
            Encoding.EUC_JP to "EUC-JP",
            Encoding.ISO2022_JP to "ISO-2022-JP",
        )

        /** What is to be read: never a path, which would be one of our own files. */
        fun uri(intent: Intent): Uri? {
            @Suppress("DEPRECATION") // what takes its place came with Android 13; another app may have put in anything
            val uri = if (intent.action == Intent.ACTION_SEND) {
                intent.getParcelableExtra<Parcelable>(Intent.EXTRA_STREAM) as? Uri
            } else {
                intent.data
            }
            return uri?.takeIf { it.scheme == ContentResolver.SCHEME_CONTENT }
        }
    }
}
