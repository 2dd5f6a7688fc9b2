// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

/** A text file made for wide lines, as paragraphs for a narrow screen. */
internal object Paragraphs {
    /** Joins [lines] up to an empty one; what begins with a dash stays a line of its own. */
    fun of(lines: List<String>): String = buildString {
        for (line in lines.map(String::trim)) {
            when {
                line.isEmpty() -> append("\n\n")
                line.startsWith("- ") -> append(if (endsWith("\n") || isEmpty()) line else "\n$line")
                else -> append(if (endsWith("\n") || isEmpty()) line else " $line")
            }
        }
    }.replace(Regex("\n{3,}"), "\n\n").trim()
}
