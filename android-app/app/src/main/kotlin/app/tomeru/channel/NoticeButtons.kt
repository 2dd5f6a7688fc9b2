// SPDX-License-Identifier: Apache-2.0
package app.tomeru.channel

import android.app.Notification
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.graphics.drawable.Icon
import android.net.Uri
import android.os.Build
import app.tomeru.R
import app.tomeru.route.Route

/**
 * The buttons on notices, and where tapping a notice leads. `NoticeActions` carries out what a button stands for. It is
 * named here, not imported: it knows everything that can be changed, and a notice knows none of it.
 */
object NoticeButtons {
    /** An action: all timed passes end. */
    const val END_PASSES: String = "app.tomeru.END_PASSES"

    private const val RECEIVER = "app.tomeru.notice.NoticeActions"

    /** All timed passes end. */
    fun endPasses(context: Context): Notification.Action =
        button(context, R.string.pass_end, endingPasses(context))

    /** Opens the record with [uid]: what lets a call ring from then on is asked there, not pressed by a slip. */
    fun details(context: Context, uid: String): Notification.Action =
        button(context, R.string.notice_details, openRecord(context, uid))

    /** Opens the dialer with the police's number for advice; a person has to press the button there. */
    fun askPolice(context: Context): Notification.Action {
        val dial = Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", context.getString(R.string.police_number), null))
        val opened = PendingIntent.getActivity(context, 0, dial, PendingIntent.FLAG_IMMUTABLE)
        return button(context, R.string.ask_police, opened)
    }

    /** What tapping a notice about calls does: it opens the records. */
    fun openRecords(context: Context): PendingIntent = PendingIntent.getActivity(
        context,
        0,
        Route.RECORDS.intent(context).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK),
        PendingIntent.FLAG_IMMUTABLE,
    )

    /** What tapping a notice about one call does: it opens the record with [uid]. */
    fun openRecord(context: Context, uid: String): PendingIntent = PendingIntent.getActivity(
        context,
        0,
        // The data keeps the intents of two records apart.
        Route.RECORD.intent(context)
            .setData(Uri.fromParts("record", uid, null))
            .putExtra(Route.RECORD_UID, uid)
            .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK),
        PendingIntent.FLAG_IMMUTABLE,
    )

    private fun endingPasses(context: Context): PendingIntent {
        val intent = Intent(END_PASSES).setClassName(context, RECEIVER)
        return PendingIntent.getBroadcast(context, 0, intent, PendingIntent.FLAG_IMMUTABLE)
    }

    /**
     * Whoever finds the phone locked may not press it. Before Android 12 only `NoticeActions` can refuse that.
     *
     * A button that opens a screen needs no such mark: Android unlocks first (AOSP, `StatusBarRemoteInputCallback`).
     */
    private fun button(context: Context, text: Int, intent: PendingIntent) =
        Notification.Action.Builder(
            Icon.createWithResource(context, R.drawable.ic_shield),
            context.getString(text),
            intent,
        ).apply { if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) setAuthenticationRequired(true) }.build()
}
