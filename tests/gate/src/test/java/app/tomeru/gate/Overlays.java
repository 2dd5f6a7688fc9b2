// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;

import android.view.View;
import android.view.WindowManager;
import java.util.List;
import java.util.stream.Collectors;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.shadow.api.Shadow;
import org.robolectric.shadows.ShadowWindowManagerImpl;

/** The windows that the app lays over other apps. */
final class Overlays {
  private Overlays() {}

  private static List<View> all() {
    WindowManager windows = RuntimeEnvironment.getApplication().getSystemService(WindowManager.class);
    ShadowWindowManagerImpl shadow = Shadow.extract(windows);
    return shadow.getViews().stream()
        .filter(view -> view.findViewById(Res.id("notice_close")) != null).collect(Collectors.toList());
  }

  static int count() {
    return all().size();
  }

  static View only() {
    assertEquals("windows over the call", 1, count());
    return all().get(0);
  }
}
