// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import app.tomeru.R
import app.tomeru.core.CoreMissing
import app.tomeru.core.Preset
import app.tomeru.core.RingCore
import app.tomeru.platform.core
import app.tomeru.protection.Protection
import app.tomeru.protection.Protection.Level
import app.tomeru.protection.Protection.Repair
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.Kind
import app.tomeru.support.ScreenTest
import app.tomeru.support.Seam
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.home.HomeActivity
import app.tomeru.ui.settings.SettingsActivity
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** What UniFFI generated cannot be loaded: calls are screened as before, and the app says what does not work. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class BrokenPartTest : ScreenTest() {
    private val telecom = Telecom()
    private val foreign = FakeCall("tel:%2B18442980122")

    @After
    fun mend() = Seam.mend()

    private fun look() = Protection.of(app)

    @Test
    fun `whatever JNA says, the part is missing and calls are screened`() {
        for (kind in listOf(Kind.ERROR, Kind.UNSATISFIED_LINK)) {
            Seam.BINDINGS.broken(kind)
            val missing = assertThrows(CoreMissing::class.java) { app.core.recommendedSettings() }
            assertTrue(missing.callsAreScreened)
            assertEquals(Protection(Level.PARTLY, R.string.part_missing), look())
            assertTrue(telecom.screen(foreign).reject)
        }
    }

    @Test
    fun `memory that ran out, or a panic, is no missing part`() {
        for (kind in listOf(Kind.OUT_OF_MEMORY, Kind.STACK_OVERFLOW, Kind.RUNTIME, Kind.PANIC)) {
            Seam.mend()
            app.core.recommendedSettings()
            Seam.BINDINGS.broken(kind)
            assertThrows(kind.make().javaClass) { app.core.recommendedSettings() }
            assertEquals(Protection(Level.PARTLY, R.string.settings_unknown), look())
        }
    }

    @Test
    fun `what is in force shows all the same`() {
        Chosen.preset(app, Preset.WARN) { it.copy(paused = true) }
        Seam.BINDINGS.broken(Kind.ERROR)
        val paused = Protection(Level.STOPPED, R.string.state_paused, Repair.RESUME, R.string.part_missing)
        assertEquals(paused, look())
        Seam.mend()
        Chosen.preset(app, Preset.WARN)
        roles.lose()
        Seam.BINDINGS.broken(Kind.ERROR)
        val lost = Protection(Level.STOPPED, R.string.state_stopped_detail, Repair.CHOOSE_APP, R.string.part_missing)
        assertEquals(lost, look())
    }

    @Test
    fun `without the ring path every call rings, and that is said`() {
        Seam.BINDINGS.broken(Kind.UNSATISFIED_LINK)
        Seam.RING.broken(Kind.UNSATISFIED_LINK)
        assertEquals(Protection(Level.STOPPED, R.string.core_missing), look())
        assertTrue(telecom.screen(foreign).rings)
        Seam.RING.broken(Kind.PANIC)
        assertEquals(Protection(Level.STOPPED, R.string.core_missing), look())
    }

    @Test
    fun `the first screen says what does not work, and so does the one where it is changed`() {
        Seam.BINDINGS.broken(Kind.ERROR)
        val home = open<HomeActivity>()
        Wait.until { home.text(R.id.state) == "一部だけ守られています" }
        val sentence = "アプリの一部がこわれています。設定を変えたり、番号を調べたりできません。" +
            "かかってくる電話は、前に決めた設定のとおりに見分けています。「とめる」を入れ直してください。"
        assertEquals(sentence, home.text(R.id.state_detail))
        assertTrue("it is said once", !home.shows(R.id.message))
        open<SettingsActivity>().awaitMessage(sentence)
    }

    @Test
    fun `the ring path itself loads nothing of UniFFI`() {
        // The classes of the core are loaded once for all Android versions: a process of its own tells.
        val java = java.io.File(System.getProperty("java.home"), "bin/java").path
        val process = ProcessBuilder(
            java,
            "-verbose:class",
            "-Djava.library.path=${System.getProperty("java.library.path")}",
            "-cp",
            System.getProperty("java.class.path"),
            RingOnly::class.java.name,
        ).redirectErrorStream(true).start()
        val output = process.inputStream.bufferedReader().readText()
        assertEquals(output.takeLast(2_000), 0, process.waitFor())
        assertTrue(RingCore::class.java.name in output)
        val loaded = output.lines().filter { "com.sun.jna" in it || "UniffiLib" in it }
        assertEquals(emptyList<String>(), loaded)
    }
}
