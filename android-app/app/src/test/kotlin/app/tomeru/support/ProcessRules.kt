// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.Application
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.media.AudioManager
import android.os.Build
import android.provider.Settings
import app.tomeru.core.Preset
import app.tomeru.platform.systemService
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowSettings

/** Brings about the rules of the app's process, and of what the role grants it, for `TelecomTest`. */
internal class ProcessRules(private val app: Application, private val telecom: Telecom, private val phone: Phone) {
    private val screener = Roles(app)
    private val foreign = FakeCall("tel:%2B18442980122")
    private val domestic = FakeCall("tel:0312345678")

    fun unbinds() {
        telecom.send(foreign)
        telecom.send(domestic.copy(id = "TC@2"))
        assertTrue(telecom.isBound)
        telecom.answers()
        assertFalse(telecom.isBound)
    }

    fun unbindsAfterOwnCalls() {
        telecom.places("0312345678")
        assertEquals(Build.VERSION.SDK_INT < Build.VERSION_CODES.R, telecom.isBound)
        telecom.process.kill()
    }

    private val limit = if (Build.VERSION.SDK_INT < Build.VERSION_CODES.UPSIDE_DOWN_CAKE) 600L else 10L

    fun freezes() {
        telecom.screen(foreign)
        telecom.process.pass(limit - 1)
        assertFalse(telecom.process.isFrozen)
        telecom.process.pass(2)
        assertTrue(telecom.process.isFrozen)
        telecom.send(foreign)
        assertFalse(telecom.process.isFrozen)
        telecom.answers()
    }

    fun doesNotFreezeWindows() {
        phone.repair()
        Chosen.preset(app, Preset.WARN)
        ShadowSettings.setCanDrawOverlays(true)
        telecom.screen(foreign)
        // Spoken with, it stays.
        app.systemService<AudioManager>().mode = AudioManager.MODE_IN_CALL
        telecom.process.pass(limit + 2)
        assertFalse(telecom.process.isFrozen)
        telecom.process.pass(limit + 2, windowIsSeen = false)
        assertTrue(telecom.process.isFrozen)
        app.systemService<AudioManager>().mode = AudioManager.MODE_NORMAL
        telecom.process.thaw()
    }

    fun mayPost() = app.checkSelfPermission(POST_NOTIFICATIONS) == PERMISSION_GRANTED

    /** The answer of [asked] where the role is all that may have granted something. */
    fun withTheRole(asked: () -> Boolean): Boolean {
        screener.lose()
        ShadowSettings.setCanDrawOverlays(false)
        shadowOf(app).denyPermissions(POST_NOTIFICATIONS)
        screener.hold()
        return asked()
    }

    fun takesBack() {
        assertTrue(withTheRole { Settings.canDrawOverlays(app) })
        screener.lose()
        assertFalse(Settings.canDrawOverlays(app))
        if (TelecomRule.ROLE_GRANTS_NOTICES.isHere) assertFalse(mayPost())
        ShadowSettings.setCanDrawOverlays(true)
        shadowOf(app).grantPermissions(POST_NOTIFICATIONS)
        screener.hold()
        screener.lose()
        assertTrue("the person allowed it before", Settings.canDrawOverlays(app) && mayPost())
        screener.hold()
    }

    fun kills() {
        val before = telecom.process.kills
        withTheRole { true }
        screener.lose()
        assertEquals(TelecomRule.ROLE_GRANTS_NOTICES.isHere, telecom.process.kills > before)
        screener.hold()
    }
}
