// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
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
            val caller = Caller.locate(row[0], 1, written = false, RingCore.places("JP", null, "JP"))
            val packed = RingCore.decide(caller.bytes, folder, 0, 0, 0, -1, -1)
            assertEquals(row[0], row[1], "0x" + packed.toString(16))
        }
    }

    @Test
    fun `what is no caller is a fault, and rings`() {
        val folder = createTempDir().path
        for (caller in listOf(null, ByteArray(0), ByteArray(48), ByteArray(200) { 1 })) {
            val answer = Answer.unpack(RingCore.decide(caller, folder, 0, 0, 0, -1, -1))
            assertEquals(Answer.of(Fault.CORE_FAILED), answer)
        }
        assertNull(RingCore.locate("+18442980122", 1, false, 0, ByteArray(1)))
    }

    private fun createTempDir() = java.nio.file.Files.createTempDirectory("tomeru").toFile()
}
