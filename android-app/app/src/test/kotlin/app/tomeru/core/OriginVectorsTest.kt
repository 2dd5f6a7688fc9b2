// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** The vectors that the Rust tests read, through both bridges. */
class OriginVectorsTest {
    private val rows = Vectors.read("origins.tsv")
    private val folder = kotlin.io.path.createTempDirectory("tomeru").toString()

    @Test
    fun `the ring path finds every row's origin`() {
        for (row in rows) {
            val (input, home, network, origin, line) = row
            val packed = RingCore.decide(input, folder, 1, 0, 0, RingCore.places(home, null, network), 0, -1, -1)
            val answer = Answer.unpack(packed)
            val told = listOf(
                answer.origin.name.lowercase(),
                answer.line.name.lowercase(),
                answer.countryCode?.toString().orEmpty(),
                answer.possible.toString(),
                answer.valid.toString(),
                answer.plusMissing.toString(),
            )
            assertEquals(input, listOf(origin, line, row[5], row[8], row[9], row[11]), told)
        }
        assertTrue("${rows.size} rows", rows.size >= 400)
    }

    @Test
    fun `the number check says the same`() {
        val abroad = rows.filter { it[1] == it[2] }
        for (row in abroad) {
            val told = explain(row[0], row[1])
            val regions = if (row[6] == "*") told.regions.joinToString(",") else row[6]
            assertEquals(row[0], row[3], told.origin.name.lowercase())
            assertEquals(row[0], regions, told.regions.joinToString(","))
            assertEquals(row[0], row[7], told.nationalNumber)
            assertEquals(row[0], row[10], told.imitates.orEmpty())
        }
        assertTrue(abroad.size >= 400)
    }
}
