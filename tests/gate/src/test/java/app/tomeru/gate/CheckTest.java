// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.content.Intent;
import android.net.Uri;
import android.widget.EditText;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import org.junit.Test;

/** The check of a number says what would happen, and why. */
public class CheckTest extends GateTest {
  private static final String NAME = ".ui.check.CheckActivity";

  private static Screen check(Intent intent, String verdict) {
    Screen screen = Screen.open(NAME, intent);
    screen.await("verdict", Res.text(verdict));
    // The contacts may not have answered a slow machine in time: then it is asked again.
    for (int asked = 0; asked < 50 && screen.texts().contains(Res.text("cannot_tell")); asked++) {
      screen.press("check");
      Wait.quiet();
    }
    return screen;
  }

  @Test
  public void aDisguisedNumberIsFoundOut() {
    Screen screen = check(new Intent(Intent.ACTION_VIEW, Uri.parse("tel:%2B1800335814321")), "verdict_reject");
    String explained = screen.text("explanation");
    assertTrue(explained, explained.contains(Res.beginning("reason_disguised_domestic")));
    screen.press("show_steps");
    assertTrue("step by step: " + screen.texts(), screen.texts().contains(Res.text("origin_disguised_domestic")));
    assertTrue("nobody lets a forged number ring", !screen.shows("allow"));
    screen.assertWell();
    screen.press("ask_police");
    assertEquals("tel:%239110", screen.opened().getDataString());
  }

  @Test
  public void aNumberOfAnotherAppIsCheckedAndStopped() {
    Screen screen = check(new Intent(Intent.ACTION_SEND).setType("text/plain")
        .putExtra(Intent.EXTRA_TEXT, "call me: +63 917 123 4567!"), "verdict_reject");
    screen.press("allow");
    screen.confirm();
    Wait.until("it is said", () -> screen.shows("message"), screen::texts);
    screen.assertWell();
    assertEquals(Told.RINGS, telecom.screen(Call.from("+639171234567")));
    screen.<EditText>view("number").setText("0312345678");
    screen.press("check");
    screen.await("verdict", Res.text("verdict_allow"));
    screen.press("block");
    Wait.until("it is said", () -> screen.shows("message"), screen::texts);
    screen.assertWell();
    assertEquals(Told.REJECTED, telecom.screen(Call.from("0312345678")));
    screen.press("from_records");
    Wait.quiet();
    screen.assertWell();
  }
}
