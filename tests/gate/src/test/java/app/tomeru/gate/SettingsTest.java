// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.content.Intent;
import android.net.Uri;
import android.telecom.TelecomManager;
import android.widget.RadioButton;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import org.junit.Test;

/** Settings are changed by pressing, read back, kept in a file and taken over from it. */
public class SettingsTest extends GateTest {
  private static final String NAME = ".ui.settings.SettingsActivity";

  /** The page of the settings that its first page calls {@code name}. */
  private static Screen page(String name) {
    Screen first = Screen.open(NAME);
    first.row("rows", Res.text(name)).performClick();
    Screen page = Screen.follow(first.opened());
    Wait.until("it has rows", () -> !page.children("rows").isEmpty(), page::texts);
    return page;
  }
  private static final Call WITHHELD = Call.hidden(TelecomManager.PRESENTATION_RESTRICTED);

  private static void take(Screen screen, String rows, String name, String choice) {
    screen.row(rows, Res.text(name)).performClick();
    screen.choose(choice);
    awaitValue(screen, rows, name, choice);
  }

  private static void awaitValue(Screen screen, String rows, String name, String value) {
    Wait.until(name + " is " + value, () -> Screen.texts(screen.row(rows, Res.text(name))).contains(value), screen::texts);
  }

  private static boolean isChecked(Screen screen, String id) {
    return screen.<RadioButton>view(id).isChecked();
  }

  @Test
  public void whatIsPressedIsInForceAndReadBack() {
    Screen screen = Screen.open(NAME);
    screen.row("controls", Res.text("pause_title"));
    assertTrue(isChecked(screen, "preset_stop"));
    screen.press("preset_warn");
    Wait.quiet();
    take(screen, "controls", "pause_title", Res.text("pause_on"));
    take(screen, "controls", "pause_title", Res.text("pause_off"));
    screen.assertWell();
    screen.recreate();
    screen.row("controls", Res.text("pause_title"));
    assertTrue(isChecked(screen, "preset_warn"));
    screen.assertWell();
    Screen kinds = page("settings_kinds");
    take(kinds, "rows", "kind_hidden_restricted", Res.text("action_reject"));
    kinds.recreate();
    awaitValue(kinds, "rows", "kind_hidden_restricted", Res.text("action_reject"));
    kinds.assertWell();
    Screen records = page("settings_records");
    take(records, "rows", "records_keep", Res.text("records_keep_for_ever"));
    awaitValue(page("settings_records"), "rows", "records_keep", Res.text("records_keep_for_ever"));
    records.assertWell();
    assertEquals(Told.REJECTED, telecom.screen(WITHHELD));
    assertEquals(Told.RINGS, telecom.screen(Call.from("+639171234567")));
    assertEquals("warn", phone.lastCall().getAsString("action"));
  }

  @Test
  public void theyGoToAFileAndComeBackFromIt() {
    Screen kinds = page("settings_kinds");
    take(kinds, "rows", "kind_hidden_restricted", Res.text("action_reject"));
    Screen screen = page("settings_records");
    screen.row("rows", Res.text("backup_write")).performClick();
    Uri file = Documents.file("tomeru-settings.json", null);
    screen.answer(Intent.ACTION_CREATE_DOCUMENT, file);
    screen.awaitMessage("records_exported");
    String kept = Documents.read(file);
    assertTrue(kept, kept.contains("hidden_restricted"));
    take(kinds, "rows", "kind_hidden_restricted", Res.text("action_allow"));
    assertEquals(Told.RINGS, telecom.screen(WITHHELD));
    screen.row("rows", Res.text("backup_read")).performClick();
    screen.answer(Intent.ACTION_OPEN_DOCUMENT, file);
    Screen offer = Screen.follow(screen.opened());
    offer.await("take");
    assertTrue(offer.text("summary"), offer.text("summary").contains(Res.text("kind_hidden_restricted")));
    offer.press("take");
    offer.awaitMessage("offer_taken");
    offer.assertWell();
    assertEquals(Told.REJECTED, telecom.screen(WITHHELD));
  }

  @Test
  public void everyRowOpensWhatItNames() {
    for (String[] row : new String[][] {
        {"settings_numbers", "own_title", ".ui.settings.OwnNumbersActivity"},
        {"settings_numbers", "lists_title", ".ui.settings.ListsActivity"},
        {"settings_app", "self_test_title", ".ui.settings.SelfTestActivity"}}) {
      Screen page = page(row[0]);
      page.row("rows", Res.text(row[1])).performClick();
      assertEquals(Res.PACKAGE + row[2], page.opened().getComponent().getClassName());
    }
    Screen screen = page("settings_numbers");
    screen.row("rows", Res.text("guard_title")).performClick();
    screen.confirm();
    assertTrue("the role is asked for", screen.shadow().getNextStartedActivityForResult() != null);
    screen.assertWell();
  }

  @Test
  public void ownNumbersAreStoppedAndLetThrough() {
    Screen screen = Screen.open(".ui.settings.OwnNumbersActivity");
    add(screen, "03-1234-5678", "block", 1);
    assertEquals(Told.REJECTED, telecom.screen(Call.from("0312345678")));
    add(screen, "+63*", "allow", 2);
    assertEquals(Told.RINGS, telecom.screen(Call.from("+639171234567")));
    add(screen, "x", "allow", 2);
    screen.awaitMessage("own_no_number");
    screen.children("rows").get(0).findViewById(Res.id("remove")).performClick();
    Wait.until("the row is gone", () -> screen.children("rows").size() == 1, screen::texts);
    assertEquals(Told.RINGS, telecom.screen(Call.from("0312345678")));
    screen.assertWell();
  }

  private static void add(Screen screen, String number, String button, int rows) {
    screen.<android.widget.EditText>view("number").setText(number);
    screen.press(button);
    Wait.until(rows + " rows", () -> screen.children("rows").size() == rows, screen::texts);
  }
}
