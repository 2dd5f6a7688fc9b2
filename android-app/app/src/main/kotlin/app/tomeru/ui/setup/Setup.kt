// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.setup

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.role.RoleManager
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Build
import android.provider.Settings
import app.tomeru.platform.systemService

/** How far set-up has got; it continues there whenever it was left. */
class Setup(private val context: Context) {
    private val store by lazy { context.getSharedPreferences("setup", Context.MODE_PRIVATE) }
    private val roles by lazy { context.systemService<RoleManager>() }

    /**
     * The steps, in the order that lasts; those from [END] on do not count. With the role Android takes back what the
     * role alone granted: the notices from Android 13 on, the overlay from 11 on (AOSP, `Role.revokeAsUser`,
     * `roles.xml`). What the person allowed before stays, above all the notice that tells of the loss. [SUSPENSION]
     * follows the end where there is a fixed line, which no app can protect.
     */
    enum class Step { PURPOSE, PRESET, NOTICES, OVERLAY, CONTACTS, ROLE, FIXED_LINE, END, SUSPENSION }

    /** The steps on this phone. Completed steps stay, or the count would change. */
    val steps: List<Step> =
        Step.entries.filter { it != Step.NOTICES || Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU }

    /** How many steps are counted. */
    val count: Int = steps.indexOf(Step.END)

    /** Whether there is a fixed line at home, as the person said. */
    var hasFixedLine: Boolean
        get() = store.getBoolean(FIXED_LINE, false)
        set(has) = store.edit().putBoolean(FIXED_LINE, has).apply()

    /** Whether the overlay comes with the role, and need not be asked for. */
    val roleBringsOverlay: Boolean = Build.VERSION.SDK_INT >= Build.VERSION_CODES.R

    /** Where set-up is. */
    var current: Step
        get() = steps.find { it.name == store.getString(STEP, null) } ?: steps.first()
        set(step) = store.edit().putString(STEP, step.name).apply()

    /** Whether set-up is still due; whoever chose the app in the system settings needs none. */
    val isDue: Boolean get() = !store.getBoolean(DONE, false) && !isChosen

    /** Whether Android has chosen the app. */
    val isChosen: Boolean get() = roles.isRoleHeld(RoleManager.ROLE_CALL_SCREENING)

    /** Whether what [step] asks for is there already. */
    fun isDone(step: Step): Boolean = when (step) {
        Step.ROLE -> isChosen || !roles.isRoleAvailable(RoleManager.ROLE_CALL_SCREENING)
        Step.CONTACTS -> has(READ_CONTACTS)
        Step.NOTICES -> has(POST_NOTIFICATIONS)
        Step.OVERLAY -> Settings.canDrawOverlays(context)
        else -> false
    }

    /** Set-up is over; the first screen says what is missing. */
    fun finish() = store.edit().putBoolean(DONE, true).apply()

    private fun has(permission: String) = context.checkSelfPermission(permission) == PERMISSION_GRANTED

    private companion object {
        const val STEP = "step"
        const val DONE = "done"
        const val FIXED_LINE = "fixed_line"
    }
}
