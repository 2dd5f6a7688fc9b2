// SPDX-License-Identifier: Apache-2.0
package app.tomeru.outgoing

import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.graphics.drawable.Icon
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.channel.Channel
import app.tomeru.channel.NoticeButtons
import app.tomeru.channel.cancelOthers
import app.tomeru.channel.hasRoom
import app.tomeru.core.Origin
import app.tomeru.fault.Barrier
import app.tomeru.platform.systemService
import app.tomeru.words.Words

/** Says that the owner's own call was blocked, why, and how to call anyway. */
class OutgoingNotice(private val context: Context) {
    private val manager = context.systemService<NotificationManager>()

    /** Whether the user would see it. */
    fun canBeShown(): Boolean =
        manager.areNotificationsEnabled() && Channel.OUTGOING.isOn(context) && manager.hasRoom

    /** Shows it; the next one takes its place. */
    fun show(record: CallRecord) {
        Barrier.run(null) { manager.cancelOthers(ID, record.uid) }
        manager.notify(record.uid, ID, notification(record))
    }

    /** It is not true: the call of [record] was not blocked. */
    fun cancel(record: CallRecord) = manager.cancel(record.uid, ID)

    /** The calls were erased. */
    fun cancel() = manager.cancelOthers(ID)

    internal fun notification(record: CallRecord): Notification {
        val words = Words(context)
        val title = context.getString(
            if (record.origin == Origin.DOMESTIC) R.string.outgoing_title_premium else R.string.outgoing_title,
        )
        val where = words.where(record)
        val whole = listOfNotNull(where, words.reason(record.reason)).joinToString("\n")
        return Channel.OUTGOING
            .said(context, title, where.orEmpty(), whole, context.getString(R.string.outgoing_public))
            .setTimeoutAfter(SHOWN_MILLIS)
            .setAutoCancel(true)
            // With large letters little of a button is read: what is pressed unread should do no harm.
            .addAction(NoticeButtons.askPolice(context))
            .apply { callAnyway(record)?.let(::addAction) }
            .build()
    }

    private fun callAnyway(record: CallRecord): Notification.Action? {
        val intent = CallAnywayActivity.intent(context, record.number ?: return null, record.key ?: return null)
        val flags = PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT
        val pending = PendingIntent.getActivity(context, 0, intent, flags)
        val icon = Icon.createWithResource(context, R.drawable.ic_phone)
        return Notification.Action.Builder(icon, context.getString(R.string.outgoing_anyway), pending).build()
    }

    internal companion object {
        /** The tag is its record's. */
        const val ID = 4
        private const val SHOWN_MILLIS = 10 * 60_000L
    }
}
