// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.graphics.drawable.Icon
import app.tomeru.R
import app.tomeru.channel.Channel
import app.tomeru.platform.systemService
import app.tomeru.protection.Protection
import app.tomeru.route.Route

/** Says that the phone is no longer protected, or only partly; one tap repairs it. Or that the app had a fault. */
class HealthNotice(private val context: Context) {
    private val manager = context.systemService<NotificationManager>()

    /** Shows it, in place of an earlier one. */
    fun show(protection: Protection) = manager.notify(ID, notification(protection))

    /** All is well again. */
    fun cancel() = manager.cancel(ID)

    /** Says that the app had a fault; the first screen says which. */
    fun showFaults() =
        manager.notify(FAULTS_ID, builder(R.string.fault_title, R.string.fault_notice, home()).build())

    /** The person sees the faults themselves. */
    fun cancelFaults() = manager.cancel(FAULTS_ID)

    internal fun notification(protection: Protection): Notification {
        val repair = home(Route.REPAIR)
        return builder(protection.level.text, protection.detail, repair)
            .setOnlyAlertOnce(true)
            // Red is for what is not protected at all.
            .setColor(context.getColor(protection.level.color))
            .setSmallIcon(protection.level.icon)
            // A short word: a notice cuts off longer ones at 200 % text size.
            .apply { if (protection.repair != null) addAction(action(context.getString(R.string.repair), repair)) }
            .build()
    }

    private fun builder(title: Int, text: Int, opens: PendingIntent): Notification.Builder =
        Channel.HEALTH.said(context, context.getString(title), context.getString(text))
            .setContentIntent(opens)
            .setAutoCancel(true)

    private fun home(action: String? = null) = PendingIntent.getActivity(
        context,
        0,
        Route.HOME.intent(context).setAction(action).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK),
        PendingIntent.FLAG_IMMUTABLE,
    )

    private fun action(text: String, repair: PendingIntent) =
        Notification.Action.Builder(Icon.createWithResource(context, R.drawable.ic_shield), text, repair).build()

    internal companion object {
        const val ID = 5
        const val FAULTS_ID = 6
    }
}
