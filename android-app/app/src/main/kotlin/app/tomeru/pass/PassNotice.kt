// SPDX-License-Identifier: Apache-2.0
package app.tomeru.pass

import android.app.Notification
import android.app.NotificationManager
import android.content.Context
import app.tomeru.R
import app.tomeru.channel.Channel
import app.tomeru.channel.NoticeButtons
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.Pass
import app.tomeru.core.Policy
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.platform.core
import app.tomeru.platform.systemService
import app.tomeru.words.Words
import app.tomeru.words.state

/** Shows a timed pass while it is on, and says when it ended. */
class PassNotice(private val context: Context) {
    private val manager = context.systemService<NotificationManager>()

    /** Shows the passes that are on. */
    fun show(passes: List<Pass>) {
        val last = passes.maxOf { it.until } * Clock.MILLIS
        manager.notify(ID, on(passes).setTimeoutAfter((last - context.clock.millis).coerceAtLeast(1)).build())
    }

    internal fun on(passes: List<Pass>): Notification.Builder {
        val words = Words(context)
        val text = passes.sortedBy { it.until }.joinToString("\n", transform = words::pass)
        return Channel.PASS.said(context, context.getString(R.string.pass_title), text)
            .setOngoing(true)
            .setOnlyAlertOnce(true)
            .addAction(NoticeButtons.endPasses(context))
    }

    /** Says that calls are treated as before. */
    fun showEnded(policy: Policy) = manager.notify(ID, ended(policy).build())

    internal fun ended(policy: Policy): Notification.Builder {
        val text = context.getString(context.core.strangersUnder(policy, PhonePlaces(context).now().home).state)
        return Channel.PASS.said(context, context.getString(R.string.pass_ended), text)
            .setAutoCancel(true)
    }

    private companion object {
        const val ID = 3
    }
}
