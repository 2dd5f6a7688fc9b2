// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static app.tomeru.gate.Telecom.Told.REJECTED;
import static app.tomeru.gate.Telecom.Told.RINGS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import android.app.NotificationManager;
import android.content.ContentValues;
import android.telecom.TelecomManager;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;
import org.robolectric.Shadows;
import org.robolectric.shadows.ShadowSettings;

/** Calls of every origin, screened by the service that the manifest names. */
public class CallsTest extends GateTest {
  private record Row(Call call, Told told, String origin, String notice) {}

  private static final List<Row> ROWS = List.of(
      new Row(Call.from("110"), RINGS, "emergency", "warning_emergency_order"),
      new Row(Call.from("0335814321"), RINGS, "domestic", "warning_police_order"),
      new Row(Call.from("0312345678"), RINGS, "domestic", null),
      new Row(Call.from("+639171234567"), REJECTED, "international", "stopped_title"),
      new Row(Call.from("+870773987654"), REJECTED, "global_service", "stopped_title"),
      new Row(Call.from("+210123456"), REJECTED, "unassigned", "stopped_title_forged"),
      new Row(Call.from("+1800335814321"), REJECTED, "disguised_domestic", "stopped_title_forged"),
      new Row(Call.from("+1844"), REJECTED, "impossible", "stopped_title_forged"),
      new Row(Call.hidden(TelecomManager.PRESENTATION_RESTRICTED), RINGS, "hidden", null),
      new Row(Call.hidden(TelecomManager.PRESENTATION_PAYPHONE), RINGS, "hidden", null),
      new Row(Call.hidden(TelecomManager.PRESENTATION_UNKNOWN), RINGS, "hidden", null),
      new Row(Call.from("anonymous"), RINGS, "hidden", null),
      new Row(Call.from("withheld"), RINGS, "unreadable", "warning_careful"),
      new Row(Call.to("119"), RINGS, "emergency", null));

  @Test
  public void everyOriginHasItsVerdictItsRecordAndItsNotice() {
    for (Row row : ROWS) {
      phone.forgetAll();
      assertEquals(row.toString(), row.told(), telecom.screen(row.call()));
      ContentValues record = phone.lastCall();
      assertEquals(row.toString(), row.origin(), record.getAsString("origin"));
      String rings = row.notice() == null ? "allow" : "warn";
      assertEquals(row.toString(), row.told() == REJECTED ? "reject" : rings, record.getAsString("action"));
      assertNull(row.toString(), record.getAsString("fault"));
      List<String> titles = phone.notices().stream().map(Phone::title).toList();
      assertEquals(row.toString(), row.notice() == null ? List.of() : List.of(Res.text(row.notice())), titles);
    }
    Set<String> origins = Res.texts("string", "app_name").keySet().stream().filter(name -> name.startsWith("origin_"))
        .map(name -> name.substring("origin_".length())).collect(Collectors.toCollection(TreeSet::new));
    assertEquals("a row for every origin", origins, ROWS.stream().map(Row::origin).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  public void ofAStoppedCallThePersonHasOneNotice() {
    assertEquals(REJECTED, telecom.screen(Call.from("+639171234567")));
    assertEquals("it is the app's", false, telecom.tellsOfMissedCall());
    Shadows.shadowOf(phone.app.getSystemService(NotificationManager.class)).setNotificationsEnabled(false);
    assertEquals(REJECTED, telecom.screen(Call.from("+639171234568")));
    assertEquals("where it may show none, it is Android's", true, telecom.tellsOfMissedCall());
  }

  @Test
  public void aContactRingsAndForgersWhoEndLikeItDoNot() {
    Contacts.NUMBERS.add("+639171234567");
    Contacts.NUMBERS.add("0335814321");
    assertEquals(RINGS, telecom.screen(Call.from("+639171234567")));
    assertEquals("yes", phone.lastCall().getAsString("contact"));
    assertEquals(REJECTED, telecom.screen(Call.from("+1800335814321")));
  }

  @Test
  public void whoWantsWarningsGetsThemOnTheCallScreenToo() {
    ShadowSettings.setCanDrawOverlays(true);
    SetUp.choosePreset("preset_warn");
    assertEquals(RINGS, telecom.screen(Call.from("+639171234567")));
    assertEquals("warn", phone.lastCall().getAsString("action"));
    assertEquals(1, phone.notices("voice_channel").size());
    var overlay = Overlays.only();
    List<String> said = Screen.texts(overlay);
    assertEquals(said.toString(), true, said.stream().anyMatch(text -> text.contains(Res.text("warning_wait"))));
    overlay.findViewById(Res.id("notice_close")).performClick();
    assertEquals(0, Overlays.count());
  }

  @Test
  public void beforeTheFirstUnlockItProtectsAndTheRecordIsFoundLater() {
    phone.unlocked(false);
    // Contacts cannot be told then, so nothing ends stricter than a warning.
    assertEquals(RINGS, telecom.screen(Call.from("+639171234567")));
    assertEquals("0", phone.lastCall().getAsString("unlocked"));
    phone.unlocked(true);
    Screen records = Screen.open(".ui.records.RecordsActivity");
    Wait.until("the call is in the history", () -> records.rows() == 1, records::texts);
    records.assertWell();
  }

  @Test
  public void manyCallsOfADayHaveOneNotice() {
    for (int call = 0; call < 4; call++) assertEquals(REJECTED, telecom.screen(Call.from("+63917123456" + call)));
    List<String> titles = phone.notices().stream().map(Phone::title).toList();
    assertEquals(List.of(phone.app.getResources().getQuantityString(Res.number("plurals", "stopped_digest"), 4, 4)), titles);
  }
}
