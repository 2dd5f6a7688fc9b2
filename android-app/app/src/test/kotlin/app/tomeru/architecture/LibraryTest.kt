// SPDX-License-Identifier: Apache-2.0
package app.tomeru.architecture

import app.tomeru.support.Vectors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.w3c.dom.Element
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory

/** What the library brings into an app that contains it: code, a permission and rules for R8; nothing else. */
class LibraryTest {
    private val modules = File(Vectors.root, "android-app")

    private fun manifest(module: String): Element = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(File(modules, "$module/src/main/AndroidManifest.xml")).documentElement

    private fun permissions(module: String): Set<String> {
        val asked = manifest(module).getElementsByTagName("uses-permission")
        return (0 until asked.length).map { (asked.item(it) as Element).getAttribute("android:name") }.toSet()
    }

    @Test
    fun `its manifest has no component, and asks for nothing that the app does not`() {
        for (kind in listOf("application", "activity", "service", "receiver", "provider")) {
            assertEquals(kind, 0, manifest("library").getElementsByTagName(kind).length)
        }
        assertTrue(permissions("app").containsAll(permissions("library")))
    }

    @Test
    fun `it has no resources, and its own rules for R8`() {
        val main = File(modules, "library/src/main")
        assertEquals(setOf("AndroidManifest.xml", "kotlin"), main.list().orEmpty().toSet())
        assertTrue("-keep" in File(modules, "library/consumer-rules.pro").readText())
    }
}
