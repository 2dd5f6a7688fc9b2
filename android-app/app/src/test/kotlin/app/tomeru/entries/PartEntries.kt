// SPDX-License-Identifier: Apache-2.0
package app.tomeru.entries

import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.app.job.JobParameters
import android.app.job.JobService
import android.appwidget.AppWidgetManager
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.os.Looper
import android.service.quicksettings.Tile
import app.tomeru.App
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.fault.LastWords
import app.tomeru.health.HealthJob
import app.tomeru.health.HealthNotice
import app.tomeru.health.HealthReceiver
import app.tomeru.notice.NoticeActions
import app.tomeru.pass.PassEnd
import app.tomeru.pass.PassTile
import app.tomeru.platform.systemService
import app.tomeru.support.Seam
import app.tomeru.support.Wait
import app.tomeru.support.title
import app.tomeru.widget.StateWidget
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowBroadcastPendingResult
import kotlin.reflect.KClass

/** Receivers, jobs, the tile, the widget, and the process itself. */
internal class PartEntries {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val manager = app.systemService<NotificationManager>()

    /** Hands [intent] to [receiver] as Android does, and waits until it says that it is done. */
    private fun send(receiver: BroadcastReceiver, intent: Intent, context: Context = app): String {
        val pending = ShadowBroadcastPendingResult::class.java
            .getDeclaredMethod(
                "create",
                Int::class.java,
                String::class.java,
                android.os.Bundle::class.java,
                Boolean::class.java,
            )
            .apply { isAccessible = true }
            .invoke(null, 0, null, null, false) as BroadcastReceiver.PendingResult
        BroadcastReceiver::class.java.getMethod("setPendingResult", BroadcastReceiver.PendingResult::class.java)
            .invoke(receiver, pending)
        receiver.onReceive(context, intent)
        // What a receiver did not take along, Android finishes when it returns (ActivityThread, handleReceiver).
        val left = BroadcastReceiver::class.java.getMethod("getPendingResult").invoke(receiver)
        if (left != null) return "finished by Android"
        val shadow: ShadowBroadcastPendingResult = Shadow.extract(pending)
        Wait.until { shadow.future.isDone }
        return "finished"
    }

    private fun boot(context: Context = app) = send(HealthReceiver(), Intent(Intent.ACTION_BOOT_COMPLETED), context)

    private fun update(context: Context = app): String {
        val id = shadowOf(AppWidgetManager.getInstance(app)).createWidget(StateWidget::class.java, R.layout.widget)
        val update = Intent(AppWidgetManager.ACTION_APPWIDGET_UPDATE)
        return send(StateWidget(), update.putExtra(AppWidgetManager.EXTRA_APPWIDGET_IDS, intArrayOf(id)), context)
    }

    private fun press(context: Context = app) =
        send(NoticeActions(), Intent("app.tomeru.END_PASSES").setClass(context, NoticeActions::class.java), context)

    /** A notice's button whose work fails: the notice says so. */
    private fun saysSo(): String {
        manager.cancelAll()
        press()
        val said = shadowOf(manager).allNotifications.single().title()
        val sentences = listOf(R.string.part_missing, R.string.something_failed).map(app::getString)
        assertTrue(said, said in sentences)
        return "finished, said at once"
    }

    private fun job(type: KClass<out JobService>): String {
        val service = Robolectric.setupService(type.java)
        assertTrue(service.onStartJob(null as JobParameters?))
        Wait.until { shadowOf(service).isJobFinished }
        return if (shadowOf(service).isRescheduleNeeded) "finished, comes again" else "finished"
    }

    private fun tile(act: (PassTile) -> Unit): String {
        val tile = Robolectric.setupService(PassTile::class.java)
        tile.onStartListening()
        act(tile)
        // What was pressed is done on a thread of its own.
        Wait.until { Thread.getAllStackTraces().keys.none { it.name == "pass" } }
        Wait.until { tile.qsTile.state == Tile.STATE_UNAVAILABLE && tile.qsTile.subtitle != null }
        assertEquals(app.getString(R.string.state_partly), tile.qsTile.subtitle.toString())
        return "says the state"
    }

    private fun notice() = shadowOf(manager).getNotification(HealthNotice.ID)

    val all = listOf(
        Entry(HealthReceiver::class, "onReceive", Seam.CONTEXT, Fault.LOOK_FAILED) { boot(Seam.context(app, it)) },
        Entry(HealthReceiver::class, "onReceive, bindings", Seam.BINDINGS, null) {
            boot()
            assertEquals(app.getString(R.string.state_partly), notice().title())
            "finished, a notice says what does not work"
        },
        Entry(HealthJob::class, "work", Seam.BINDINGS, Fault.OLD_RECORDS_KEPT) {
            job(HealthJob::class).also { checkNotNull(notice()) }
        },
        Entry(PassEnd::class, "work", Seam.BINDINGS, Fault.PASS_FAILED) {
            job(PassEnd::class).also { said -> assertEquals("finished, comes again", said) }
        },
        Entry(NoticeActions::class, "onReceive", Seam.CONTEXT, Fault.BUTTON_FAILED) {
            press(Seam.context(app, it))
        },
        Entry(NoticeActions::class, "end all passes", Seam.BINDINGS, null) { saysSo() },
        Entry(StateWidget::class, "onUpdate", Seam.CONTEXT, Fault.WIDGET_FAILED) { update(Seam.context(app, it)) },
        Entry(StateWidget::class, "onUpdate, bindings", Seam.BINDINGS, null) { update() },
        Entry(StateWidget::class, "onUpdate, records", Seam.RECORDS, null) { update() },
        Entry(PassTile::class, "onStartListening", Seam.BINDINGS, null) { tile {} },
        Entry(PassTile::class, "onClick", Seam.BINDINGS, Fault.TILE_FAILED) { tile(PassTile::onClick) },
        Entry(PassTile::class, "onStopListening", Seam.BINDINGS, Fault.TILE_FAILED) {
            tile { tile ->
                tile.onStopListening()
                tile.onClick()
                tile.onStartListening()
            }
        },
        Entry(App::class, "a thread that is not the app's own", Seam.CONTEXT, Fault.TASK_FAILED) { kind ->
            val words = LastWords.of(app, wholeApp = true) { _, _ -> error("the process ended") }
            words.uncaughtException(Thread("other"), kind.make())
            "the process goes on"
        },
        Entry(App::class, "the main thread", Seam.CONTEXT, null) { kind ->
            var ended = false
            val words = LastWords.of(app, wholeApp = true) { _, _ -> ended = true }
            words.uncaughtException(Looper.getMainLooper().thread, kind.make())
            assertTrue(ended && kind.make().javaClass.name in LastWords.file(app).readText())
            LastWords.file(app).delete()
            "the process ends, as Android wants; told at the next start"
        },
    )
}
