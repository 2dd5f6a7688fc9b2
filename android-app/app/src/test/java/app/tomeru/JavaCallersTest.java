// SPDX-License-Identifier: Apache-2.0
package app.tomeru;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import android.content.Context;
import android.net.Uri;
import app.tomeru.call.CallRecord;
import app.tomeru.call.Handles;
import app.tomeru.call.Places;
import app.tomeru.call.ScreenedCall;
import app.tomeru.core.Action;
import app.tomeru.core.Answer;
import app.tomeru.core.Core;
import app.tomeru.core.CoreMissing;
import app.tomeru.core.Explanation;
import app.tomeru.core.Fault;
import app.tomeru.core.ListChoice;
import app.tomeru.core.Origin;
import app.tomeru.core.Policy;
import app.tomeru.core.Preset;
import app.tomeru.core.Reason;
import app.tomeru.core.RingCore;
import app.tomeru.core.Settings;
import app.tomeru.core.SettingsException;
import app.tomeru.fault.Deadline;
import app.tomeru.platform.Platform;
import app.tomeru.record.CallStore;
import app.tomeru.record.Export;
import app.tomeru.record.RecordFilter;
import app.tomeru.ring.CallScreener;
import app.tomeru.ring.RingPath;
import app.tomeru.settings.Presets;
import app.tomeru.settings.SettingsFolder;
import app.tomeru.settings.SettingsStore;
import app.tomeru.support.TomeruRunner;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;

/** The library as an app in Java calls it. That this compiles is half of the test. */
@RunWith(TomeruRunner.class)
@Config(sdk = 35)
public class JavaCallersTest {
  private final Context context = RuntimeEnvironment.getApplication();
  private final SettingsStore settings = new SettingsStore(context);
  private final Core core = Platform.of(context).getCore();

  /** What an app overrides. */
  static final class Screener extends CallScreener {
    final List<String> seen = new ArrayList<>();

    @Override
    protected boolean tellsOfStoppedCalls() {
      return true;
    }

    @Override
    protected CallRecord told(CallRecord record) {
      return record;
    }

    @Override
    protected void onAnswered(CallRecord record) {
      seen.add(record.getAction() + " " + record.getReason() + " " + record.getSigns().size());
    }

    @Override
    protected void onRecorded(CallRecord record) {
      seen.add(record.getUid());
    }
  }

  @Before
  public void recommended() throws CoreMissing, SettingsException {
    Settings recommended = core.recommendedSettings();
    settings.change(old -> recommended);
  }

  private Answer decide(String number) throws Deadline.Missed {
    return new RingPath(context).decideInTime(ScreenedCall.from(number, false)).getAnswer();
  }

  @Test
  public void aCallIsDecidedAbout() throws Deadline.Missed {
    Answer answer = decide("+639171234567");
    assertEquals(Action.REJECT, answer.getAction());
    assertEquals(Reason.INTERNATIONAL, answer.getReason());
    assertEquals(Integer.valueOf(63), answer.getCountryCode());
    assertEquals(Action.ALLOW, decide("0312345678").getAction());
    assertEquals(Fault.DEADLINE, Answer.of(Fault.DEADLINE).getFault());
    assertEquals("tel", "0312345678", Handles.textOf(Uri.parse("tel:0312345678")));
  }

  @Test
  public void settingsAreChanged() throws CoreMissing, SettingsException, Deadline.Missed {
    Settings changed = settings.change(old -> {
      Policy policy = Presets.choosing(old.getPolicy(), Preset.WARN);
      policy.setDialledDays((short) 14);
      old.setPolicy(policy);
      old.setRetentionDays((short) 60);
      return old;
    });
    assertEquals(60, changed.getRetentionDays());
    assertEquals(14, settings.load().getSettings().getPolicy().getDialledDays());
    assertEquals(Action.WARN, decide("+639171234567").getAction());
    settings.block(core.patternOf("03-1234-5678", "JP"), "rude");
    settings.setCountry("PH", Action.ALLOW);
    assertEquals(Action.REJECT, decide("0312345678").getAction());
    assertEquals(Action.ALLOW, decide("+639171234567").getAction());
  }

  @Test
  public void aNumberIsExplained() throws CoreMissing {
    long places = RingCore.places("JP", null, "JP");
    Explanation found = core.explain("+1800335814321", false, places);
    assertEquals(Origin.DISGUISED_DOMESTIC, found.getOrigin());
    assertEquals(Places.JAPANESE.getPacked(), places);
    assertTrue(core.countries().stream().anyMatch(country -> country.getCallingCode() == 63));
    ListChoice choice = core.choiceOf("police", Action.REJECT, null);
    assertNull(choice.getReplaces());
    assertEquals("police", choice.getName());
    String folder = SettingsFolder.of(context).getPath();
    assertEquals(1, core.listEffects(folder, List.of("+819012345678"), null, places, 0).size());
  }

  @Test
  public void whatFailsIsCaught() throws CoreMissing {
    try {
      core.settingsToChange(new File(context.getFilesDir(), "none").getPath());
    } catch (SettingsException refused) {
      throw new AssertionError(refused);
    }
    try {
      Export.write(CallStore.of(context), OutputStream.nullOutputStream());
    } catch (IOException full) {
      throw new AssertionError(full);
    }
  }

  @Test
  public void callsAreReadBack() throws Deadline.Missed, IOException {
    RingPath.Decision decision = new RingPath(context).decideInTime(ScreenedCall.from("+639171234567"));
    CallRecord record = CallRecord.of(
        ScreenedCall.from("+639171234567"), decision.getAnswer(), decision.getCircumstances(), 1_000, 5);
    CallStore store = CallStore.of(context);
    store.add(List.of(record));
    assertEquals(List.of(record.getUid()), store.newest(9).stream().map(CallRecord::getUid).collect(Collectors.toList()));
    assertEquals(1, store.newest(9, null, RecordFilter.of(null, List.of("917"), List.of())).size());
    assertEquals(1, store.newest(9, null, RecordFilter.ALL).size());
    CallStore.eraseAll(context);
    assertEquals(List.of(), store.newest(9));
  }
}
