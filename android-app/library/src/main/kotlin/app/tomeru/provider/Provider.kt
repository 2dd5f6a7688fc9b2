// SPDX-License-Identifier: Apache-2.0
package app.tomeru.provider

import android.content.ContentProviderClient
import android.content.Context
import android.database.Cursor
import android.net.Uri
import android.os.DeadObjectException
import android.os.RemoteException
import app.tomeru.fault.Barrier
import app.tomeru.fault.Deadline
import app.tomeru.platform.clock
import java.io.IOException
import java.io.InputStream
import java.io.OutputStream

/**
 * What another app keeps at [uri], asked for without depending on that app's process.
 *
 * A cursor or a stream of `ContentResolver` holds its provider as a stable one: should that process end meanwhile, Android
 * ends this one as well (AOSP, `ContentProviderHelper.removeDyingProviderLocked`, `REASON_DEPENDENCY_DIED`), and with it
 * the call that is being decided or warned of. Nothing is thrown that a barrier could stop. A client that is not stable
 * fails alone. Not for the main thread.
 */
class Provider(private val context: Context, private val uri: Uri) {
    /**
     * What [read] makes of the rows with [columns]; null if there is no such provider, or it has no answer. A provider
     * that died is asked once more, as `ContentResolver.query` does.
     *
     * @throws RemoteException if it died again (then a [DeadObjectException]) or cannot be reached
     */
    @Throws(RemoteException::class)
    fun <T> rows(columns: Array<String>, read: (Cursor) -> T): T? = try {
        rowsOnce(columns, read)
    } catch (_: DeadObjectException) {
        rowsOnce(columns, read)
    }

    private fun <T> rowsOnce(columns: Array<String>, read: (Cursor) -> T): T? =
        client()?.use { it.query(uri, columns, null, null, null)?.use(read) }

    /**
     * What [read] makes of the file. A provider that died before it opened the file is asked once more, as
     * `ContentResolver.openTypedAssetFileDescriptor` does.
     *
     * @throws IOException if there is none, or the provider died before its end
     * @throws RemoteException if the provider cannot be reached
     */
    @Throws(IOException::class, RemoteException::class)
    fun <T> read(read: (InputStream) -> T): T = file(
        { it.openTypedAssetFileDescriptor(uri, ANY_TYPE, null)?.createInputStream() },
        { stream ->
            try {
                read(stream)
            } finally {
                // What was read was read.
                Barrier.run(null, stream::close)
            }
        },
    )

    /**
     * Replaces the file by what [write] writes.
     *
     * @throws IOException if there can be none, or the provider died before its end
     * @throws RemoteException if the provider cannot be reached
     */
    @Throws(IOException::class, RemoteException::class)
    fun write(write: (OutputStream) -> Unit) = file(
        { it.openAssetFile(uri, REPLACE)?.createOutputStream() },
        { it.use(write) },
    )

    private fun <S, T> file(open: (ContentProviderClient) -> S?, use: (S) -> T): T = try {
        fileOnce(open, use)
    } catch (_: NotOpened) {
        fileOnce(open, use)
    }

    private fun <S, T> fileOnce(open: (ContentProviderClient) -> S?, use: (S) -> T): T {
        val client = client() ?: throw IOException()
        return client.use {
            val stream = ifGone(::NotOpened) { open(it) } ?: throw IOException()
            use(stream).also { ifGone(::IOException) { isThere(client) } }
        }
    }

    /** The provider died before anything was read or written. */
    private class NotOpened(cause: DeadObjectException) : IOException(cause)

    /**
     * The end of a pipe is the same whether the other side was done or died: who still answers was done. So was one that
     * only takes its time to say so.
     */
    private fun isThere(client: ContentProviderClient) =
        Barrier.ask(null, { if (it is DeadObjectException) throw it else null }) {
            Deadline.within(context.clock, ANSWER_MILLIS) { client.getType(uri) }
        }

    private fun <T> ifGone(thrown: (DeadObjectException) -> IOException, ask: () -> T): T = try {
        ask()
    } catch (gone: DeadObjectException) {
        throw thrown(gone)
    }

    private fun client() = context.contentResolver.acquireUnstableContentProviderClient(uri)

    companion object {
        private const val ANY_TYPE = "*/*"
        private const val REPLACE = "wt"

        /** Whoever looks at a file waits for it. */
        private const val ANSWER_MILLIS = 2_000L

        /**
         * Moves [rows] to the next one.
         *
         * @return false after the last one
         * @throws DeadObjectException if the provider died: `moveToNext` alone says then that there are no more rows
         */
        @JvmStatic
        @Throws(DeadObjectException::class)
        fun toNextRow(rows: Cursor): Boolean = when {
            rows.moveToNext() -> true
            rows.isAfterLast -> false
            else -> throw DeadObjectException()
        }
    }
}
