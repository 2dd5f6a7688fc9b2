// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Notification
import android.app.NotificationManager
import android.content.Context
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.channel.Channel
import app.tomeru.channel.ChannelState
import app.tomeru.channel.NoticeButtons
import app.tomeru.channel.STOPPED_ID
import app.tomeru.channel.asTest
import app.tomeru.channel.cancelOthers
import app.tomeru.channel.hasRoom
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Origin
import app.tomeru.fault.Barrier
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.platform.systemService
import app.tomeru.record.CallStore
import app.tomeru.words.Words
import app.tomeru.words.isAbroad
import app.tomeru.words.isForged

/**
 * Says quietly that a call was stopped; from the third of a day on, one notice for the whole day. Few calls have notices
 * of their own: whoever calls again and again would otherwise take the room that a warning needs.
 */
class StoppedNotice(private val context: Context) {
    private val manager = context.systemService<NotificationManager>()
    private val words = Words(context)

    /** Whether the person would see it: one that is muted is in no place where they look. */
    fun canBeShown(): Boolean =
        manager.areNotificationsEnabled() && Channel.STOPPED.state(context) == ChannelState.ON && manager.hasRoom

    /** Shows the call that was stopped last, or the day's. Reads the records: not for the main thread. */
    fun show(record: CallRecord) {
        val today = today(record)
        if (today.size < DIGEST_FROM) {
            showSingle(record)
        } else {
            // The first of the day had notices of their own.
            today.takeLast(DIGEST_FROM - 1).forEach { manager.cancel(it.uid, ID) }
            manager.notify(DIGEST, ID, digest(today))
        }
    }

    /** Shows a call that came without ringing: nobody heard it. */
    fun showSilenced(record: CallRecord) = showSingle(record)

    private fun showSingle(record: CallRecord) {
        // Before: of one too many Android drops the newest.
        Barrier.run(null, ::makeRoom)
        manager.notify(record.uid, ID, single(record))
    }

    /** Of the calls with notices of their own the newest keep theirs; the history has them all. */
    private fun makeRoom() = manager.activeNotifications
        .filter { it.id == ID && it.tag != DIGEST }
        .sortedByDescending { it.notification.`when` }
        .drop(MOST - 1)
        .forEach { manager.cancel(it.tag, ID) }

    /** Shows a test call; each takes the place of the one before. */
    fun showTest(record: CallRecord) = manager.notify(TEST, ID, builder(record).asTest(context).build())

    /** The calls were erased: no notice has the number of one any more. */
    fun cancel() = manager.cancelOthers(ID)

    /**
     * The calls of the local day that were stopped, [record] among them, the newest first. Where the records cannot be
     * read it is the only one: Android says nothing of it any more.
     */
    private fun today(record: CallRecord): List<CallRecord> =
        Barrier.ask(Fault.NOTICE_FAILED, { listOf(record) }) {
            val store = if (record.unlocked) CallStore.of(context) else CallStore.pending(context)
            store.stoppedSince(Clock.beginning(Clock.day(context.clock.millis)))
        }

    /** One button, and none that lets anything ring: what that comes to is asked where there is room to say it. */
    internal fun single(record: CallRecord): Notification = builder(record)
        .setContentIntent(NoticeButtons.openRecord(context, record.uid))
        .addAction(NoticeButtons.details(context, record.uid))
        .build()

    private fun builder(record: CallRecord): Notification.Builder {
        val time = words.timeOfDay(record.atMillis)
        val where = words.where(record)
        val reasons = WarningText.reasons(words, record)
        // Open, a long number has a line of its own: with the time behind it, large letters would break it.
        val whole = listOfNotNull(where) + together(listOfNotNull(time, reasons.firstOrNull())) + reasons.drop(1)
        val public = context.getString(R.string.stopped_public)
        return Channel.STOPPED
            .said(context, title(record), together(listOfNotNull(where, time)), whole.joinToString("\n"), public)
            .setContentIntent(NoticeButtons.openRecords(context))
            .setAutoCancel(true)
            .setWhen(record.atMillis)
            .setShowWhen(true)
    }

    private fun together(parts: List<String>) = parts.joinToString(context.getString(R.string.separator))

    private fun title(record: CallRecord) = context.getString(
        when {
            record.action == Action.SILENCE -> R.string.stopped_title_silenced
            record.origin.isForged -> R.string.stopped_title_forged
            record.origin.isAbroad -> R.string.stopped_title
            else -> R.string.stopped_title_other
        },
    )

    internal fun digest(today: List<CallRecord>): Notification {
        val title = context.resources.getQuantityString(R.plurals.stopped_digest, today.size, today.size)
        val style = Notification.InboxStyle()
        for (record in today.take(MAX_LINES)) {
            // A line is cut where it is full: the country tells more than half a number.
            val where = words.country(record)?.takeIf { record.origin == Origin.INTERNATIONAL }
                ?: words.where(record)
                ?: words.origin(record.origin)
            style.addLine(together(listOf(words.timeOfDay(record.atMillis), where)))
        }
        return Channel.STOPPED.said(context, title, context.getString(R.string.stopped_digest_detail))
            .setStyle(style)
            .setContentIntent(NoticeButtons.openRecords(context))
            .setOnlyAlertOnce(true)
            .setAutoCancel(true)
            .build()
    }

    internal companion object {
        /** The tag of a notice is its record's, that of the day's notice this. */
        const val DIGEST = "digest"
        const val ID = STOPPED_ID
        private const val TEST = "test"

        /** With all other notices of the app they are fewer than [hasRoom] takes. */
        private const val MOST = 8
        private const val DIGEST_FROM = 3
        private const val MAX_LINES = 6
    }
}
