// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.app.Notification
import android.app.NotificationManager
import android.content.ComponentName
import android.content.Intent
import android.telecom.CallScreeningService
import android.view.ViewGroup
import app.tomeru.R
import app.tomeru.call.Question
import app.tomeru.health.SelfTest.Part
import app.tomeru.hooks.Hook
import app.tomeru.hooks.Hooks
import app.tomeru.platform.systemService
import app.tomeru.screening.ScreeningService
import app.tomeru.settings.SettingsFolder
import app.tomeru.support.Budgets
import app.tomeru.support.FakeCall
import app.tomeru.support.Look
import app.tomeru.support.ScreenTest
import app.tomeru.support.Shade
import app.tomeru.support.Studio
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.support.WholeAssets
import app.tomeru.support.test
import app.tomeru.ui.settings.SelfTestActivity
import org.junit.Assert.assertEquals
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import java.io.File
import kotlin.concurrent.thread

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36], qualifiers = "ja-rJP")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class SelfTestTest : ScreenTest() {
    private val telecom = Telecom()

    @Before
    fun letTheServiceBeBound() {
        val binder = telecom.process.service(
            ScreeningService::class.java,
            CallScreeningService.SERVICE_INTERFACE,
        ).connect()
        shadowOf(app).setComponentNameAndServiceForBindService(ComponentName(app, ScreeningService::class.java), binder)
    }

    /** The parts that do not work. */
    private fun failing(): List<Part> {
        val screen = open<SelfTestActivity>()
        val rows = screen.requireViewById<ViewGroup>(R.id.rows)
        val running = app.getString(R.string.self_test_running)
        Wait.until { rows.childCount == Part.entries.size && screen.text(R.id.outcome) != running }
        val names = Part.entries.associateBy { app.getString(it.text) }
        return (0 until rows.childCount).flatMap { texts(rows.getChildAt(it)) }.map { it.lines() }
            .filter { "動いていません" in it }
            .map { names.getValue(it.first()) }
    }

    @Test
    fun `every part works, and nothing of it stays`() {
        telecom.screen(FakeCall(phone.handle("0312345678")))
        assertEquals(emptyList<Part>(), failing())
        assertEquals(1, phone.records().size)
        val screen = open<SelfTestActivity>()
        Wait.until { screen.text(R.id.outcome) == "すべて動いています" }
        val said = screen.requireViewById<ViewGroup>(R.id.rows).getChildAt(0)
        assertEquals("電話を守るアプリに選ばれている", texts(said).single())
        assertEquals("a tick in words", "電話を守るアプリに選ばれている、動いています", said.contentDescription)
    }

    @Test
    @Config(sdk = [29, 35, 36])
    fun `each part that does not work is named`() {
        telecom.screen(FakeCall(phone.handle("0312345678")))
        roles.lose()
        assertEquals(listOf(Part.ROLE), failing())
        roles.hold()
        shadowOf(app.systemService<NotificationManager>()).setNotificationsEnabled(false)
        assertEquals(listOf(Part.NOTICE), failing())
        shadowOf(app.systemService<NotificationManager>()).setNotificationsEnabled(true)
        app.test.decide = { 0 }
        assertEquals(listOf(Part.DECISION), failing())
        app.test.decide = { throw UnsatisfiedLinkError() }
        assertEquals(listOf(Part.DECISION, Part.NOTICE, Part.RECORD), failing())
        app.test.decide = Question::ask
        val settings = File(SettingsFolder.of(app), "settings.json")
        val whole = settings.readText()
        settings.writeText("{")
        assertEquals(listOf(Part.SETTINGS), failing())
        settings.writeText(whole)
        shadowOf(app).declareActionUnbindable(CallScreeningService.SERVICE_INTERFACE)
        assertEquals(listOf(Part.SERVICE), failing())
    }

    @Test
    fun `a self-test is no call in the report`() {
        val service = Robolectric.setupService(ScreeningService::class.java)

        fun bound() = Hooks(app).all().singleOrNull { it.hook == Hook.BOUND }?.count ?: 0
        failing()
        val asked = generateSequence { shadowOf(app).nextStartedService }.first { it.categories != null }
        assertEquals(ScreeningService::class.java.name, asked.component?.className)
        val before = bound()
        service.onBind(asked)
        Wait.idle()
        assertEquals(before, bound())
        service.onBind(Intent(CallScreeningService.SERVICE_INTERFACE))
        Wait.until { bound() == before + 1 }
    }

    /** The parts that do not work, while the main thread looks after nothing. */
    private fun failingAlone(): List<Part> {
        val results = mutableListOf<SelfTest.Result>()
        thread { SelfTest(app).run(results::add) }.join()
        return results.filterNot { it.worked }.map { it.part }
    }

    @Test
    fun `a service that is not bound within five seconds does not work`() {
        telecom.screen(FakeCall(phone.handle("0312345678")))
        Budgets.runOut(5_000)
        assertEquals(listOf(Part.SERVICE), failingAlone())
        assertEquals(listOf(5_000L), Budgets.reached)
    }

    /** Takes notices, and shows none. */
    @Implements(NotificationManager::class)
    class ShowsNothing : Shade() {
        @Implementation
        override fun notify(tag: String?, id: Int, notification: Notification?) = Unit
    }

    @Test
    @Config(sdk = [35], shadows = [WholeAssets::class, ShowsNothing::class])
    fun `a notice that is not shown within a second does not work`() {
        telecom.screen(FakeCall(phone.handle("0312345678")))
        assertEquals(listOf(Part.NOTICE), failing())
        assertEquals(1_000L, Budgets.now)
    }

    @Test
    @Config(sdk = [35])
    fun pictures() {
        for (look in Look.DRAWN) {
            Studio.draw<SelfTestActivity>("self-test", look) { screen ->
                Wait.until { screen.text(R.id.outcome) == screen.getString(R.string.self_test_good) }
            }
        }
    }
}
