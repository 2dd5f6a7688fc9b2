// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.KeyguardManager
import android.app.NotificationManager
import android.content.Context
import android.media.AudioManager
import android.os.Build
import android.provider.Settings
import app.tomeru.call.CallRecord
import app.tomeru.channel.Channel
import app.tomeru.channel.ChannelState
import app.tomeru.platform.systemService

/** Asks the phone for the [Situation] of a warning; on any thread. */
internal class Surroundings(private val context: Context) {
    private val notices = context.systemService<NotificationManager>()

    /** As it is now, for a call whose record is [record]; null: for one of which the voice is true. */
    fun now(record: CallRecord?) = Situation(
        sdk = Build.VERSION.SDK_INT,
        overlay = Settings.canDrawOverlays(context),
        notices = notices.areNotificationsEnabled(),
        spoken = (record == null || WarningText.isSpokenOf(record)) && WarnVoice(context).isWanted,
        voice = Channel.RING_VOICE.state(context),
        quiet = Channel.RING_WARNING.state(context),
        ringer = ringer(),
        filter = filter(),
        // Also while the call's screen covers it.
        locked = context.systemService<KeyguardManager>().isKeyguardLocked,
        lockScreen = lockScreen(),
    )

    private fun ringer() = when (context.systemService<AudioManager>().ringerMode) {
        AudioManager.RINGER_MODE_NORMAL -> Ringer.RINGS
        AudioManager.RINGER_MODE_VIBRATE -> Ringer.VIBRATES
        else -> Ringer.SILENT
    }

    private fun filter() = when (notices.currentInterruptionFilter) {
        NotificationManager.INTERRUPTION_FILTER_ALL -> Filter.ALL

        NotificationManager.INTERRUPTION_FILTER_ALARMS -> Filter.ALARMS

        NotificationManager.INTERRUPTION_FILTER_NONE -> Filter.NONE

        // Where it is not known, too, Android decides about each notice by itself.
        else -> Filter.PRIORITY
    }

    private fun lockScreen() = when {
        !isSet(SHOWS_NOTICES, byDefault = 1) -> LockScreen.NOTHING
        !isSet(SHOWS_CONTENTS, byDefault = 0) -> LockScreen.NO_CONTENTS
        else -> LockScreen.ALL
    }

    /** Apps may read both (`@Readable` in AOSP, `Settings.Secure`); what cannot be read claims nothing. */
    private fun isSet(name: String, byDefault: Int): Boolean = try {
        Settings.Secure.getInt(context.contentResolver, name, byDefault) != 0
    } catch (e: SecurityException) {
        false
    }

    companion object {
        private const val SHOWS_NOTICES = "lock_screen_show_notifications"
        private const val SHOWS_CONTENTS = "lock_screen_allow_private_notifications"

        /**
         * Where nothing can be asked: all ways are tried, nothing is said aloud, and nothing claimed of a locked
         * phone.
         */
        val UNKNOWN = Situation(
            sdk = Build.VERSION.SDK_INT,
            overlay = true,
            notices = true,
            spoken = false,
            voice = ChannelState.OFF,
            quiet = ChannelState.ON,
            ringer = Ringer.SILENT,
            filter = Filter.PRIORITY,
            locked = true,
            lockScreen = LockScreen.NOTHING,
        )
    }
}
