// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Notification
import android.app.NotificationManager
import android.content.Context
import android.view.View
import android.widget.RemoteViews
import app.tomeru.R
import app.tomeru.circumstances.systemService
import app.tomeru.record.CallRecord

/** The warning that is shown at once while a call rings. */
class RingWarning(private val context: Context) {
    /**
     * Shows the warning about a call that rings.
     *
     * The lock screen shows a version without the number: whoever sees the phone need not learn who calls.
     */
    fun show(record: CallRecord) = context.systemService<NotificationManager>().notify(ID, notification(record))

    /** Shows a test call. */
    fun showTest(record: CallRecord) {
        val notice = builder(record).asTest(context).addAction(NoticeButtons.askPolice(context))
        context.systemService<NotificationManager>().notify(ID, notice.build())
    }

    internal fun notification(record: CallRecord): Notification {
        val actions = listOfNotNull(
            NoticeButtons.askPolice(context),
            record.key?.let { NoticeButtons.block(context, it) },
        )
        return builder(record).apply { actions.forEach(::addAction) }.build()
    }

    private fun builder(record: CallRecord): Notification.Builder {
        val text = WarningText(context, record)
        return Channel.RING_WARNING.builder(
            context,
            text.title.joinToString(""),
            context.getString(R.string.warning_public),
        )
            .setCategory(Notification.CATEGORY_CALL)
            // For what reads notices aloud, and for watches.
            .setContentText(text.where ?: text.whatToDo)
            .setStyle(Notification.DecoratedCustomViewStyle())
            .setCustomContentView(views(R.layout.notice_small, text))
            .setCustomHeadsUpContentView(views(R.layout.notice_small, text))
            .setCustomBigContentView(views(R.layout.notice_large, text))
            .setTimeoutAfter(SHOWN_MILLIS)
    }

    private fun views(layout: Int, text: WarningText) = RemoteViews(context.packageName, layout).apply {
        setTextViewText(R.id.notice_title, text.title.joinToString("\n"))
        setOrHide(R.id.notice_where, text.where)
        if (layout == R.layout.notice_large) {
            setOrHide(R.id.notice_why, text.why)
            setTextViewText(R.id.notice_what_to_do, text.whatToDo)
        }
    }

    private fun RemoteViews.setOrHide(id: Int, text: String?) {
        setTextViewText(id, text)
        setViewVisibility(id, if (text == null) View.GONE else View.VISIBLE)
    }

    internal companion object {
        /** Of the one warning: two calls do not ring at once. */
        const val ID = 1

        /** Longer than any phone rings. */
        private const val SHOWN_MILLIS = 120_000L
    }
}
