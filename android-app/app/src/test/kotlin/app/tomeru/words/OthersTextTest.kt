// SPDX-License-Identifier: Apache-2.0
package app.tomeru.words

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

class OthersTextTest {
    private fun shown(text: String) = othersText(text).removePrefix("\u2068").removeSuffix("\u2069")

    @Test
    fun `what turns, breaks or hides is left out, and the rest is isolated`() {
        assertEquals("\u2068anonymous\u2069", othersText("anonymous"))
        assertEquals("03abc", shown("\u202E\u061C03\n\r\ta\u0000b\u2028\u200Fc\u2066"))
        assertEquals("電話 ☎", shown(" 電話 ☎ "))
        for (nothing in listOf("", " ", "\n", "\u202E\u200B")) assertEquals("", othersText(nothing))
    }

    @Test
    fun `it is at most 40 characters long`() {
        assertEquals("a".repeat(40), shown("a".repeat(40)))
        assertEquals("a".repeat(39) + "…", shown("a".repeat(4_000)))
        val faces = shown("😀".repeat(4_000))
        assertEquals(40, faces.codePointCount(0, faces.length))
    }

    @Test
    fun `no character whatever gets through that is not seen`() {
        for (point in 0..Character.MAX_CODE_POINT) {
            val text = shown("a" + String(Character.toChars(point)) + "b")
            val type = Character.getType(point)
            val unseen = type == Character.CONTROL.toInt() || type == Character.FORMAT.toInt()
            if (unseen) assertEquals("ab", text) else assertTrue(text.length in 2..4)
        }
    }
}
