// SPDX-License-Identifier: Apache-2.0
package app.tomeru.entries

import app.tomeru.App
import app.tomeru.core.Preset
import app.tomeru.fault.FaultLog
import app.tomeru.support.Chosen
import app.tomeru.support.Kind
import app.tomeru.support.NUMBER
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Seam
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.widget.StateWidget
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowLog
import java.io.File
import java.util.concurrent.CopyOnWriteArrayList

/**
 * Every way into the app, with everything that may be thrown there: nothing ends the process, a call rings or is
 * decided as the person chose, and what did not work is told. The table of what was seen is
 * `target/entry-points-*.txt`.
 */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35])
class EntryPointsTest : ScreenTest() {
    private val root = File(checkNotNull(System.getProperty("tomeru.root")))
    private val uncaught = CopyOnWriteArrayList<Throwable>()
    private val before = Thread.getDefaultUncaughtExceptionHandler()

    @Before
    fun watch() {
        Thread.setDefaultUncaughtExceptionHandler { _, thrown -> uncaught += thrown }
    }

    @After
    fun mend() {
        Seam.mend()
        Thread.setDefaultUncaughtExceptionHandler(before)
    }

    private fun entries() = CallEntries(phone).all + PartEntries().all + ScreenEntries().all

    /** Nothing of the entry before is left. */
    private fun setUp() {
        Seam.mend()
        phone.at(Phone.NOW)
        Wait.until { true }
        phone.forget()
        // Old records are looked for once a day; the last time was the day before a reboot.
        app.createDeviceProtectedStorageContext().getSharedPreferences("retention", 0).edit().clear()
            .putLong("at", Phone.NOW - 24 * 60 * 60 * 1_000L).commit()
        Chosen.preset(app, Preset.STOP)
        FaultLog(app).markSeen()
        ShadowLog.clear()
    }

    private fun go(entry: Entry, kind: Kind): String {
        setUp()
        entry.seam.broken(kind)
        val seen = try {
            entry.act(kind)
        } catch (passed: Throwable) {
            throw AssertionError("${entry.name} of ${entry.component.simpleName} with $kind in ${entry.seam}", passed)
        }
        phone.settle()
        val told = FaultLog(app).unseen()
        val faults = told.map { it.fault }
        val where = "${entry.component.simpleName}, ${entry.name}, $kind"
        assertEquals(
            "$where: nothing reaches the handler that ends the process",
            emptyList<Throwable>(),
            uncaught.toList(),
        )
        assertEquals(
            "$where: what is told, by ${told.joinToString { it.trace.orEmpty() }}",
            setOfNotNull(entry.told(kind)),
            faults.toSet(),
        )
        assertFalse("$where: a number in the log", ShadowLog.getLogs().any { it.tag == "Tomeru" && NUMBER in it.msg })
        return listOf(seen, faults.joinToString().ifEmpty { null }?.let { "told: $it" }).joinToString("; ")
    }

    @Test
    fun `no fault ends the process, wherever Android comes in`() {
        val rows = mutableListOf(listOf("component", "entry", "broken", "thrown", "what happened").joinToString("\t"))
        val failed = mutableListOf<String>()
        for (entry in entries()) {
            for (kind in Kind.entries) {
                val seen = try {
                    go(entry, kind)
                } catch (failure: AssertionError) {
                    failed += listOfNotNull(failure.message, failure.cause?.stackTraceToString()).joinToString(": ")
                    "failed"
                }
                rows += listOf(entry.component.simpleName, entry.name, entry.seam, kind, seen).joinToString("\t")
            }
        }
        File(
            root,
            "target/entry-points-${android.os.Build.VERSION.SDK_INT}.txt",
        ).writeText(rows.joinToString("\n", postfix = "\n"))
        assertEquals(failed.joinToString("\n"), 0, failed.size)
    }

    @Test
    fun `every component of the manifest has an entry`() {
        val manifest = File(root, "android-app/app/src/main/AndroidManifest.xml").readText()
        val components = Regex("""<(application|activity|service|receiver|provider)\s[^>]*?android:name="([^"]*)"""")
            .findAll(manifest).map { it.groupValues[2] }
        // What another name leads to.
        val targets = Regex("""<activity-alias\s[^>]*?android:targetActivity="([^"]*)"""")
            .findAll(manifest).map { it.groupValues[1] }
        val declared = (components + targets)
            .map { if (it.startsWith('.')) "app.tomeru$it" else it }.toSet()
        assertTrue("the manifest is read", App::class.java.name in declared && declared.size > 20)
        assertEquals(declared, declared intersect entries().map { it.component.java.name }.toSet())
    }

    /** What Android calls in a component beyond what a screen or a job inherits. */
    @Test
    fun `every callback that a component has is an entry`() {
        val names = entries().groupBy({ it.component }, { it.name.substringBefore(',') })
        for ((component, entered) in names.filterKeys { !android.app.Activity::class.java.isAssignableFrom(it.java) }) {
            val callbacks = component.java.declaredMethods
                .filter { !it.isSynthetic && java.lang.reflect.Modifier.isPublic(it.modifiers) }
                .map { it.name }
                .filter { Regex("on[A-Z].*|work").matches(it) }
                // It passes on to the callback that is an entry.
                .minus(if (component == StateWidget::class) listOf("onReceive") else emptyList())
            assertEquals(component.simpleName, emptyList<String>(), callbacks - entered.toSet())
        }
    }
}
