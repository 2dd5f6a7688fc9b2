// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.content.Context
import android.content.Intent
import android.provider.Settings
import app.tomeru.R
import app.tomeru.channel.Channel
import app.tomeru.channel.ChannelState
import app.tomeru.notice.WarnVoice

/** The choice whether the warning is spoken, and what the phone's own settings make of it. */
internal class VoiceChoice(private val context: Context) {
    private val voice = WarnVoice(context)
    private val isMuted get() = Channel.RING_VOICE.state(context) != ChannelState.ON

    /** What is chosen. */
    fun chosen(): String = context.getString(
        when {
            !voice.isWanted -> R.string.voice_off
            isMuted -> R.string.voice_muted
            else -> R.string.voice_on
        },
    )

    /** Changes it; what was muted in the phone's settings can be changed there only, which [open] opens. */
    fun press(open: (Intent) -> Unit, changed: () -> Unit) {
        if (voice.isWanted && isMuted) return open(page())
        voice.isWanted = !voice.isWanted
        changed()
    }

    private fun page() = Intent(Settings.ACTION_CHANNEL_NOTIFICATION_SETTINGS)
        .putExtra(Settings.EXTRA_APP_PACKAGE, context.packageName)
        .putExtra(Settings.EXTRA_CHANNEL_ID, Channel.RING_VOICE.made(context))
}
