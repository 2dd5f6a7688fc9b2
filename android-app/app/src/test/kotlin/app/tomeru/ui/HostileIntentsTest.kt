// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.Manifest.permission.BIND_SCREENING_SERVICE
import android.app.Activity
import android.app.Service
import android.content.BroadcastReceiver
import android.content.ComponentName
import android.content.Intent
import android.content.pm.ActivityInfo
import android.content.pm.ComponentInfo
import android.content.pm.PackageManager
import android.content.pm.ServiceInfo
import android.net.Uri
import android.service.quicksettings.TileService
import android.telecom.DisconnectCause
import android.telecom.TelecomManager
import app.tomeru.core.Preset
import app.tomeru.screening.ScreeningService
import app.tomeru.settings.SettingsFolder
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.aftercall.AfterCallActivity
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.annotation.Config
import java.io.File
import java.util.concurrent.CopyOnWriteArrayList

/** Whatever another app sends to whatever it can reach ends nothing, changes nothing, and costs no call its answer. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class HostileIntentsTest : ScreenTest() {
    private val telecom = Telecom()
    private val uncaught = CopyOnWriteArrayList<Throwable>()
    private val before = Thread.getDefaultUncaughtExceptionHandler()

    @Before
    fun watch() = Thread.setDefaultUncaughtExceptionHandler { _, thrown -> uncaught += thrown }

    @After
    fun unwatch() = Thread.setDefaultUncaughtExceptionHandler(before)

    private fun exported(): List<ComponentInfo> {
        val all = PackageManager.GET_ACTIVITIES or PackageManager.GET_RECEIVERS or PackageManager.GET_SERVICES or
            PackageManager.GET_PROVIDERS or PackageManager.MATCH_DISABLED_COMPONENTS
        val info = app.packageManager.getPackageInfo(app.packageName, all)
        val components = listOf(info.activities, info.receivers, info.services, info.providers)
        return components.flatMap { it.orEmpty().toList() }.filter { it.exported }
    }

    private fun actions(component: ComponentInfo): List<String> {
        val manager = shadowOf(app.packageManager)
        val name = ComponentName(app, component.name)
        val filters = when {
            component is ServiceInfo -> manager.getIntentFiltersForService(name)
            isActivity(component) -> manager.getIntentFiltersForActivity(name)
            else -> manager.getIntentFiltersForReceiver(name)
        }
        return filters.flatMap { filter -> List(filter.countActions()) { filter.getAction(it) } }.distinct()
    }

    private fun made(component: ComponentInfo): Class<*> =
        Class.forName((component as? ActivityInfo)?.targetActivity ?: component.name)

    private fun isActivity(component: ComponentInfo) = Activity::class.java.isAssignableFrom(made(component))

    /** Sends [intent] to [component], as Android does; how whoever got it is left again. */
    private fun send(component: ComponentInfo, intent: Intent): () -> Unit {
        intent.setClassName(app, component.name)
        val type = made(component)
        return when {
            isActivity(component) -> {
                open(Robolectric.buildActivity(type.asSubclass(Activity::class.java), intent))
            }

            Service::class.java.isAssignableFrom(type) -> {
                val service = Robolectric.buildService(type.asSubclass(Service::class.java), intent).create()
                service.startCommand(0, 1)
                // Android's own class asks whoever binds a tile, which is the system alone.
                if (TileService::class.java.isAssignableFrom(type)) ({}) else ({ service.bind().unbind() })
            }

            else -> {
                val receiver = type.asSubclass(BroadcastReceiver::class.java).getDeclaredConstructor().newInstance()
                receiver.onReceive(app, intent)
                return {}
            }
        }
    }

    /** Nothing is drawn: that takes long, and what is shown is for other tests. */
    private fun open(screen: ActivityController<out Activity>): () -> Unit {
        screen.create().start().postCreate(null).resume()
        if (!screen.get().isFinishing) screen.newIntent(Intent(screen.intent))
        return {
            screen.get().finish()
            screen.pause().stop().destroy()
        }
    }

    /** What other apps send to [component], by what is special of it; one action after another. */
    private fun hostile(component: ComponentInfo): List<Map<String, Intent>> {
        val actions = actions(component)
        assertTrue("${component.name} is for an action", actions.isNotEmpty())
        val extras = Hostile.extras()
        // What is to be viewed is the address; the other actions bring extras.
        val intents = (actions - Intent.ACTION_VIEW).ifEmpty { actions }.map { action ->
            extras.entries.associate { (kind, extra) -> "$action with $kind" to Hostile.sent(Intent(action), extra) }
        }
        val addresses = Hostile.addresses().takeIf { Intent.ACTION_VIEW in actions }.orEmpty()
        val viewed = addresses.withIndex().associate { (index, uri) ->
            "view $index, ${uri.toString().take(SHOWN)}" to Hostile.sent(Intent(Intent.ACTION_VIEW, uri), null)
        }
        return intents + (viewed + ("no action" to Hostile.sent(Intent(), extras.values.last())))
    }

    private fun isAnswered(): Boolean {
        telecom.send(FakeCall("tel:%2B639171234567"))
        return telecom.answersNow().single().reject
    }

    private fun settings() =
        SettingsFolder.of(app).walk().filter(File::isFile).associate { it.name to it.readText(Charsets.ISO_8859_1) }

    /** Does [work] about what [name] says. */
    private fun <T> about(name: String, work: () -> T): T = try {
        work()
    } catch (thrown: Throwable) {
        throw AssertionError("it ended the process: $name", thrown)
    }

    @Test
    fun `no intent ends the process, changes the settings or costs a call its answer`() {
        val settings = settings()
        assertTrue("$settings", settings.isNotEmpty())
        val components = exported()
        assertTrue("$components", components.size >= LEAST)
        for (component in components) {
            for (intents in hostile(component)) {
                val told = "${component.name}: ${intents.keys.first()}, and what follows"
                val left = intents.map { (name, intent) ->
                    val leave = about("${component.name}: $name") { send(component, intent) }
                    assertEquals("${component.name}: $name", settings, settings())
                    name to leave
                }
                // While all of them are open and at work, and once they are left.
                assertTrue("the next call after $told", about(told, ::isAnswered))
                about(told, Wait::idle)
                for ((name, leave) in left) about("${component.name}: $name", leave)
                about(told, Wait::idle)
                assertTrue("the next call after $told", about(told, ::isAnswered))
                assertEquals(told, settings, settings())
                assertEquals(told, emptyList<Throwable>(), uncaught.toList())
            }
        }
        assertTrue("what never ends was begun", Hostile.reads > 0)
    }

    @Test
    @Config(sdk = [35])
    fun `the screen after a call tells whoever opens it nothing`() {
        val rights = exported().associate {
            it.name to
                ((it as? ActivityInfo)?.permission ?: (it as? ServiceInfo)?.permission)
        }
        assertEquals(BIND_SCREENING_SERVICE, rights[AfterCallActivity::class.java.name])
        assertEquals(
            "Telecom has it, or it could not ask",
            BIND_SCREENING_SERVICE,
            rights[ScreeningService::class.java.name],
        )
        Chosen.preset(app, Preset.WARN)
        telecom.screen(FakeCall("tel:%2B639171234567"))
        val stays = listOf("+639171234567", "+18442980122").map { number ->
            val ended = Intent(TelecomManager.ACTION_POST_CALL)
                .putExtra(TelecomManager.EXTRA_HANDLE, Uri.fromParts("tel", number, null))
                .putExtra(TelecomManager.EXTRA_DISCONNECT_CAUSE, DisconnectCause.REMOTE)
            val screen = open<AfterCallActivity>(ended)
            Wait.idle()
            val stays = !screen.isFinishing
            screen.finish()
            assertEquals(number, Activity.RESULT_CANCELED, shadowOf(screen).resultCode)
            assertEquals(number, null, shadowOf(screen).resultIntent)
            stays
        }
        assertEquals("only who has the right may see it", listOf(true, false), stays)
    }

    private companion object {
        const val LEAST = 9
        const val SHOWN = 40
    }
}
