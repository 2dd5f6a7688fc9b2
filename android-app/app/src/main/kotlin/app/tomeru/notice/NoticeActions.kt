// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.KeyguardManager
import android.app.Notification
import android.app.NotificationManager
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.os.Build
import app.tomeru.R
import app.tomeru.channel.Channel
import app.tomeru.channel.NoticeButtons
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.pass.TimedPass
import app.tomeru.platform.systemService
import app.tomeru.settings.SettingsStore
import app.tomeru.words.Failure
import app.tomeru.words.Words

/**
 * What happens when a button of a notice is pressed. All of them change what rings, so a locked phone takes none.
 */
class NoticeActions : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        Barrier.run(Fault.BUTTON_FAILED) {
            val pending = goAsync()
            // Settings are files: not on the main thread.
            Barrier.thread("notice", Fault.BUTTON_FAILED, ended = { pending?.finish() }) {
                work(context.applicationContext, intent)
            }
        }
    }

    private fun work(context: Context, intent: Intent) {
        val value = intent.data?.schemeSpecificPart.orEmpty()
        val uid = intent.getStringExtra(NoticeButtons.UID)
        val manager = context.systemService<NotificationManager>()
        if (isLocked(context)) {
            val asked = Channel.STOPPED.builder(context, context.getString(R.string.unlock_first))
            // The notice with the button stays for when it is unlocked.
            return manager.notify(LOCKED, StoppedNotice.ID, asked.setTimeoutAfter(SHOWN_MILLIS).build())
        }
        val said = Barrier.ask(null, { Failure.text(context, it) }) { act(context, intent.action, value) }
        if (said == null) return
        val notice = Channel.STOPPED.builder(context, said).setStyle(Notification.BigTextStyle().bigText(said))
        manager.notify(uid ?: ANSWER, StoppedNotice.ID, notice.setTimeoutAfter(SHOWN_MILLIS).build())
    }

    /**
     * Android 12 and later unlock before the button works (`NoticeButtons`), and may not have told yet when it does.
     */
    private fun isLocked(context: Context) =
        Build.VERSION.SDK_INT < Build.VERSION_CODES.S && context.systemService<KeyguardManager>().isDeviceLocked

    private fun act(context: Context, action: String?, value: String): String? {
        val words = Words(context)
        val note = context.getString(R.string.note_from_notice)
        return when (action) {
            NoticeButtons.ALLOW -> {
                SettingsStore(context).allow(value, note)
                context.getString(R.string.said_allowed, words.grouped(value))
            }

            NoticeButtons.PASS_TODAY -> {
                TimedPass(context).startForToday(value)
                null
            }

            NoticeButtons.END_PASSES -> {
                TimedPass(context).end()
                null
            }

            else -> {
                null
            }
        }
    }

    private companion object {
        const val ANSWER = "answer"
        const val LOCKED = "locked"
        const val SHOWN_MILLIS = 15_000L
    }
}
