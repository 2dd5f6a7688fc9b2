// SPDX-License-Identifier: Apache-2.0
package app.tomeru.protection

import android.Manifest.permission.READ_CONTACTS
import android.app.ActivityManager
import android.app.NotificationManager
import android.app.role.RoleManager
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Build
import android.provider.Settings
import app.tomeru.R
import app.tomeru.channel.Channel
import app.tomeru.core.Pass
import app.tomeru.fault.Barrier
import app.tomeru.platform.systemService
import app.tomeru.words.Words
import java.io.File

/**
 * How well the phone is protected.
 *
 * @property level how well
 * @property detail why, as a sentence
 * @property repair what makes it better, or null
 * @property remark what else is to be said, as a sentence, or null: that the settings are not what the person last
 * chose, that a part of the app does not work, or whose calls ring abroad
 * @property isOwnChoice whether nothing is missing but what the person's own settings let through
 * @property passes the timed passes that are on, where there is any protection
 * @property isGrantLost whether nothing is missing but what the person may have taken back on purpose
 */
data class Protection(
    val level: Level,
    val detail: Int,
    val repair: Repair? = null,
    val remark: Int? = null,
    val isGrantLost: Boolean = false,
    val isOwnChoice: Boolean = false,
    val passes: List<Pass> = emptyList(),
) {
    /** How well, in a few words: what rings comes before what is protected. */
    val title: Int get() = if (repair == Repair.END_PASS) R.string.state_pass else level.text

    /** Why, and until when what is let ring for a while rings. */
    fun said(context: Context): String {
        val told = passes.map(Words(context)::pass)
        return (if (repair == Repair.END_PASS) told else listOf(context.getString(detail)) + told).joinToString("\n")
    }

    /** Whether there is nothing to tell anybody: all is well, or as the person's own settings want it. */
    val isWell: Boolean get() = level == Level.PROTECTED || isOwnChoice

    /** Whether calls come to this app, so that it can stop or warn at all. */
    val works: Boolean get() = level != Level.STOPPED

    /** How well: a word, a colour and an icon; [box] is what it stands on where it is large, [onBox] its colour there. */
    enum class Level(val text: Int, val color: Int, val icon: Int, val box: Int, val onBox: Int) {
        PROTECTED(
            R.string.state_protected,
            R.color.protected_,
            R.drawable.ic_shield,
            R.color.well_box,
            R.color.on_well_box,
        ),
        PARTLY(
            R.string.state_partly,
            R.color.partly,
            R.drawable.ic_triangle,
            R.color.partly_box,
            R.color.on_partly_box,
        ),
        STOPPED(R.string.state_stopped, R.color.stopped, R.drawable.ic_stopped, R.color.danger, R.color.on_danger),
    }

    /** What a single button can repair, with its label. */
    enum class Repair(val text: Int) {
        CHOOSE_APP(R.string.choose_app),
        RESUME(R.string.resume),
        ALLOW_CONTACTS(R.string.repair),
        ALLOW_NOTICES(R.string.repair),
        FREE_SPACE(R.string.repair),
        LIFT_RESTRICTION(R.string.repair),
        ALLOW_OVERLAY(R.string.repair),
        END_PASS(R.string.pass_end),
    }

    companion object {
        /** Checks. Reads files and asks other processes: not for the main thread. */
        fun of(context: Context): Protection {
            val known = InForce.of(context) ?: return Protection(Level.STOPPED, R.string.core_missing)
            val protection = of(context, known)
            val remark = known.remark.takeIf {
                // Where every call rings, those of one country need no word.
                it != protection.detail && (protection.works || it != R.string.state_abroad)
            }
            return protection.copy(remark = remark, passes = known.passes.takeIf { protection.works }.orEmpty())
        }

        private fun of(context: Context, known: InForce): Protection {
            val roles = context.systemService<RoleManager>()
            val contacts = context.checkSelfPermission(READ_CONTACTS) == PERMISSION_GRANTED
            val notices = context.systemService<NotificationManager>().areNotificationsEnabled()
            val grants = Grants(context)
            return when {
                !known.tableIsIntact -> {
                    Protection(Level.PARTLY, R.string.state_partly_table)
                }

                !roles.isRoleAvailable(RoleManager.ROLE_CALL_SCREENING) -> {
                    Protection(Level.STOPPED, R.string.state_no_role)
                }

                !roles.isRoleHeld(RoleManager.ROLE_CALL_SCREENING) -> {
                    Protection(Level.STOPPED, R.string.state_stopped_detail, Repair.CHOOSE_APP)
                }

                known.isPaused -> {
                    Protection(Level.STOPPED, R.string.state_paused, Repair.RESUME)
                }

                // Android 10 asks about contacts, too; the reason stands in the manifest.
                Build.VERSION.SDK_INT == Build.VERSION_CODES.Q && !contacts -> {
                    Protection(Level.PARTLY, R.string.state_partly_contacts, Repair.ALLOW_CONTACTS)
                }

                // Without them, the owner's own calls are placed, not blocked.
                roles.isRoleHeld(RoleManager.ROLE_CALL_REDIRECTION) && !contacts -> {
                    Protection(Level.PARTLY, R.string.state_partly_guard, Repair.ALLOW_CONTACTS)
                }

                !notices -> {
                    Protection(Level.PARTLY, R.string.state_partly_notices, Repair.ALLOW_NOTICES)
                }

                !Channel.RING_WARNING.isOn(context) -> {
                    Protection(Level.PARTLY, R.string.state_partly_warning, Repair.ALLOW_NOTICES)
                }

                !canWrite(context) -> {
                    Protection(Level.PARTLY, R.string.state_partly_storage, Repair.FREE_SPACE)
                }

                // Telecom still asks; but jobs and notices may not run (developer.android.com, "Background restrictions").
                context.systemService<ActivityManager>().isBackgroundRestricted -> {
                    Protection(Level.PARTLY, R.string.state_partly_restricted, Repair.LIFT_RESTRICTION)
                }

                known.broken != null -> {
                    Protection(Level.PARTLY, known.broken)
                }

                // Last of all: the person may have taken these back on purpose, and is told once.
                grants.isLost(Grants.Grant.OVERLAY) -> {
                    Protection(Level.PARTLY, R.string.state_partly_overlay, Repair.ALLOW_OVERLAY, isGrantLost = true)
                }

                grants.isLost(Grants.Grant.CONTACTS) -> {
                    Protection(
                        Level.PARTLY,
                        R.string.state_partly_strangers,
                        Repair.ALLOW_CONTACTS,
                        isGrantLost = true,
                    )
                }

                known.passes.any { it.country == null } -> {
                    Protection(Level.PARTLY, known.state, Repair.END_PASS, isOwnChoice = true)
                }

                // Whoever wants to be warned is, by a notice alone; that it may be seen too late is for the screen to say.
                known.warns && !Settings.canDrawOverlays(context) -> {
                    Protection(Level.PARTLY, R.string.state_partly_small, Repair.ALLOW_OVERLAY, isOwnChoice = true)
                }

                known.letsStrangersRing -> {
                    Protection(Level.PARTLY, known.state, isOwnChoice = true)
                }

                else -> {
                    Protection(Level.PROTECTED, known.state)
                }
            }
        }

        /** Whether a record could be written: tries a few bytes where settings and records live. */
        private fun canWrite(context: Context): Boolean = Barrier.ask(null, { false }) {
            val file = File.createTempFile("health", null, context.createDeviceProtectedStorageContext().cacheDir)
            try {
                file.writeBytes(ByteArray(PROBE_BYTES))
                true
            } finally {
                file.delete()
            }
        }

        private const val PROBE_BYTES = 16 * 1024
    }
}
