// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.app.Notification;
import android.app.PendingIntent;
import android.content.Intent;
import org.robolectric.Robolectric;

/** Presses what notices offer, as the system would: by sending what the app left with it. */
final class Notices {
  private Notices() {}

  /**
   * Presses the button that says the text called {@code name}.
   *
   * @return what another app was asked for then; null if nothing
   */
  static Intent press(Phone phone, Notification notice, String name) {
    for (Notification.Action action : buttons(notice)) {
      if (action.title.toString().equals(Res.text(name))) return send(phone, action.actionIntent);
    }
    throw new AssertionError(Phone.title(notice) + " has no button " + name);
  }

  /**
   * Presses the button that says the text called {@code name}, which leads to a screen of the app.
   *
   * @return the screen
   */
  static Screen follow(Phone phone, Notification notice, String name) {
    for (Notification.Action action : buttons(notice)) {
      if (!action.title.toString().equals(Res.text(name))) continue;
      Intent intent = shadowOf(action.actionIntent).getSavedIntent();
      return Screen.follow(intent);
    }
    throw new AssertionError(Phone.title(notice) + " has no button " + name);
  }

  static Notification.Action[] buttons(Notification notice) {
    return notice.actions == null ? new Notification.Action[0] : notice.actions;
  }

  /** Sends it, and goes on as far as the app's own part goes. */
  static Intent send(Phone phone, PendingIntent pending) {
    while (shadowOf(phone.app).getNextStartedActivity() != null) continue;
    try {
      pending.send();
    } catch (PendingIntent.CanceledException e) {
      throw new AssertionError(e);
    }
    Wait.quiet();
    Intent opened = shadowOf(phone.app).getNextStartedActivity();
    if (opened == null || opened.getComponent() == null) return opened;
    String name = opened.getComponent().getClassName();
    // It has no face: a screen that is set up would be waited for.
    if (name.endsWith(".CallAnywayActivity")) {
      Robolectric.buildActivity(Components.type(name, Activity.class), opened).create();
      return shadowOf(phone.app).getNextStartedActivity();
    }
    Screen screen = Screen.follow(opened);
    screen.assertWell("state_stopped", "state_stopped_detail");
    return screen.shadow().getNextStartedActivity();
  }
}
