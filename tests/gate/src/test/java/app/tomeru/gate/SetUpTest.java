// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.os.Build;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import org.junit.Test;

/** Set-up from its first step to its end, on a phone on which the app was installed a moment ago. */
public class SetUpTest extends GateTest {
  @Test
  public void itIsWalkedToItsEnd() {
    phone.unprotect();
    Screen start = Screen.open(".ui.home.HomeActivity");
    assertTrue("the first start leads to set-up", start.opened().getComponent().getClassName().endsWith(SetUp.NAME));
    Screen screen = SetUp.choosePreset("preset_warn");
    if (Screen.isAtLeast(Build.VERSION_CODES.TIRAMISU)) {
      screen.await("setup_title", Res.text("setup_notices"));
      screen.press("setup_primary");
      screen.allow();
    }
    screen.await("setup_title", Res.text("setup_overlay"));
    // Android 10 lets the person allow the large warning, and here they do not; later ones bring it with the role.
    boolean isLarge = Screen.isAtLeast(Build.VERSION_CODES.R);
    screen.press(isLarge ? "setup_primary" : "setup_second");
    screen.await("setup_title", Res.text("setup_contacts"));
    screen.press("setup_primary");
    screen.allow();
    screen.await("setup_title", Res.text("setup_role"));
    screen.press("setup_primary");
    SetUp.choose(screen, phone);
    screen.await("setup_title", Res.text("setup_fixed"));
    screen.press("setup_primary");
    screen.await("setup_title", Res.text("setup_end"));
    screen.await("setup_call");
    assertEquals("its test call is shown", 1, phone.notices("warning_channel").size());
    screen.assertWell();
    screen.press("setup_second");
    screen.assertWell();
    screen.press("setup_primary");
    screen.await("setup_title", Res.text("setup_suspension"));
    screen.assertWell();
    screen.press("setup_primary");
    assertTrue(screen.activity().isFinishing());
    Screen home = Screen.follow(screen.opened());
    phone.protect();
    home.resume();
    home.await("state", Res.text(isLarge ? "state_protected" : "state_partly"));
    home.await("state_detail", Res.text(isLarge ? "state_protected_warn" : "state_partly_small"));
    home.assertWell(isLarge ? new String[0] : new String[] {"state_partly", "state_partly_small"});
    assertEquals(Told.RINGS, telecom.screen(Call.from("+639171234567")));
    assertEquals("warn", phone.lastCall().getAsString("action"));
  }
}
