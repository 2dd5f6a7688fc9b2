// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.job.JobInfo;
import android.app.job.JobScheduler;
import android.app.job.JobService;
import android.appwidget.AppWidgetManager;
import android.appwidget.AppWidgetProvider;
import android.content.Intent;
import android.service.quicksettings.Tile;
import android.service.quicksettings.TileService;
import android.view.View;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import java.util.List;
import org.junit.Test;

/** What the system does with the app beside calls: its tile, its jobs, its widget. */
public class PassTest extends GateTest {
  private static final Call ABROAD = Call.from("+639171234567");

  private List<JobInfo> jobs() {
    return phone.app.getSystemService(JobScheduler.class).getAllPendingJobs();
  }

  private static void await(TileService tile, int state) {
    Wait.until("the tile's state is " + state, () -> tile.getQsTile().getLabel() != null
        && tile.getQsTile().getState() == state, () -> tile.getQsTile().getSubtitle());
  }

  @Test
  public void theTileLetsCallsRingAndEndsIt() {
    TileService tile = Components.service(".pass.PassTile", TileService.class);
    tile.onStartListening();
    await(tile, Tile.STATE_INACTIVE);
    assertEquals(Res.text("state_protected"), tile.getQsTile().getSubtitle().toString());
    tile.onClick();
    await(tile, Tile.STATE_ACTIVE);
    assertEquals(Told.RINGS, telecom.screen(ABROAD));
    assertEquals("pass", phone.lastCall().getAsString("reason"));
    String job = jobs().get(0).getService().getClassName();
    assertTrue(job, job.endsWith(".pass.PassEnd"));
    // It comes too early, and leaves the pass.
    assertTrue(Components.service(job, JobService.class).onStartJob(null));
    Wait.quiet();
    assertEquals(1, phone.notices("pass_channel").size());
    tile.onClick();
    await(tile, Tile.STATE_INACTIVE);
    assertEquals(Told.REJECTED, telecom.screen(ABROAD));
    tile.onStopListening();
  }

  @Test
  public void aCountryRingsForAWeekByItsScreen() {
    Screen screen = Screen.open(".ui.countries.CountriesActivity");
    Wait.until("the countries are there", () -> screen.rows() > 200, screen::texts);
    screen.<android.widget.EditText>view("search").setText("63");
    Wait.until("they are fewer", () -> screen.rows() < 20, screen::texts);
    screen.pressRow(0);
    screen.choose(Res.text("country_week"));
    Wait.until("it is said", () -> screen.shows("message"), screen::texts);
    screen.assertWell();
    assertEquals(Told.RINGS, telecom.screen(ABROAD));
    assertEquals("country_pass", phone.lastCall().getAsString("reason"));
  }

  @Test
  public void theDailyLookComesAndIsQuietWhenAllIsWell() {
    phone.app.sendBroadcast(new Intent(Intent.ACTION_BOOT_COMPLETED));
    Wait.until("it is planned", () -> !jobs().isEmpty(), this::jobs);
    String job = jobs().get(0).getService().getClassName();
    assertTrue(job, job.endsWith(".health.HealthJob"));
    assertTrue(Components.service(job, JobService.class).onStartJob(null));
    Wait.quiet();
    assertEquals(List.of(), phone.notices("health_channel"));
  }

  @Test
  public void theWidgetSaysThatItProtectsAndCounts() {
    AppWidgetManager manager = AppWidgetManager.getInstance(phone.app);
    int id = shadowOf(manager).createWidget(Components.type(".widget.StateWidget", AppWidgetProvider.class), Res.number("layout", "widget"));
    View view = shadowOf(manager).getViewFor(id);
    Wait.until("it is drawn", () -> Screen.texts(view).contains(Res.text("state_protected")), () -> Screen.texts(view));
    assertEquals(Told.REJECTED, telecom.screen(ABROAD));
    String counted = phone.app.getResources().getQuantityString(Res.number("plurals", "widget_week"), 1, "1");
    Wait.until("it counts", () -> Screen.texts(view).contains(counted), () -> Screen.texts(view));
    phone.app.sendBroadcast(new Intent(AppWidgetManager.ACTION_APPWIDGET_UPDATE)
        .putExtra(AppWidgetManager.EXTRA_APPWIDGET_IDS, new int[] {id}));
    Wait.quiet();
    assertEquals(List.of(), Faults.in(Screen.texts(view)));
    view.performClick();
    assertTrue(shadowOf(phone.app).getNextStartedActivity().getComponent().getClassName().endsWith(".HomeActivity"));
  }
}
