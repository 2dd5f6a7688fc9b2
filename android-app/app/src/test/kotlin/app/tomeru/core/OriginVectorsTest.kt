// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** The vectors that the Rust tests read, through both bridges. */
class OriginVectorsTest {
    private val rows = Vectors.read("origins.tsv")
    private val writtenRows = Vectors.read("written.tsv")
    private val folder = kotlin.io.path.createTempDirectory("tomeru").toString()

    @Test
    fun `the ring path finds every row's origin`() = find(rows, written = false)

    @Test
    fun `the ring path finds the origin of what people write`() = find(writtenRows, written = true)

    private fun find(rows: List<List<String>>, written: Boolean) {
        for (row in rows) {
            val (input, home, network, origin, line) = row
            val answer = answer(input, written, RingCore.places(home, null, network))
            val told = listOf(
                answer.origin.name.lowercase(),
                answer.line.name.lowercase(),
                answer.countryCode?.toString().orEmpty(),
                answer.possible.toString(),
                answer.valid.toString(),
                (Hint.PLUS_MISSING in answer.hints).toString(),
            )
            assertEquals(input, listOf(origin, line, row[5], row[8], row[9], row[11]), told)
        }
        assertTrue("${rows.size} rows", rows.size >= if (written) 40 else 400)
    }

    @Test
    fun `the number check says the same`() {
        explain(rows, written = false)
        explain(writtenRows, written = true)
    }

    private fun explain(rows: List<List<String>>, written: Boolean) {
        for (row in rows) {
            val explained = explain(row[0], written, RingCore.places(row[1], null, row[2]))
            val regions = if (row[6] == "*") explained.regions.joinToString(",") else row[6]
            assertEquals(row[0], row[3], explained.origin.name.lowercase())
            assertEquals(row[0], regions, explained.regions.joinToString(","))
            assertEquals(row[0], row[7], explained.nationalNumber)
            assertEquals(row[0], row[10], explained.imitates.orEmpty())
        }
    }

    @Test
    fun `the number check agrees with the ring path, whatever the SIMs and the network`() {
        var compared = 0
        for (row in rows) {
            for (second in listOf(null, "KR")) {
                for (network in listOf("JP", "GB", "US", "TH")) {
                    val places = RingCore.places("JP", second, network)
                    val answer = answer(row[0], false, places)
                    val explained = explain(row[0], false, places)
                    assertEquals(
                        "${row[0]}, SIMs JP $second, network $network",
                        listOf(answer.origin, answer.line, answer.countryCode, answer.region, answer.hints),
                        listOf(
                            explained.origin,
                            explained.line,
                            explained.countryCode?.toInt(),
                            explained.regions.firstOrNull(),
                            explained.hints.toSet(),
                        ),
                    )
                    compared++
                }
            }
        }
        assertEquals(rows.size * 2 * 4, compared)
    }

    private fun answer(number: String, written: Boolean, places: Long) =
        Answer.unpack(RingCore.decide(Caller.locate(number, 1, written, places).bytes, folder, 0, 0, 0, -1, -1))
}
