// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.appwidget.AppWidgetManager
import android.content.ComponentName
import android.os.Handler
import android.os.Looper
import android.os.UserManager
import android.widget.RemoteViews
import app.tomeru.platform.systemService
import app.tomeru.widget.StateWidget
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowAppWidgetManager

/**
 * Draws a widget where Android does: on the main thread of its host (AOSP, `AppWidgetHost.UpdateHandler`), to which the
 * system hands what any thread of an app gave it.
 *
 * Robolectric 4.16.1 draws on the thread that calls. Two that call at once leave a view which can never be drawn again.
 */
@Implements(AppWidgetManager::class)
class HostedWidgets : ShadowAppWidgetManager() {
    private val host = Handler(Looper.getMainLooper())

    /** Before the first unlock it throws (AOSP, `AppWidgetServiceImpl.ensureGroupStateLoadedLocked`). */
    @Implementation
    override fun getAppWidgetIds(provider: ComponentName): IntArray {
        val users = RuntimeEnvironment.getApplication().systemService<UserManager>()
        check(users.isUserUnlocked) { "User 0 must be unlocked for widgets to be available" }
        return super.getAppWidgetIds(provider)
    }

    /** Those that there are not are left out (AOSP, `AppWidgetServiceImpl`); Robolectric fails at them. */
    @Implementation
    override fun updateAppWidget(appWidgetIds: IntArray, views: RemoteViews) {
        val there = getAppWidgetIds(ComponentName(RuntimeEnvironment.getApplication(), StateWidget::class.java))
        appWidgetIds.filter(there::contains).forEach { updateAppWidget(it, views) }
    }

    @Implementation
    override fun updateAppWidget(appWidgetId: Int, views: RemoteViews) {
        host.post { super.updateAppWidget(appWidgetId, views) }
    }
}
