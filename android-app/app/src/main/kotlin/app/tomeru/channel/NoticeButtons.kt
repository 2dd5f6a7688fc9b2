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
    /** An action: the number in the data rings from now on. */
    const val ALLOW: String = "app.tomeru.ALLOW"

    /** An action: calls from the country in the data ring until midnight. */
    const val PASS_TODAY: String = "app.tomeru.PASS_TODAY"

    /** An action: all timed passes end. */
    const val END_PASSES: String = "app.tomeru.END_PASSES"

    /** An extra: the `uid` of the record that the notice is about. */
    const val UID: String = "uid"

    private const val RECEIVER = "app.tomeru.notice.NoticeActions"

    /** The number with [key] rings from now on; [uid] is that of the notice's record. */
    fun allow(context: Context, key: String, uid: String): Notification.Action =
        button(context, R.string.notice_allow, intent(context, ALLOW, key, uid))

    /** Calls from [country] (ISO 3166-1 alpha-2) ring until midnight; [uid] is that of the notice's record. */
    fun passToday(context: Context, country: String, uid: String): Notification.Action =
        button(context, R.string.notice_pass_today, intent(context, PASS_TODAY, country, uid))

    /** All timed passes end. */
    fun endPasses(context: Context): Notification.Action =
        button(context, R.string.pass_end, intent(context, END_PASSES, "", null))

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

    private fun intent(context: Context, action: String, value: String, uid: String?): PendingIntent {
        // The data keeps the intents of two numbers apart, and those of two notices about one number.
        val intent = Intent(action, Uri.fromParts("notice", value, uid))
            .setClassName(context, RECEIVER)
            .putExtra(UID, uid)
        val flags = PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT
        return PendingIntent.getBroadcast(context, 0, intent, flags)
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
