// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowLog;

/** A phone that the app protects, set up as a person would; whatever is done on it, nothing may go wrong unseen. */
@RunWith(GateRunner.class)
@Config(sdk = {29, 33, 35, 36}, qualifiers = "ja-rJP-w360dp-h640dp-xhdpi")
public abstract class GateTest {
  final Phone phone = new Phone();
  Telecom telecom;
  /** How often the test has the app refuse something in words: the log tells of that, too, as of what harms nothing. */
  int refusals;

  @Before
  public void protect() {
    phone.protect();
    telecom = new Telecom(phone);
    // The core's settings are those of the process: each test begins with the recommended ones, by the screen for it.
    SetUp.choosePreset("preset_stop");
    phone.forgetAll();
  }

  @After
  public void nothingWentWrongUnseen() {
    Wait.quiet();
    assertEquals("what no thread caught", List.of(), Uncaught.seen());
    // The app's log tells of faults, and of nothing else.
    List<String> told = ShadowLog.getLogsForTag("Tomeru").stream().map(entry -> entry.msg).toList();
    List<String> refused = told.stream().filter(message -> message.startsWith("goes on: ")).limit(refusals).toList();
    assertEquals("what was refused", refusals, refused.size());
    assertEquals("faults in the log", refused, told);
    Screen home = Screen.open(".ui.home.HomeActivity");
    home.await("state");
    Wait.quiet();
    assertEquals("faults on the first screen: " + home.texts(), false, home.shows("fault"));
  }
}
