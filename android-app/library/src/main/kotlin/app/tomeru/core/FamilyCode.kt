// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

/** How a family member's settings look as a text, such as `tomeru:1?p=stop&end`; the core reads what it means. */
object FamilyCode {
    /** The scheme of the link; the manifest names it, too. */
    const val SCHEME: String = "tomeru"

    private val CODE = Regex("$SCHEME:[0-9]+\\?[!-~]*", RegexOption.IGNORE_CASE)

    /** The first code among the words of [text], or null. */
    @JvmStatic
    fun find(text: String): String? = CODE.find(text)?.value

    /** Whether [text] is a code and nothing else. */
    @JvmStatic
    fun matches(text: String): Boolean = CODE.matches(text)

    /** Whether [text] begins as a code does, whole or cut off. */
    @JvmStatic
    fun begins(text: String): Boolean = text.trim().startsWith("$SCHEME:", ignoreCase = true)
}
