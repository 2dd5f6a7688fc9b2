// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** The same rows are packed by the Rust test `answers_are_packed_as_the_app_unpacks_them`. */
class AnswerTest {
    private val rows = Vectors.read("packed.tsv")

    @Test
    fun `packed answers are unpacked`() {
        for (row in rows) {
            val answer = Answer.unpack(java.lang.Long.decode(row[1]))
            val told = listOf(
                answer.action.name.lowercase(),
                answer.reason.name.lowercase(),
                answer.origin.name.lowercase(),
                answer.line.name.lowercase(),
                answer.countryCode?.toString().orEmpty(),
                answer.region.orEmpty() + if (answer.hasMoreRegions) "+" else "",
                answer.rule?.name?.lowercase(),
            )
            assertEquals(row[0], row.drop(2), told)
            assertEquals(null, answer.fault)
        }
        assertTrue(rows.size >= 8)
    }

    @Test
    fun `the native function packs the same`() {
        val folder = createTempDir().path
        saveSettings(folder, recommendedSettings())
        for (row in rows) {
            val packed = RingCore.decide(row[0], folder, 1, 0, 0, RingCore.places("JP", null, "JP"), 0, -1, -1)
            assertEquals(row[0], row[1], "0x" + packed.toString(16))
        }
    }

    private fun createTempDir() = java.nio.file.Files.createTempDirectory("tomeru").toFile()
}
