// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.appwidget.AppWidgetManager
import android.os.Handler
import android.os.Looper
import android.widget.RemoteViews
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

    @Implementation
    override fun updateAppWidget(appWidgetIds: IntArray, views: RemoteViews) = appWidgetIds.forEach {
        updateAppWidget(it, views)
    }

    @Implementation
    override fun updateAppWidget(appWidgetId: Int, views: RemoteViews) {
        host.post { super.updateAppWidget(appWidgetId, views) }
    }
}
