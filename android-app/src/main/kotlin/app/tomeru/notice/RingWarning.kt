// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import android.net.Uri
import app.tomeru.R
import app.tomeru.circumstances.Places
import app.tomeru.circumstances.systemService
import app.tomeru.core.Answer
import app.tomeru.core.Origin
import app.tomeru.ui.Words

/** The warning that is shown at once while a call rings. */
class RingWarning(private val context: Context) {
    private val manager = context.systemService<NotificationManager>()
    private val words = Words(context)

    /**
     * Shows the warning about a call that rings.
     *
     * The lock screen shows a version without the number: whoever sees the phone need not learn who calls.
     */
    fun show(answer: Answer, handle: Uri?) {
        manager.createNotificationChannel(channel())
        val home = Places.of(context).home
        val number = handle?.schemeSpecificPart?.let { words.grouped(it, home) }
        val country = words.country(answer.region, answer.hasMoreRegions, answer.countryCode)
        val lines = listOfNotNull(
            listOfNotNull(country, number).joinToString(" ").ifEmpty { null },
            words.reason(answer.reason),
            context.getString(R.string.says_toll_free).takeIf { answer.looksTollFree },
            context.getString(R.string.says_police_bait).takeIf { answer.policeBait },
            context.getString(R.string.advice),
        )
        val forged = answer.origin != Origin.INTERNATIONAL && answer.origin != Origin.GLOBAL_SERVICE
        val title = if (forged) R.string.warning_title_forged else R.string.warning_title
        val notification = builder(context.getString(title))
            .setContentText(lines.first())
            .setStyle(Notification.BigTextStyle().bigText(lines.joinToString("\n")))
            .setPublicVersion(builder(context.getString(R.string.warning_public)).build())
            .build()
        manager.notify(ID, notification)
    }

    private fun builder(title: String) = Notification.Builder(context, CHANNEL)
        .setSmallIcon(R.drawable.ic_triangle)
        .setContentTitle(title)
        .setCategory(Notification.CATEGORY_CALL)
        .setColor(context.getColor(R.color.partly))
        .setVisibility(Notification.VISIBILITY_PRIVATE)
        .setTimeoutAfter(SHOWN_MILLIS)

    private fun channel() = NotificationChannel(
        CHANNEL,
        context.getString(R.string.warning_channel),
        NotificationManager.IMPORTANCE_HIGH,
    ).apply {
        description = context.getString(R.string.warning_channel_detail)
        lockscreenVisibility = Notification.VISIBILITY_PRIVATE
        // The phone rings already.
        setSound(null, null)
    }

    private companion object {
        const val CHANNEL = "ring_warning"
        const val ID = 1

        /** Longer than any phone rings. */
        const val SHOWN_MILLIS = 120_000L
    }
}
