// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.content.Intent;
import android.view.View;
import android.view.ViewGroup;
import android.widget.CheckBox;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import org.junit.Test;

/** A list of nuisance calls is looked at, imported, hit, replaced, brought back and removed. */
public class ListsTest extends GateTest {
  @Test
  public void itsNumbersAreStoppedForAsLongAsItIsThere() {
    Screen first = look(lists(0), "import_list", "number\n03-1234-5678\nnone\n+1 844 298 0122\n0120-210-364\n");
    first.await("take");
    assertTrue(first.text("left"), first.text("left").contains("3"));
    assertEquals("both have a country", 2, first.children("samples").size());
    assertEquals("the numbers that help are told", 1, first.children("dangerous").size());
    first.assertWell();
    assertEquals("nothing counts yet", Told.RINGS, telecom.screen(Call.from("0312345678")));
    take(first, 2);
    assertEquals(Told.REJECTED, telecom.screen(Call.from("0312345678")));
    assertEquals("imported_list", phone.lastCall().getAsString("reason"));

    Screen second = look(lists(1), "replace", "06-1234-5678\n+1844*\n");
    second.await("take");
    ((CheckBox) ((ViewGroup) second.<View>view("beginnings")).getChildAt(0)).setChecked(true);
    take(second, 1);
    assertEquals(Told.RINGS, telecom.screen(Call.from("0312345678")));
    assertEquals(Told.REJECTED, telecom.screen(Call.from("0612345678")));

    Screen lists = lists(1);
    lists.await("undo");
    lists.press("undo");
    lists.confirm();
    lists.awaitMessage("lists_undone");
    lists.assertWell();
    assertEquals(Told.REJECTED, telecom.screen(Call.from("0312345678")));
    assertEquals(Told.RINGS, telecom.screen(Call.from("0612345678")));
    lists.press("remove");
    lists.confirm();
    Wait.until("it is gone", () -> lists.children("all").isEmpty(), lists::texts);
    assertEquals(Told.RINGS, telecom.screen(Call.from("0312345678")));

    Screen refused = look(lists, "import_list", "nothing\nhere\n");
    refused.await("title", Res.text("lists_refused"));
    assertTrue(refused.text("message"), refused.text("message").startsWith(Res.text("lists_no_number")));
    refused.assertWell("lists_refused");
  }

  /** The screen of the lists, of which there are {@code count}. */
  private static Screen lists(int count) {
    Screen screen = Screen.open(".ui.settings.ListsActivity");
    Wait.until("the lists are there", () -> screen.children("all").size() == count, screen::texts);
    screen.assertWell();
    return screen;
  }

  /** A file is chosen, and what it holds is shown. */
  private static Screen look(Screen lists, String button, String text) {
    lists.press(button);
    lists.answer(Intent.ACTION_OPEN_DOCUMENT, Documents.file("numbers.csv", text));
    return Screen.follow(lists.opened());
  }

  private void take(Screen preview, int count) {
    preview.press("take");
    String said = phone.app.getResources().getQuantityString(Res.number("plurals", "lists_imported"), count, "" + count);
    preview.await("message", said);
    preview.assertWell();
  }
}
