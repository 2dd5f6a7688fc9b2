// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import java.io.File
import java.nio.charset.Charset

/**
 * A file of `tests/lists`, which the core's tests read, too.
 *
 * @property bytes as they are on a phone
 * @property outcome what becomes of it, word by word
 */
class ListFiles private constructor(val name: String, val bytes: ByteArray, private val outcome: List<List<String>>) {
    /** The words behind [key] of every line that begins with it. */
    fun told(key: String): List<List<String>> = outcome.filter { it.first() == key }.map { it.drop(1) }

    companion object {
        /** The file [name]. */
        fun read(name: String): ListFiles {
            val file = File(Vectors.root, "tests/lists/$name")
            val outcome = File("$file.outcome").readLines().map { it.split(' ') }
            val encoding = outcome.find { it.first() == "as" }?.last()
            return ListFiles(name, encoded(file.readText(), encoding), outcome)
        }

        private fun encoded(text: String, encoding: String?): ByteArray = when (encoding) {
            null -> text.toByteArray()

            "hex" -> text.trim().chunked(2).map { it.toInt(16).toByte() }.toByteArray()

            "utf-16le", "utf-16be" -> "\uFEFF$text".toByteArray(Charset.forName(encoding))

            // The Encoding Standard's Shift_JIS is what Excel saves.
            "shift_jis" -> text.toByteArray(Charset.forName("windows-31j"))

            else -> text.toByteArray(Charset.forName(encoding))
        }
    }
}
