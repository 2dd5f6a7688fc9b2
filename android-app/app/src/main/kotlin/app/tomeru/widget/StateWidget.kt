// SPDX-License-Identifier: Apache-2.0
package app.tomeru.widget

import android.app.PendingIntent
import android.appwidget.AppWidgetManager
import android.appwidget.AppWidgetProvider
import android.content.ComponentName
import android.content.Context
import android.content.Intent
import android.os.UserManager
import android.widget.RemoteViews
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.platform.clock
import app.tomeru.platform.systemService
import app.tomeru.protection.Protection
import app.tomeru.record.CallStore
import app.tomeru.record.Week
import app.tomeru.route.Route
import app.tomeru.words.Words

/** On the home screen: is the phone protected, and how many calls were stopped this week. */
class StateWidget : AppWidgetProvider() {
    override fun onReceive(context: Context, intent: Intent) {
        Barrier.run(Fault.WIDGET_FAILED) { super.onReceive(context, intent) }
    }

    override fun onUpdate(context: Context, manager: AppWidgetManager, ids: IntArray) {
        val pending = goAsync()
        // It reads files: not on the main thread.
        Barrier.thread("widget", Fault.WIDGET_FAILED, ended = { pending?.finish() }) {
            manager.updateAppWidget(ids, views(context, Protection.of(context)))
        }
    }

    companion object {
        /**
         * Redraws all of them, if there are any, with [protection] if it is known already. Before the first unlock after a
         * reboot there are none, and to ask for them throws (AOSP, `AppWidgetServiceImpl`): [unlocked] is whether that was.
         * Not for the main thread.
         */
        fun refresh(
            context: Context,
            protection: Protection? = null,
            unlocked: Boolean = context.systemService<UserManager>().isUserUnlocked,
        ) {
            if (!unlocked) return
            val manager = AppWidgetManager.getInstance(context) ?: return
            val ids = manager.getAppWidgetIds(ComponentName(context, StateWidget::class.java))
            if (ids.isEmpty()) return
            manager.updateAppWidget(ids, views(context, protection ?: Protection.of(context)))
        }

        internal fun views(context: Context, protection: Protection): RemoteViews {
            val level = protection.level
            val views = RemoteViews(context.packageName, R.layout.widget)
            views.setImageViewResource(R.id.widget_icon, level.icon)
            views.setInt(R.id.widget_icon, "setColorFilter", context.getColor(level.color))
            views.setTextViewText(R.id.widget_state, context.getString(protection.title))
            views.setTextColor(R.id.widget_state, context.getColor(level.color))
            views.setTextViewText(R.id.widget_detail, detail(context, protection))
            val home = Route.HOME.intent(context).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
            val opened = PendingIntent.getActivity(context, 0, home, PendingIntent.FLAG_IMMUTABLE)
            views.setOnClickPendingIntent(R.id.widget, opened)
            return views
        }

        /** What was stopped, if all is well; otherwise what is wrong. */
        private fun detail(context: Context, protection: Protection): String {
            if (protection.level != Protection.Level.PROTECTED) return protection.said(context)
            return Barrier.ask(null, { context.getString(protection.detail) }) {
                val week = Week.of(
                    CallStore.of(context).stoppedAt(Week.beginning(context.clock.millis)),
                    context.clock.millis,
                )
                val count = Words(context).count(week.total.toLong())
                context.resources.getQuantityString(R.plurals.widget_week, week.total, count)
            }
        }
    }
}
