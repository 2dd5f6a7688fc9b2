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
import app.tomeru.words.Failure

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
        if (isLocked(context)) {
            // The notice with the button stays for when it is unlocked.
            return say(context, LOCKED, context.getString(R.string.unlock_first))
        }
        val failed = Barrier.ask(null, { Failure.text(context, it) }) {
            if (intent.action == NoticeButtons.END_PASSES) TimedPass(context).end()
            null
        }
        failed?.let { say(context, ANSWER, it) }
    }

    private fun say(context: Context, tag: String, said: String) {
        val notice = Channel.STOPPED.said(context, said, "", said)
        context.systemService<NotificationManager>()
            .notify(tag, StoppedNotice.ID, notice.setTimeoutAfter(SHOWN_MILLIS).build())
    }

    /**
     * Android 12 and later unlock before the button works (`NoticeButtons`), and may not have told yet when it does.
     */
    private fun isLocked(context: Context) =
        Build.VERSION.SDK_INT < Build.VERSION_CODES.S && context.systemService<KeyguardManager>().isDeviceLocked

    private companion object {
        const val ANSWER = "answer"
        const val LOCKED = "locked"
        const val SHOWN_MILLIS = 15_000L
    }
}
