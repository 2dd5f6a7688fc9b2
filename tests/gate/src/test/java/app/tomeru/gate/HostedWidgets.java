// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import android.appwidget.AppWidgetManager;
import android.os.Handler;
import android.os.Looper;
import android.widget.RemoteViews;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;
import org.robolectric.shadows.ShadowAppWidgetManager;

/**
 * Draws a widget where Android does: on the main thread of its host (AOSP, {@code AppWidgetHost.UpdateHandler}).
 * Robolectric 4.16.1 draws on the thread that calls; two that call at once leave a view which can never be drawn again.
 */
@Implements(AppWidgetManager.class)
public class HostedWidgets extends ShadowAppWidgetManager {
  private final Handler host = new Handler(Looper.getMainLooper());

  @Override
  @Implementation
  protected void updateAppWidget(int[] ids, RemoteViews views) {
    for (int id : ids) updateAppWidget(id, views);
  }

  @Override
  @Implementation
  protected void updateAppWidget(int id, RemoteViews views) {
    host.post(() -> super.updateAppWidget(id, views));
  }
}
