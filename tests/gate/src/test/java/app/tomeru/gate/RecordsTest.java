// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.content.Intent;
import android.net.Uri;
import android.telecom.DisconnectCause;
import android.telecom.TelecomManager;
import android.widget.EditText;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import org.junit.Test;
import org.robolectric.annotation.Config;

/** What is left of a call: the history, one record, the question after it; and the self-test. */
public class RecordsTest extends GateTest {
  private static final String ABROAD = "+639171234567";

  @Test
  public void theHistoryIsSearchedExportedAndErased() {
    telecom.screen(Call.from(ABROAD));
    telecom.screen(Call.from("0312345678"));
    Screen screen = Screen.open(".ui.records.RecordsActivity");
    Wait.until("both are there", () -> screen.rows() == 2, screen::texts);
    screen.assertWell();
    screen.await("chip_stopped");
    screen.press("chip_stopped");
    Wait.until("one was stopped", () -> screen.rows() == 1, screen::texts);
    screen.pressRow(0);
    Screen record = Screen.follow(screen.opened());
    record.await("outcome", Res.text("outcome_stopped"));
    record.assertWell();
    record.press("allow");
    record.confirm();
    Wait.until("it is said", () -> record.shows("message"), record::texts);
    record.assertWell();
    assertEquals(Told.RINGS, telecom.screen(Call.from(ABROAD)));
    screen.<EditText>view("search").setText("917");
    Wait.until("it is found", () -> screen.rows() == 1, screen::texts);
    screen.await("export");
    screen.press("export");
    Uri file = Documents.file("calls.csv", null);
    screen.answer(Intent.ACTION_CREATE_DOCUMENT, file);
    screen.awaitMessage("records_exported");
    String written = Documents.read(file);
    assertTrue(written, written.contains("international") && written.lines().count() == 4);
    screen.press("erase");
    screen.confirm();
    Wait.until("it is empty", () -> screen.rows() == 0, screen::texts);
    screen.assertWell();
  }

  /** Telecom opens it on Android 11 and later. */
  @Test
  @Config(sdk = {33, 35, 36})
  public void afterACallThatWasWarnedOfItAsksAndAdvises() {
    SetUp.choosePreset("preset_warn");
    telecom.screen(Call.from(ABROAD));
    Screen screen = Screen.open(".ui.aftercall.AfterCallActivity", ended(ABROAD));
    screen.await("topics");
    screen.assertWell();
    screen.children("topics").get(0).performClick();
    screen.await("advising");
    screen.press("block");
    Wait.until("it is said", () -> screen.shows("message"), screen::texts);
    screen.assertWell();
    assertEquals(Told.REJECTED, telecom.screen(Call.from(ABROAD)));
    telecom.screen(Call.from("0312345678"));
    Screen unseen = Screen.open(".ui.aftercall.AfterCallActivity", ended("0312345678"));
    Wait.until("it is never seen", () -> unseen.activity().isFinishing(), unseen::texts);
  }

  static Intent ended(String number) {
    return new Intent(TelecomManager.ACTION_POST_CALL)
        .putExtra(TelecomManager.EXTRA_HANDLE, Uri.fromParts("tel", number, null))
        .putExtra(TelecomManager.EXTRA_DISCONNECT_CAUSE, DisconnectCause.REMOTE);
  }

  @Test
  public void everyStepOfTheSelfTestWorks() {
    Screen screen = Screen.open(".ui.settings.SelfTestActivity");
    screen.await("outcome", Res.text("self_test_good"));
    long steps = Res.texts("string", "app_name").keySet().stream()
        .filter(text -> text.startsWith("test_") && !text.matches("test_(call|number).*")).count();
    assertEquals(screen.texts().toString(), steps, screen.children("rows").size());
    screen.assertWell();
    screen.press("again");
    Wait.quiet();
    screen.assertWell();
  }
}
