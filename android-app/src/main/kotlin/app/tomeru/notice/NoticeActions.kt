// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.graphics.drawable.Icon
import android.net.Uri
import app.tomeru.R
import app.tomeru.circumstances.systemService
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.pass.TimedPass
import app.tomeru.record.SettingsStore
import app.tomeru.ui.Failure
import app.tomeru.ui.Words
import app.tomeru.ui.records.RecordsActivity

/** The buttons of notices, and what happens when one is pressed. */
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
        val uid = intent.getStringExtra(UID)
        val manager = context.systemService<NotificationManager>()
        val said = Barrier.ask(null, { Failure.text(context, it) }) { act(context, intent.action, value) }
        if (intent.action == BLOCK) manager.cancel(RingWarning.ID)
        if (said == null) return
        val notice = Channel.STOPPED.builder(context, said).setStyle(Notification.BigTextStyle().bigText(said))
        manager.notify(uid ?: ANSWER, StoppedNotice.ID, notice.setTimeoutAfter(SHOWN_MILLIS).build())
    }

    private fun act(context: Context, action: String?, value: String): String? {
        val words = Words(context)
        val note = context.getString(R.string.note_from_notice)
        return when (action) {
            ALLOW -> {
                SettingsStore(context).allow(value, note)
                context.getString(R.string.said_allowed, words.grouped(value))
            }

            BLOCK -> {
                SettingsStore(context).block(value, note)
                context.getString(R.string.said_blocked, words.grouped(value))
            }

            PASS -> {
                TimedPass(context).startForToday(value)
                null
            }

            END_PASSES -> {
                TimedPass(context).end()
                null
            }

            else -> {
                null
            }
        }
    }

    companion object {
        private const val ALLOW = "app.tomeru.ALLOW"
        private const val BLOCK = "app.tomeru.BLOCK"
        private const val PASS = "app.tomeru.PASS_TODAY"
        private const val END_PASSES = "app.tomeru.END_PASSES"
        private const val UID = "uid"
        private const val ANSWER = "answer"
        private const val SHOWN_MILLIS = 15_000L

        /** The number with [key] rings from now on. */
        fun allow(context: Context, key: String, uid: String): Notification.Action =
            action(context, R.string.allow_number, intent(context, ALLOW, key, uid))

        /** The number with [key] is stopped from now on. */
        fun block(context: Context, key: String): Notification.Action =
            action(context, R.string.block_number, intent(context, BLOCK, key, null))

        /** Calls from [country] ring until midnight. */
        fun passToday(context: Context, country: String, uid: String): Notification.Action =
            action(context, R.string.pass_today, intent(context, PASS, country, uid))

        /** All passes end. */
        fun endPasses(context: Context): Notification.Action =
            action(context, R.string.pass_end, intent(context, END_PASSES, "", null))

        /** Opens the dialer with the police's number for advice; a person has to press the button there. */
        fun askPolice(context: Context): Notification.Action {
            val dial = Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", context.getString(R.string.police_number), null))
            val opened = PendingIntent.getActivity(context, 0, dial, PendingIntent.FLAG_IMMUTABLE)
            return action(context, R.string.ask_police, opened)
        }

        /** Opens the records. */
        fun openRecords(context: Context): PendingIntent = PendingIntent.getActivity(
            context,
            0,
            Intent(context, RecordsActivity::class.java).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK),
            PendingIntent.FLAG_IMMUTABLE,
        )

        private fun intent(context: Context, action: String, value: String, uid: String?): PendingIntent {
            // The data makes the intents of two numbers two.
            val intent = Intent(action, Uri.fromParts("tomeru", value, null), context, NoticeActions::class.java)
                .putExtra(UID, uid)
            val flags = PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT
            return PendingIntent.getBroadcast(context, 0, intent, flags)
        }

        private fun action(context: Context, text: Int, intent: PendingIntent) =
            Notification.Action.Builder(
                Icon.createWithResource(context, R.drawable.ic_shield),
                context.getString(text),
                intent,
            ).build()
    }
}
