// SPDX-License-Identifier: Apache-2.0
package app.tomeru.architecture

/**
 * The packages of the Kotlin code from top to bottom, read from the drawing in ARCHITECTURE.md.
 *
 * A line of the [drawing] is a layer: the module, where one begins, then its packages, then perhaps a remark after `#`.
 * A package may import those of lower lines only, so there is no circle, and the library, which stands below the app,
 * imports nothing of it.
 */
class Layers(drawing: String) {
    private class Place(val module: String, val depth: Int)

    private val places = buildMap {
        var module = ""
        val lines = drawing.lines().map { it.substringBefore('#').trimEnd() }.filter(String::isNotEmpty)
        lines.forEachIndexed { depth, line ->
            val words = line.trim().split(Regex("\\s+"))
            val begins = !line.startsWith(' ')
            if (begins) module = words.first()
            for (name in if (begins) words.drop(1) else words) {
                check(put(name, Place(module, depth)) == null) { "$name is drawn twice" }
            }
        }
    }

    /** The packages of [module], such as `ui.check`. */
    fun packages(module: String): Set<String> = places.filterValues { it.module == module }.keys

    /** The arrows of the Kotlin [source] of one file that do not run down, and one from the library to R. */
    fun wrongArrows(source: String): List<String> {
        // The application itself stands above all.
        val from = PACKAGE.find(source)?.groupValues?.get(1) ?: return emptyList()
        val place = places[from] ?: return listOf("$from is not drawn")
        return USE.findAll(source.replace(PACKAGE, "").replace(TEXT, "")).mapNotNull { use ->
            val to = use.groupValues[1].trimEnd('.')
            val name = use.groupValues[2]
            val lower = places[to]
            when {
                to.isEmpty() -> "$from -> $name".takeIf { name != "R" || place.module == "library" }
                to == from -> null
                lower == null -> "$from -> $to, which is not drawn"
                lower.depth <= place.depth -> "$from -> $to"
                else -> null
            }
        }.distinct().toList()
    }

    private companion object {
        val PACKAGE = Regex("^package app\\.tomeru\\.([a-z.]+)$", RegexOption.MULTILINE)

        /** An import, or a name in full: a package's name with its dot, and what it names there. */
        val USE = Regex("\\bapp\\.tomeru\\.((?:[a-z]+\\.)*)([A-Za-z]\\w*)")

        /** Screens and receivers are named by texts, so that nobody imports them. */
        val TEXT = Regex("\"[^\"\n]*\"")
    }
}
