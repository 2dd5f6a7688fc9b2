// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.app.NotificationManager
import android.content.ComponentName
import android.content.Intent
import android.telecom.CallScreeningService
import android.view.ViewGroup
import app.tomeru.R
import app.tomeru.circumstances.systemService
import app.tomeru.health.SelfTest.Part
import app.tomeru.record.SettingsFolder
import app.tomeru.screening.RingPath
import app.tomeru.screening.ScreeningService
import app.tomeru.support.FakeCall
import app.tomeru.support.Look
import app.tomeru.support.ScreenTest
import app.tomeru.support.Studio
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.settings.SelfTestActivity
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import java.io.File

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36], qualifiers = "ja-rJP")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class SelfTestTest : ScreenTest() {
    private val telecom = Telecom()

    @Before
    fun letTheServiceBeBound() {
        val binder = Robolectric.setupService(ScreeningService::class.java)
            .onBind(Intent(CallScreeningService.SERVICE_INTERFACE))
        shadowOf(app).setComponentNameAndServiceForBindService(ComponentName(app, ScreeningService::class.java), binder)
    }

    @After
    fun repairCore() {
        RingPath.core = RingPath::native
    }

    /** The parts that do not work. */
    private fun failing(): List<Part> {
        val screen = open<SelfTestActivity>()
        val rows = screen.requireViewById<ViewGroup>(R.id.rows)
        Wait.until { rows.childCount == Part.entries.size && screen.shows(R.id.message) }
        val names = Part.entries.associateBy { app.getString(it.text) }
        return (0 until rows.childCount).map { texts(rows.getChildAt(it)) }
            .filter { it[1] != "動いています" }
            .map { names.getValue(it[0]) }
    }

    @Test
    fun `every part works, and nothing of it stays`() {
        telecom.screen(FakeCall(phone.handle("0312345678")))
        assertEquals(emptyList<Part>(), failing())
        assertEquals(1, phone.records().size)
        open<SelfTestActivity>().awaitMessage("すべて動いています。")
    }

    @Test
    fun `each part that does not work is named`() {
        telecom.screen(FakeCall(phone.handle("0312345678")))
        roles.lose()
        assertEquals(listOf(Part.ROLE), failing())
        roles.hold()
        shadowOf(app.systemService<NotificationManager>()).setNotificationsEnabled(false)
        assertEquals(listOf(Part.NOTICE), failing())
        shadowOf(app.systemService<NotificationManager>()).setNotificationsEnabled(true)
        RingPath.core = { 0 }
        assertEquals(listOf(Part.DECISION), failing())
        RingPath.core = { throw UnsatisfiedLinkError() }
        assertEquals(listOf(Part.DECISION, Part.NOTICE, Part.RECORD), failing())
        RingPath.core = RingPath::native
        val settings = File(SettingsFolder.of(app), "settings.json")
        val whole = settings.readText()
        settings.writeText("{")
        assertEquals(listOf(Part.SETTINGS), failing())
        settings.writeText(whole)
        shadowOf(app).declareActionUnbindable(CallScreeningService.SERVICE_INTERFACE)
        assertEquals(listOf(Part.SERVICE), failing())
    }

    @Test
    @Config(sdk = [35])
    fun pictures() {
        for (look in Look.ALL) {
            Studio.draw<SelfTestActivity>("self-test", look) { screen -> Wait.until { screen.shows(R.id.message) } }
        }
    }
}
