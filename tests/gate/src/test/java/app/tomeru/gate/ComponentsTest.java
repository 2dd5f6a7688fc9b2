// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.app.job.JobService;
import android.appwidget.AppWidgetManager;
import android.appwidget.AppWidgetProvider;
import android.content.Intent;
import android.net.Uri;
import android.service.quicksettings.TileService;
import android.view.View;
import android.widget.Button;
import app.tomeru.gate.Telecom.Call;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Test;
import org.robolectric.Robolectric;

/** Everything that the manifest declares is started, and ends its work well. */
public class ComponentsTest extends GateTest {
  private static final String ABROAD = "+639171234567";

  /** How each is started; a new one without a row fails. */
  private Map<String, Runnable> drives() {
    Map<String, Runnable> drives = new TreeMap<>();
    drives.put(".health.HealthJob", () -> assertTrue(Components.service(".health.HealthJob", JobService.class).onStartJob(null)));
    drives.put(".health.HealthReceiver", () -> phone.app.sendBroadcast(new Intent(Intent.ACTION_MY_PACKAGE_REPLACED)));
    drives.put(".notice.NoticeActions", () -> {
      phone.forgetAll();
      Screen wait = Screen.open(".ui.home.WaitActivity");
      wait.await("pass_hour");
      wait.press("pass_hour");
      Wait.until("the pass is on", () -> !phone.notices("pass_channel").isEmpty(), phone::notices);
      Notices.press(phone, phone.notices("pass_channel").get(0), "pass_end");
    });
    drives.put(".outgoing.CallAnywayActivity", () -> {
      Intent intent = new Intent().setData(Uri.fromParts("tel", ABROAD, null)).putExtra("key", ABROAD);
      assertTrue(Robolectric.buildActivity(Components.type(".outgoing.CallAnywayActivity", Activity.class), intent).create().get().isFinishing());
    });
    drives.put(".outgoing.RedirectionService", () -> telecom.assertStops("+442079460018"));
    drives.put(".pass.PassEnd", () -> assertTrue(Components.service(".pass.PassEnd", JobService.class).onStartJob(null)));
    drives.put(".pass.PassTile", () -> Components.service(".pass.PassTile", TileService.class).onStartListening());
    drives.put(".screening.ScreeningService", () -> telecom.screen(Call.from(ABROAD)));
    drives.put(".ui.aftercall.AfterCallActivity", () -> open(".ui.aftercall.AfterCallActivity", RecordsTest.ended(ABROAD), null));
    drives.put(".ui.check.CheckActivity", () -> open(".ui.check.CheckActivity", new Intent(), "check"));
    drives.put(".ui.countries.CountriesActivity", () -> open(".ui.countries.CountriesActivity", new Intent(), "search"));
    drives.put(".ui.family.FamilyActivity", () -> open(".ui.family.FamilyActivity", new Intent(), "summary"));
    drives.put(".ui.family.FamilyNumberActivity", () -> open(".ui.family.FamilyNumberActivity", new Intent(), "choose"));
    drives.put(".ui.family.OfferActivity", () -> open(".ui.family.OfferActivity",
        new Intent(Intent.ACTION_VIEW, Uri.parse("tomeru:1?p=stop&a=&c=&d=30&e=120&end")), "offered"));
    drives.put(".ui.guide.GuideActivity", this::guide);
    drives.put(".ui.guide.LimitsActivity", () -> open(".ui.guide.LimitsActivity", new Intent(), "rows"));
    drives.put(".ui.guide.MakerActivity", () -> open(".ui.guide.MakerActivity", new Intent(), "rows"));
    drives.put(".ui.home.HomeActivity", this::home);
    drives.put(".ui.home.WaitActivity", this::pass);
    drives.put(".ui.home.WaysActivity", () -> open(".ui.home.WaysActivity", new Intent(), "rehearse"));
    drives.put(".ui.home.PassHourActivity", () -> {
      Activity shortcut = Robolectric.buildActivity(Components.type(".ui.home.PassHourActivity", Activity.class)).setup().get();
      Wait.until("the pass is on", shortcut::isFinishing, shortcut::getIntent);
    });
    drives.put(".ui.paid.PaidActivity", () -> open(".ui.paid.PaidActivity", new Intent(), "rows"));
    drives.put(".ui.records.RecordActivity", () -> open(".ui.records.RecordActivity",
        new Intent().putExtra("uid", phone.lastCall().getAsString("uid")), "outcome"));
    drives.put(".ui.records.RecordsActivity", () -> open(".ui.records.RecordsActivity", new Intent(), "list"));
    drives.put(".ui.settings.AboutActivity", () -> {
      Screen about = Screen.open(".ui.settings.AboutActivity");
      Wait.until("the licence is shown", () -> about.text("licence").contains("Apache License"), about::texts);
      about.assertWell();
    });
    drives.put(".ui.settings.ListPreviewActivity", () -> open(".ui.settings.ListPreviewActivity",
        new Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_TEXT, "03-1234-5678"), "take"));
    drives.put(".ui.settings.ListsActivity", () -> open(".ui.settings.ListsActivity", new Intent(), "import_list"));
    drives.put(".ui.settings.OwnNumbersActivity", () -> open(".ui.settings.OwnNumbersActivity", new Intent(), "block"));
    drives.put(".ui.settings.SelfTestActivity", () -> Screen.open(".ui.settings.SelfTestActivity").await("outcome"));
    drives.put(".ui.settings.SettingsActivity", () -> open(".ui.settings.SettingsActivity", new Intent(), "controls"));
    drives.put(".ui.setup.SetupActivity", () -> open(SetUp.NAME, new Intent(), "setup_primary"));
    drives.put(".widget.StateWidget", () -> {
      AppWidgetManager manager = AppWidgetManager.getInstance(phone.app);
      int id = shadowOf(manager).createWidget(
          Components.type(".widget.StateWidget", AppWidgetProvider.class), Res.number("layout", "widget"));
      phone.app.sendBroadcast(new Intent(AppWidgetManager.ACTION_APPWIDGET_UPDATE)
          .putExtra(AppWidgetManager.EXTRA_APPWIDGET_IDS, new int[] {id}));
    });
    return drives;
  }

  private void open(String name, Intent intent, String shown) {
    Screen screen = Screen.open(name, intent);
    if (shown != null) screen.await(shown);
    screen.assertWell();
    if (shown == null) return;
    screen.recreate();
    screen.await(shown);
    screen.assertWell();
  }

  private void home() {
    Screen home = Screen.open(".ui.home.HomeActivity");
    home.await("state", Res.text("state_protected"));
    home.assertWell();
    for (String tile : new String[] {"check", "records", "wait", "guide", "settings", "limits", "all_calls"}) {
      home.press(tile);
      Screen.follow(home.opened()).assertWell();
    }
    home.children("last").get(0).performClick();
    Screen.follow(home.opened()).assertWell();
  }

  private void pass() {
    Screen pass = Screen.open(".ui.home.WaitActivity");
    Wait.quiet();
    // Another component began an hour.
    if (pass.shows("pass_end")) pass.press("pass_end");
    pass.await("pass_hour");
    pass.press("pass_hour");
    pass.await("pass_end");
    pass.press("pass_end");
    pass.await("pass_hour");
    pass.assertWell();
  }

  private void guide() {
    Screen guide = Screen.open(".ui.guide.GuideActivity");
    guide.assertWell();
    int opened = 0;
    for (View card : guide.children("rows")) {
      for (View button : Screen.children(card.requireViewById(Res.id("buttons")))) {
        ((Button) button).performClick();
        if (guide.opened() != null) opened++;
      }
    }
    assertTrue("advice leads somewhere", opened > 3);
    guide.assertWell();
  }

  @Test
  public void everyComponentOfTheManifestEndsItsWorkWell() {
    Map<String, Runnable> drives = drives();
    Map<String, Runnable> full = new TreeMap<>();
    drives.forEach((name, drive) -> full.put(Res.PACKAGE + name, drive));
    assertEquals("a drive for every component", Components.all(), full.keySet());
    telecom.screen(Call.from(ABROAD));
    full.forEach((name, drive) -> {
      try {
        drive.run();
        Wait.quiet();
        assertEquals(java.util.List.of(), Uncaught.seen());
      } catch (RuntimeException | Error fault) {
        throw new AssertionError(name, fault);
      }
    });
  }

  @Test
  public void theTextsThatTellOfAFaultAreLookedFor() {
    Set<String> names = Faults.names();
    for (String name : new String[] {"core_missing", "settings_not_saved", "records_unreadable", "fault_title",
        "fault_core_unavailable", "records_not_exported", "lists_not_read", "self_test_failed", "offer_broken"}) {
      assertTrue(name + " is not among " + names, names.contains(name));
    }
  }
}
