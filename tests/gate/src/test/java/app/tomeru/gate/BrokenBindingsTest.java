// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.content.Intent;
import android.telecom.TelecomManager;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/**
 * A build whose bindings were broken on purpose (scripts/gate): calls are still decided by what was stored before, and
 * the app says what does not work.
 */
@RunWith(GateRunner.class)
@Config(sdk = 35, qualifiers = "ja-rJP-w360dp-h640dp-xhdpi")
public class BrokenBindingsTest {
  private final Phone phone = new Phone();

  /** What the person chose before an update broke the bindings: none of it is what is recommended. */
  private static final String SETTINGS = "{\"version\":3,\"policy\":{\"preset\":\"warn\","
      + "\"own_actions\":[{\"kind\":\"hidden_restricted\",\"action\":\"reject\"}],"
      + "\"allowed\":[{\"number\":\"+442079460018\",\"note\":\"\"}]}}";

  @Before
  public void aPhoneOnWhichItWorkedBefore() throws IOException {
    phone.protect();
    File folder = new File(phone.app.createDeviceProtectedStorageContext().getDataDir(), "settings");
    assertTrue(folder.mkdirs());
    Files.writeString(folder.toPath().resolve("settings.json"), SETTINGS);
  }

  @Test
  public void callsAreDecidedByWhatIsStoredAndTheAppSaysWhatDoesNotWork() {
    Telecom telecom = new Telecom(phone);
    assertEquals(Told.RINGS, telecom.screen(Call.from("+639171234567")));
    assertEquals("warn", phone.lastCall().getAsString("action"));
    assertEquals("the warning is shown", 1, phone.notices("voice_channel").size());
    assertEquals(Told.REJECTED, telecom.screen(Call.hidden(TelecomManager.PRESENTATION_RESTRICTED)));
    assertEquals(Told.REJECTED, telecom.screen(Call.from("+1800335814321")));
    assertEquals(Told.RINGS, telecom.screen(Call.from("+442079460018")));
    assertEquals("allow", phone.lastCall().getAsString("action"));
    assertTrue(telecom.places("0312345678"));
    phone.app.sendBroadcast(new Intent(Intent.ACTION_BOOT_COMPLETED));
    Wait.quiet();
    assertEquals("nothing ends the process", List.of(), Uncaught.seen());
    for (String name : List.of(".ui.home.HomeActivity", ".ui.settings.SettingsActivity",
        ".ui.countries.CountriesActivity", ".ui.family.FamilyActivity", ".ui.settings.ListsActivity")) {
      Screen screen = Screen.open(name);
      Wait.quiet();
      // Not "core_missing", which says that all calls ring: they do not.
      String sentence = Res.text("part_missing");
      assertTrue(name + " says only " + screen.texts(), screen.texts().contains(sentence));
    }
    assertEquals("nothing ends the process", List.of(), Uncaught.seen());
  }
}
