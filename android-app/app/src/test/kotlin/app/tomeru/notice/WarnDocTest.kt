// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import app.tomeru.notice.WarnTable.Asks
import app.tomeru.notice.WarnTable.Row
import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.File

/**
 * `docs/warnings.md` is the table of [WarnTable], and what README, PRIVACY and the app say of warnings is borne by its
 * rows. With `-Dtomeru.keep=true` the file is written anew.
 */
class WarnDocTest {
    private val document = File(Vectors.root, "docs/warnings.md")

    @Test
    fun `the document shows the table`() {
        val made = render()
        if (System.getProperty("tomeru.keep") == "true") document.writeText(made)
        assertEquals("mvn test -Dtest=WarnDocTest -Dtomeru.keep=true writes it anew", made, document.readText())
    }

    @Test
    fun `whatever is said of warnings is borne by rows of the table`() {
        val names = with(WarnTable) { OVERLAY + NOTICE + CONTENT + ENDS + CLAIMS }.map { it.name } + "REPEATS"
        for (said in Said.ALL) {
            assertTrue("${said.rows} of '${said.sentence}'", said.rows.isNotEmpty() && names.containsAll(said.rows))
            assertTrue("${said.file} does not say '${said.sentence}'", said.sentence in Said.text(said.file))
        }
    }

    @Test
    fun `nothing is said of the lock screen, the call's screen or a voice that no row bears`() {
        for (file in Said.FILES) {
            var text = Said.text(file)
            Said.ALL.filter { it.file == file }.forEach { text = text.replace(it.sentence, "") }
            val left = Said.WORDS.find(text)?.range?.first
            val around = left?.let {
                text.substring((it - AROUND).coerceAtLeast(0), (it + AROUND).coerceAtMost(text.length))
            }
            assertEquals("$file: add it to Said, with the rows that bear it", null, around)
        }
    }

    private fun render() = buildString {
        appendLine("# How a call is warned of")
        appendLine()
        appendLine(
            "Made from the rows that the app decides by (`WarnTable`); `WarnDocTest` fails where the two differ. Of each",
        )
        appendLine("table but the last the first row counts whose conditions are all met; an empty cell asks nothing.")
        appendLine("No person has seen or heard any of this on a phone yet.")
        table("Over the call's screen", WarnTable.OVERLAY) { if (it) "a window" else "none" }
        table("The notice", WarnTable.NOTICE) { it.written() }
        val again = WarnPlan.REPEATS.joinToString(" and ") { "${it / 1_000.0} s" }
        appendLine()
        appendLine("`voice` and `quiet` are posted again, and announce themselves again, after $again while it rings.")
        table("What the notice says", WarnTable.CONTENT) { it.written() }
        appendLine()
        appendLine("No notice of a warning has the number.")
        table("What ends a warning", WarnTable.ENDS) { ends -> ends.joinToString { it.written() } }
        appendLine()
        appendLine("`time` and `pause` are ${CallWatch.LONGEST_MILLIS / 1_000} s by the clock that nobody sets.")
        table("What may be claimed", WarnTable.CLAIMS) { it.written() }
        appendLine()
        appendLine("## What is said, and what bears it")
        appendLine()
        appendLine("| where | sentence | rows |")
        appendLine("|---|---|---|")
        for (said in Said.ALL) appendLine("| ${said.file} | ${said.sentence} | ${said.rows.joinToString()} |")
    }

    private fun <T> StringBuilder.table(title: String, rows: List<Row<T>>, write: (T) -> String) {
        appendLine()
        appendLine("## $title")
        appendLine()
        appendLine("| row | if | then | because |")
        appendLine("|---|---|---|---|")
        for (row in rows) appendLine("| ${row.name} | ${row.asks.written()} | ${write(row.result)} | ${row.why} |")
    }

    private fun Asks.written() = listOfNotNull(
        sdk?.let { if (it.first == it.last) "API ${it.first}" else "API ${it.first} to ${it.last}" },
        overlay?.let {
            if (it) "Android lets the app draw over others" else "Android does not let it draw over others"
        },
        notices?.let { if (it) "notices are allowed" else "notices are not allowed" },
        spoken?.let { "the voice is wanted, and true of the call" },
        voice?.let { "voice channel ${it.written()}" },
        quiet?.let { "quiet channel ${it.written()}" },
        ringer?.let { "ringer ${it.written()}" },
        filter?.let { "interruption filter ${it.written()}" },
        locked?.let { if (it) "locked" else "not locked" },
        lockScreen?.let { "lock screen shows ${it.written()}" },
        notice?.let { "notice ${it.written()}" },
    ).joinToString(", ")

    private fun Set<Enum<*>>.written() = joinToString(" or ") { it.written() }

    private fun Enum<*>.written() = name.lowercase().replace('_', ' ')

    private companion object {
        const val AROUND = 60
    }
}
