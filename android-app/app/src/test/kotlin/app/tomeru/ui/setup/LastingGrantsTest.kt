// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.setup

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Build
import android.provider.Settings
import app.tomeru.R
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSettings

/** What set-up asks for outlasts the loss of the role, and no answer of Android's leads to a dead button. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 35], qualifiers = "ja-rJP")
class LastingGrantsTest : ScreenTest() {
    /** What the role granted, for nobody had before (AOSP, `Role.grant`, `Permissions.grantAsUser`). */
    private var byRole = emptySet<String>()
    private val permissions = listOf(POST_NOTIFICATIONS, READ_CONTACTS)

    @Before
    fun asInstalled() {
        roles.lose()
        shadowOf(app).denyPermissions(*permissions.toTypedArray())
        ShadowSettings.setCanDrawOverlays(false)
    }

    private fun has(permission: String) = app.checkSelfPermission(permission) == PERMISSION_GRANTED

    /** As `roles.xml` has it: the overlay since Android 11, the notices since Android 13. */
    private fun takeRole() {
        roles.hold()
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R && !Settings.canDrawOverlays(app)) {
            byRole += OVERLAY
            ShadowSettings.setCanDrawOverlays(true)
        }
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU && !has(POST_NOTIFICATIONS)) {
            byRole += POST_NOTIFICATIONS
            shadowOf(app).grantPermissions(POST_NOTIFICATIONS)
        }
    }

    /** As `Role.revokeAsUser`: what the person granted before stays. */
    private fun loseRole() {
        roles.lose()
        if (OVERLAY in byRole) ShadowSettings.setCanDrawOverlays(false)
        if (POST_NOTIFICATIONS in byRole) shadowOf(app).denyPermissions(POST_NOTIFICATIONS)
    }

    /** Presses the large button of every page, and says yes to whatever Android asks then. */
    private fun agreeToAll(setup: ActivityController<SetupActivity>): List<String> {
        val screen = setup.get()
        val steps = mutableListOf<String>()
        while (Setup(app).current != Setup.Step.END) {
            val step = Setup(app).current
            steps += step.name
            screen.press(R.id.setup_primary)
            val asked = shadowOf(screen).lastRequestedPermission?.requestedPermissions.orEmpty().toSet()
                .filterNot(::has)
            val opened = shadowOf(screen).nextStartedActivityForResult
            when {
                asked.isNotEmpty() -> {
                    shadowOf(app).grantPermissions(*asked.toTypedArray())
                    screen.onRequestPermissionsResult(0, asked.toTypedArray(), IntArray(asked.size))
                }

                opened?.intent?.action == Settings.ACTION_MANAGE_OVERLAY_PERMISSION -> {
                    setup.pause()
                    ShadowSettings.setCanDrawOverlays(true)
                    setup.resume()
                }

                opened != null -> {
                    takeRole()
                    shadowOf(screen).receiveResult(opened.intent, Activity.RESULT_OK, Intent())
                }
            }
            Wait.until { Setup(app).current != step }
        }
        return steps
    }

    @Test
    fun `losing the role takes nothing that can tell of the loss`() {
        val steps = agreeToAll(start<SetupActivity>())
        val known = listOfNotNull(
            "PURPOSE",
            "PRESET",
            "NOTICES".takeIf { Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU },
            "OVERLAY",
            "CONTACTS",
            "ROLE",
            "FIXED_LINE",
        )
        assertEquals(known, steps)
        loseRole()
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) assertTrue("no notices", has(POST_NOTIFICATIONS))
        assertTrue(has(READ_CONTACTS))
        val overlay = Build.VERSION.SDK_INT == Build.VERSION_CODES.Q
        assertEquals("it goes with the role, except on Android 10", overlay, Settings.canDrawOverlays(app))
    }

    @Test
    fun `a dialog that ends unseen leads to the phone's own page`() {
        Setup(app).current = Setup.Step.ROLE
        val setup = start<SetupActivity>()
        val screen = setup.get()
        screen.press(R.id.setup_primary)
        val asked = checkNotNull(shadowOf(screen).nextStartedActivityForResult)
        // "Don't ask again" was chosen before (AOSP, `RequestRoleActivity`, `UserDeniedManager`).
        shadowOf(screen).receiveResult(asked.intent, Activity.RESULT_CANCELED, Intent())
        screen.press(R.id.setup_primary)
        assertEquals(Settings.ACTION_MANAGE_DEFAULT_APPS_SETTINGS, screen.opened().action)
        setup.pause()
        roles.hold()
        setup.resume()
        assertEquals(Setup.Step.FIXED_LINE, Setup(app).current)
    }

    private companion object {
        const val OVERLAY = "overlay"
    }
}
