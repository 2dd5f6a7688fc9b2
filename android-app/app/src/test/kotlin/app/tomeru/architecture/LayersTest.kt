// SPDX-License-Identifier: Apache-2.0
package app.tomeru.architecture

import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.File

/** The Kotlin code is as ARCHITECTURE.md draws it, and every import runs down. */
class LayersTest {
    private val text = File(Vectors.root, "ARCHITECTURE.md").readText()
    private val layers = Layers(text.substringAfter("```layers\n").substringBefore("```"))

    private fun sources(module: String) = File(Vectors.root, "android-app/$module/src/main/kotlin")
        .walk()
        .filter { it.extension == "kt" }
        .toList()

    @Test
    fun `the drawing shows the folders`() {
        for (module in listOf("app", "library")) {
            val folders = sources(module).map { it.parentFile.path.substringAfter("/kotlin/app/tomeru") }
                .filterNot(String::isEmpty)
                .map { it.drop(1).replace('/', '.') }
            assertEquals(module, folders.toSortedSet(), layers.packages(module).toSortedSet())
        }
    }

    @Test
    fun `every arrow runs down`() {
        val wrong = listOf("app", "library").flatMap(::sources).flatMap { file ->
            layers.wrongArrows(file.readText()).map { "${file.name}: $it" }
        }
        assertEquals("", wrong.joinToString("\n"))
    }

    @Test
    fun `the whole of the code is named somewhere on the page`() {
        val core = File(Vectors.root, "rust-core/src").listFiles().orEmpty().filter(File::isDirectory).map { it.name }
        val folders = core + listOf("rust-core/compiler", "rust-core/plans", "scripts", "tests")
        assertEquals(emptyList<String>(), folders.filterNot { it in text })
    }

    @Test
    fun `an arrow that is planted is found`() {
        val drawing = Layers("app      ui.home\n         words notice\nlibrary  record\n         core\n")

        fun arrows(from: String, vararg lines: String) =
            drawing.wrongArrows("// text\npackage app.tomeru.$from\n\n${lines.joinToString("\n")}\n")

        val down =
            arrows("ui.home", "import app.tomeru.R", "import app.tomeru.words.Words", "import app.tomeru.core.isForged")
        assertTrue("$down", down.isEmpty())
        assertEquals(listOf("notice -> ui.home"), arrows("notice", "import app.tomeru.ui.home.HomeActivity"))
        assertEquals(listOf("notice -> words"), arrows("notice", "import app.tomeru.words.Words"))
        assertEquals(listOf("record -> words"), arrows("record", "val words = app.tomeru.words.Words(context)"))
        assertEquals(listOf("record -> R"), arrows("record", "import app.tomeru.R"))
        assertEquals(listOf("core -> news, which is not drawn"), arrows("core", "import app.tomeru.news.News"))
        assertEquals(listOf("news is not drawn"), arrows("news"))
        assertEquals(emptyList<String>(), arrows("words", "const val HOME = \"app.tomeru.ui.home.HomeActivity\""))
    }
}
