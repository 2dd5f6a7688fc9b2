// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Notification
import android.app.NotificationManager
import android.content.Context
import android.view.View
import android.widget.RemoteViews
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.channel.Channel
import app.tomeru.channel.asTest
import app.tomeru.channel.cancelOthers
import app.tomeru.fault.Barrier
import app.tomeru.hooks.Hook
import app.tomeru.hooks.Hooks
import app.tomeru.platform.systemService

/**
 * The warning as a notice. It has no number and no button: the call's screen has the number, and a press on a ringing
 * phone should be on nothing but its own.
 */
class RingWarning(private val context: Context) {
    private val manager = context.systemService<NotificationManager>()

    /** Shows, and each time anew announces, what [plan] says of a call that rings. */
    internal fun show(record: CallRecord, plan: WarnPlan) {
        val notice = notification(record, plan) ?: return
        Barrier.run(null) { cancelOthers(record) }
        manager.notify(record.uid, ID, notice)
        Barrier.run(null) { Hooks(context).fired(Hook.NOTICE_POSTED) }
    }

    /** Shows a test call; nobody calls, so nothing is said aloud. */
    fun showTest(record: CallRecord) =
        manager.notify(TEST, ID, builder(Channel.RING_WARNING, record, WarnContent.ALL).asTest(context).build())

    /** The call of [record] is over. */
    internal fun cancel(record: CallRecord) {
        manager.cancel(record.uid, ID)
        cancelOthers(record)
    }

    private fun cancelOthers(record: CallRecord) = manager.cancelOthers(ID, record.uid)

    internal fun notification(record: CallRecord, plan: WarnPlan): Notification? = when (plan.notice) {
        WarnNotice.NONE -> null
        WarnNotice.VOICE -> builder(Channel.RING_VOICE, record, plan.content).build()
        WarnNotice.QUIET, WarnNotice.LISTED -> builder(Channel.RING_WARNING, record, plan.content).build()
    }

    private fun builder(channel: Channel, record: CallRecord, content: WarnContent): Notification.Builder {
        val text = WarningText(context, record)
        val detail = if (content == WarnContent.ALL) detail(text) else null
        return channel.builder(context, text.order)
            .setSmallIcon(text.icon)
            .setColor(context.getColor(R.color.danger))
            // While a call rings, no other category is heard.
            .setCategory(Notification.CATEGORY_CALL)
            // For what reads notices aloud, and for watches.
            .setContentText(detail)
            .setStyle(Notification.DecoratedCustomViewStyle())
            .setCustomContentView(views(R.layout.notice_small, text, detail))
            .setCustomHeadsUpContentView(views(R.layout.notice_small, text, detail))
            .apply { if (detail != null) setCustomBigContentView(large(text, detail)) }
            .apply { if (detail != null) setPublicVersion(builder(channel, record, WarnContent.ORDER).build()) }
            // Nothing in it is private while the phone is locked, so that it may be shown where contents are hidden.
            .setVisibility(
                if (content == WarnContent.ORDER) Notification.VISIBILITY_PUBLIC else Notification.VISIBILITY_PRIVATE,
            )
            // Android itself takes it away, should the app be gone by then.
            .setTimeoutAfter(CallWatch.LONGEST_MILLIS)
    }

    private fun detail(text: WarningText) =
        listOfNotNull(text.kind, text.country).joinToString(context.getString(R.string.separator))

    private fun large(text: WarningText, detail: String) = views(R.layout.notice_large, text, detail).apply {
        // With large letters what to do takes all the room that an opened notice has.
        setOrHide(R.id.notice_why, text.why?.takeIf { context.resources.configuration.fontScale <= SMALL })
        setTextViewText(R.id.notice_what_to_do, text.whatToDo)
    }

    private fun views(layout: Int, text: WarningText, detail: String?) = RemoteViews(
        context.packageName,
        layout,
    ).apply {
        setTextViewText(R.id.notice_title, text.order)
        setOrHide(R.id.notice_where, detail)
    }

    private fun RemoteViews.setOrHide(id: Int, text: String?) {
        setTextViewText(id, text)
        setViewVisibility(id, if (text == null) View.GONE else View.VISIBLE)
    }

    internal companion object {
        /** Of the one warning: two calls do not ring at once. Its tag is its record's. */
        const val ID = 1
        private const val TEST = "test"

        /** Up to this size of letters there is room for why. */
        private const val SMALL = 1.15f
    }
}
