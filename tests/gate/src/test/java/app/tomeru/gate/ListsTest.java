// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.content.Intent;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import org.junit.Test;

/** A list of nuisance calls is imported, hit, replaced and removed. */
public class ListsTest extends GateTest {
  @Test
  public void itsNumbersAreStoppedForAsLongAsItIsThere() {
    Screen screen = Screen.open(".ui.settings.ListsActivity");
    importFile(screen, "import_list", "number\n03-1234-5678\nnone\n+1 844 298 0122\n");
    Wait.until("the list is there", () -> screen.children("all").size() == 1, screen::texts);
    assertTrue(screen.text("message"), screen.text("message").contains("3"));
    screen.assertWell();
    assertEquals(Told.REJECTED, telecom.screen(Call.from("0312345678")));
    assertEquals("imported_list", phone.lastCall().getAsString("reason"));
    importFile(screen, "replace", "06-1234-5678\n");
    Wait.until("it is replaced", () -> screen.text("message").equals(counted(1)), screen::texts);
    assertEquals(Told.RINGS, telecom.screen(Call.from("0312345678")));
    assertEquals(Told.REJECTED, telecom.screen(Call.from("0612345678")));
    screen.press("remove");
    screen.confirm();
    Wait.until("it is gone", () -> screen.children("all").isEmpty(), screen::texts);
    assertEquals(Told.RINGS, telecom.screen(Call.from("0612345678")));
    refusals = 1;
    importFile(screen, "import_list", "nothing\nhere\n");
    screen.awaitMessage("lists_no_number");
    screen.assertWell();
  }

  private static void importFile(Screen screen, String button, String text) {
    screen.press(button);
    screen.answer(Intent.ACTION_OPEN_DOCUMENT, Documents.file("numbers.csv", text));
  }

  private String counted(int count) {
    return phone.app.getResources().getQuantityString(Res.number("plurals", "lists_imported"), count, "" + count);
  }
}
