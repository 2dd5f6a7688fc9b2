// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import java.io.IOException
import java.io.OutputStream
import java.io.Writer
import java.time.Instant
import java.time.ZoneId
import java.time.format.DateTimeFormatter

/** The records as CSV (RFC 4180, UTF-8 with the byte-order mark that spreadsheets expect), oldest first. */
object Export {
    /** The type of the file. */
    const val TYPE: String = "text/csv"

    /** The suggested file name. */
    const val FILE_NAME: String = "tomeru.csv"

    private const val MARK = "\uFEFF"
    private const val TIME = "at"

    /**
     * Writes all records of [store] to [out], which stays open. Not for the main thread.
     *
     * @throws IOException if [out] does
     */
    @JvmStatic
    @Throws(IOException::class)
    fun write(store: CallStore, out: OutputStream) {
        val writer = out.writer().buffered()
        writer.write(MARK)
        row(writer, Columns.names.toList())
        store.forEach { record ->
            row(
                writer,
                Columns.names.zip(Columns.values(record)).map { (name, value) ->
                    if (name == TIME) time(record.atMillis) else value
                },
            )
        }
        writer.flush()
    }

    private fun time(millis: Long) =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()))

    private fun row(writer: Writer, values: List<Any?>) {
        writer.write(values.joinToString(",") { field(it?.toString().orEmpty()) })
        writer.write("\r\n")
    }

    private fun field(text: String) =
        if (text.any { it in ",\"\r\n" }) "\"" + text.replace("\"", "\"\"") + "\"" else text
}
