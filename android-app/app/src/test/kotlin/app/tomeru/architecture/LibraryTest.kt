// SPDX-License-Identifier: Apache-2.0
package app.tomeru.architecture

import app.tomeru.ring.CallScreener
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

    private fun xml(path: String): Element =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File(modules, path)).documentElement

    private fun manifest(module: String): Element = xml("$module/src/main/AndroidManifest.xml")

    private fun Element.all(tag: String): List<Element> =
        getElementsByTagName(tag).run { List(length) { item(it) as Element } }

    private fun permissions(module: String): Set<String> {
        return manifest(module).all("uses-permission").map { it.getAttribute("android:name") }.toSet()
    }

    /** What a module lets Android copy: each rule as "section rule domain path". */
    private fun rules(module: String): List<String> = xml("$module/src/main/res/xml/data_extraction_rules.xml")
        .all("*")
        .map { listOf(it.parentNode.nodeName, it.tagName, it.getAttribute("domain"), it.getAttribute("path")) }
        .map { it.joinToString(" ").trim() }

    @Test
    fun `its manifest has no component, and asks for nothing that the app does not`() {
        for (kind in listOf("application", "activity", "service", "receiver", "provider")) {
            assertEquals(kind, 0, manifest("library").all(kind).size)
        }
        assertTrue(permissions("app").containsAll(permissions("library")))
    }

    @Test
    fun `it has no resources, and its own rules for R8`() {
        val main = File(modules, "library/src/main")
        assertEquals(setOf("AndroidManifest.xml", "kotlin"), main.list().orEmpty().toSet())
        assertTrue("-keep" in File(modules, "library/consumer-rules.pro").readText())
    }

    /** `TransferTest` shows what the app's rules do. */
    @Test
    fun `the sample keeps the calls on the phone`() {
        val application = manifest("sample").all("application").single()
        assertEquals("false", application.getAttribute("android:allowBackup"))
        assertEquals("@xml/data_extraction_rules", application.getAttribute("android:dataExtractionRules"))
        assertEquals(rules("app"), rules("sample"))
    }

    /**
     * Telecom looks for the service by `queryIntentServicesAsUser`, which before the first unlock finds only what says that
     * it works then (AOSP, `PackageManagerService.updateFlags`, later `ComputerEngine.updateFlags`).
     */
    @Test
    fun `the sample answers before the first unlock`() {
        val service = manifest("sample").all("service").single()
        assertEquals("true", service.getAttribute("android:directBootAware"))
    }

    /**
     * Kotlin reads what the next version made, and nothing newer: neither of the library nor of the standard library that it
     * brings. So it is made for the oldest version that its compiler still knows.
     */
    @Test
    fun `README names the oldest Kotlin that can use it`() {
        val (major, minor) = checkNotNull(CallScreener::class.java.getAnnotation(Metadata::class.java)).metadataVersion
        val readable = "Kotlin $major.${minor - 1} or later"
        assertTrue(readable, readable in File(Vectors.root, "README.md").readText())
        val brought = xml("library/pom.xml").all("kotlin.stdlib.version").single().textContent
        assertEquals("$major.$minor", brought.substringBeforeLast('.'))
        assertTrue("@kotlin.stdlib.version@" in File(modules, "library/aar.pom.xml").readText())
    }
}
