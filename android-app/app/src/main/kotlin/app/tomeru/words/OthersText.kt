// SPDX-License-Identifier: Apache-2.0
package app.tomeru.words

/** More characters than any number has. */
private const val MOST = 40

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: what stands between them turns nothing around it. */
private const val ISOLATE = '\u2068'
private const val END = '\u2069'

/** What is not seen, breaks lines, or turns the direction of what is seen. */
private val UNSEEN = setOf(
    Character.CONTROL,
    Character.FORMAT,
    Character.LINE_SEPARATOR,
    Character.PARAGRAPH_SEPARATOR,
    Character.SURROGATE,
    Character.PRIVATE_USE,
    Character.UNASSIGNED,
)

/**
 * What somebody else wrote, such as the text of a caller who shows no number, safe to show among the app's own words:
 * without characters that are not seen, at most 40 characters, and isolated from what stands around it.
 */
fun othersText(text: String): String = othersPlainText(text).let { if (it.isEmpty()) it else "$ISOLATE$it$END" }

/** The same without what isolates it, to be kept. */
internal fun othersPlainText(text: String): String {
    val seen = text.codePoints().filter { Character.getType(it).toByte() !in UNSEEN }.limit(MOST + 1L).toArray()
    val cut = if (seen.size > MOST) String(seen, 0, MOST - 1) + '…' else String(seen, 0, seen.size)
    return cut.trim()
}
