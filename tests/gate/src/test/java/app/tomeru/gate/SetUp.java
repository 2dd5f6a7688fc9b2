// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import android.os.Build;
import org.robolectric.shadows.ShadowSettings;

/** Set-up, pressed as a person would. */
final class SetUp {
  static final String NAME = ".ui.setup.SetupActivity";

  private SetUp() {}

  /** Goes as far as the choice what happens to international calls, and takes the one that says {@code preset}. */
  static Screen choosePreset(String preset) {
    Screen screen = open();
    screen.await("setup_title", Res.text("setup_purpose"));
    screen.press("setup_primary");
    screen.await("setup_title", Res.text("setup_preset"));
    screen.press(screen.text("setup_primary").equals(Res.text(preset)) ? "setup_primary" : "setup_second");
    Wait.until("the choice is taken", () -> !screen.text("setup_title").equals(Res.text("setup_preset")), screen::texts);
    screen.assertWell();
    return screen;
  }

  /** From its first step. */
  static Screen open() {
    org.robolectric.RuntimeEnvironment.getApplication().getSharedPreferences("setup", Context.MODE_PRIVATE).edit().clear().commit();
    return Screen.open(NAME);
  }

  /** The phone asks whether the app shall be chosen, and the person says yes. */
  static void choose(Screen screen, Phone phone) {
    var asked = screen.shadow().getNextStartedActivityForResult();
    phone.holdRole();
    // AOSP, roles.xml: the role brings the large warning with it.
    if (Screen.isAtLeast(Build.VERSION_CODES.R)) ShadowSettings.setCanDrawOverlays(true);
    screen.shadow().receiveResult(asked.intent, Activity.RESULT_OK, new Intent());
  }
}
