// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import app.tomeru.R
import app.tomeru.circumstances.systemService

/** The kinds of notices; in the phone's settings each can be switched off by itself. */
enum class Channel(
    private val id: String,
    private val title: Int,
    private val detail: Int,
    private val importance: Int,
) {
    /** While a call rings: on top of everything, without a sound of its own, for the phone rings already. */
    RING_WARNING(
        "ring_warning",
        R.string.warning_channel,
        R.string.warning_channel_detail,
        NotificationManager.IMPORTANCE_HIGH,
    ),

    /** After a call was stopped: quiet. */
    STOPPED("stopped", R.string.stopped_channel, R.string.stopped_channel_detail, NotificationManager.IMPORTANCE_LOW),

    /** Right after the owner's own call was stopped: in sight at once, or nobody knows why it did not go through. */
    OUTGOING(
        "outgoing",
        R.string.outgoing_channel,
        R.string.outgoing_channel_detail,
        NotificationManager.IMPORTANCE_HIGH,
    ),

    /** When the phone is not protected any more. */
    HEALTH("health", R.string.health_channel, R.string.health_channel_detail, NotificationManager.IMPORTANCE_HIGH),

    /** A timed pass that is on or over: quiet. */
    PASS("pass", R.string.pass_channel, R.string.pass_channel_detail, NotificationManager.IMPORTANCE_LOW),
    ;

    /** A notice of this kind; the channel is there when this returns. The lock screen shows [public] in its place. */
    fun builder(context: Context, title: String, public: String = title): Notification.Builder {
        context.systemService<NotificationManager>().createNotificationChannel(
            NotificationChannel(id, context.getString(this.title), importance).apply {
                description = context.getString(detail)
                lockscreenVisibility = Notification.VISIBILITY_PRIVATE
                setSound(null, null)
            },
        )
        return bare(context, title).setPublicVersion(bare(context, public).build())
    }

    /** Whether the person has not switched it off. */
    fun isOn(context: Context): Boolean {
        val channel = context.systemService<NotificationManager>().getNotificationChannel(id)
        return channel == null || channel.importance != NotificationManager.IMPORTANCE_NONE
    }

    private fun bare(context: Context, title: String): Notification.Builder {
        val isUrgent = importance == NotificationManager.IMPORTANCE_HIGH
        return Notification.Builder(context, id)
            .setSmallIcon(if (isUrgent) R.drawable.ic_triangle else R.drawable.ic_shield)
            .setColor(context.getColor(if (isUrgent) R.color.partly else R.color.protected_))
            .setContentTitle(title)
            .setVisibility(Notification.VISIBILITY_PRIVATE)
    }
}

/** Says beside the app's name that nobody called. */
internal fun Notification.Builder.asTest(context: Context): Notification.Builder =
    setSubText(context.getString(R.string.test_call))
