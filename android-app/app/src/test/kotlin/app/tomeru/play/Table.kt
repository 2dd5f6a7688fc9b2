// SPDX-License-Identifier: Apache-2.0
package app.tomeru.play

/** Rows in columns, for a terminal where Japanese characters are two cells wide. */
object Table {
    /** The lines of [rows]; the first row is the head. */
    fun lines(rows: List<List<String>>): List<String> {
        val widths = rows.first().indices.map { column -> rows.maxOf { width(it[column]) } }
        val lines = rows.map { row ->
            row.zip(widths).joinToString("  ") { (text, width) -> text + " ".repeat(width - width(text)) }.trimEnd()
        }
        return listOf(lines.first(), widths.joinToString("  ") { "-".repeat(it) }) + lines.drop(1)
    }

    private fun width(text: String) = text.sumOf { if (it.code >= WIDE) 2 else 1 }

    /** Everything from the CJK radicals on is drawn two cells wide in what the table holds. */
    private const val WIDE = 0x2E80
}
