// SPDX-License-Identifier: Apache-2.0
package app.tomeru.entries

import android.app.NotificationManager
import android.content.Context
import android.media.AudioManager
import android.view.WindowManager
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Preset
import app.tomeru.notice.Notices
import app.tomeru.notice.WarnedCall
import app.tomeru.outgoing.RedirectionService
import app.tomeru.platform.systemService
import app.tomeru.record.Recorder
import app.tomeru.screening.ScreeningService
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.Kind
import app.tomeru.support.Phone
import app.tomeru.support.Roles
import app.tomeru.support.Seam
import app.tomeru.support.Telecom
import app.tomeru.support.Warned
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.robolectric.RuntimeEnvironment
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowSettings
import org.robolectric.shadows.ShadowWindowManagerImpl

/** What Telecom asks, and what follows an answer. */
internal class CallEntries(private val phone: Phone) {
    private val app = RuntimeEnvironment.getApplication()
    private val telecom = Telecom(guards = true)
    private val screener = Roles(app)
    private val foreign = FakeCall("tel:%2B18442980122")

    /** Screens a call that is stopped when all is well; there is exactly one answer. */
    private fun rings(): String {
        val answer = telecom.screen(foreign)
        assertTrue("a fault lets the call ring", answer.rings)
        return "rings"
    }

    private fun isStopped(): String {
        assertTrue("the stored settings go on", telecom.screen(foreign).reject)
        return "stopped, as the stored settings say"
    }

    private fun record(): CallRecord {
        Chosen.preset(app, Preset.WARN)
        telecom.screen(foreign)
        // The role lets it be warned of over the call's screen; that is not what is looked at.
        Notices(app).ended(foreign.number)
        return phone.lastRecord().also { check(it.action == Action.WARN) }
    }

    /** The guard alone is asked about a call that is stopped when all is well. */
    private fun place(): String {
        screener.lose()
        try {
            assertTrue(telecom.places("+639171234567"))
        } finally {
            screener.hold()
        }
        return "placed"
    }

    /** The overlay is shown, and then what tells it that the call ended breaks. */
    private fun overlay(kind: Kind): String {
        val record = record()
        ShadowSettings.setCanDrawOverlays(true)
        var broken = false
        val audio = object : AudioManager(app) {
            override fun getMode(): Int = if (broken) throw kind.make() else MODE_RINGTONE
        }
        val context = Seam.context(app, kind) { name ->
            if (name == Context.AUDIO_SERVICE) audio else app.getSystemService(name)
        }
        val windows: ShadowWindowManagerImpl = Shadow.extract(app.systemService<WindowManager>())
        val before = windows.views.size
        WarnedCall.begin(context, record)
        assertEquals(before + 1, windows.views.size)
        broken = true
        Warned(app).pass(61)
        assertEquals("it does not stay over other apps", before, windows.views.size)
        ShadowSettings.setCanDrawOverlays(false)
        return "taken away when its minute is over"
    }

    private fun failed(kind: Kind) = when (kind) {
        Kind.UNSATISFIED_LINK -> Fault.CORE_UNAVAILABLE
        Kind.PANIC -> Fault.CORE_FAILED
        else -> Fault.APP_FAILED
    }

    val all = listOf(
        Entry(ScreeningService::class, "onScreenCall", Seam.RING, ::failed) { rings() },
        Entry(ScreeningService::class, "onScreenCall, bindings", Seam.BINDINGS, Fault.OLD_RECORDS_KEPT) { isStopped() },
        Entry(ScreeningService::class, "onScreenCall, contacts", Seam.CONTACTS, null) { rings() },
        Entry(ScreeningService::class, "onScreenCall, records", Seam.RECORDS, Fault.RECORD_FAILED) { rings() },
        Entry(ScreeningService::class, "what is shown while it rings", Seam.CONTEXT, Fault.NOTICE_FAILED) { kind ->
            val record = record()
            Notices(Seam.context(app, kind)).atOnce(record)
            "goes on"
        },
        Entry(
            ScreeningService::class,
            "the warning over the call's screen",
            Seam.CONTEXT,
            null,
            ::overlay,
        ),
        Entry(Recorder::class, "what is shown once a call is written", Seam.RECORDS, Fault.NOTICE_FAILED) { kind ->
            Seam.mend()
            val record = record()
            app.systemService<NotificationManager>().cancelAll()
            Recorder.of(app).record(record.copy(action = Action.REJECT)) {
                Seam.RECORDS.broken(kind)
                Notices(app).afterwards(record.copy(action = Action.REJECT))
            }
            phone.settle()
            "goes on"
        },
        Entry(Recorder::class, "work that is handed over", Seam.CONTEXT, Fault.RECORD_FAILED) { kind ->
            Recorder.of(app).run(Fault.RECORD_FAILED) { throw kind.make() }
            phone.settle()
            "the thread goes on"
        },
        Entry(RedirectionService::class, "onPlaceCall", Seam.RING, Fault.OUTGOING_FAILED) { place() },
        Entry(RedirectionService::class, "onPlaceCall, contacts", Seam.CONTACTS, null) { place() },
        Entry(RedirectionService::class, "onPlaceCall, clock", Seam.CLOCK, Fault.OUTGOING_FAILED) { place() },
    )
}
