// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest.permission;
import android.app.Application;
import android.app.Service;
import android.content.Context;
import android.content.Intent;
import android.content.pm.ApplicationInfo;
import android.content.pm.PackageManager;
import android.content.pm.ResolveInfo;
import android.database.DatabaseUtils;
import android.database.sqlite.SQLiteDatabase;
import android.os.IBinder;
import android.provider.ContactsContract;
import android.telecom.TelecomManager;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowLog;

/**
 * The sample app, which has the library from dist/maven and nothing else of this project, as R8 leaves it: what it knows of
 * calls, and that R8's rules in the archive are enough. scripts/gate-sample builds it.
 */
@RunWith(SampleRunner.class)
@Config(sdk = 35)
public class SampleTest {
  private static final String ACTION = "android.telecom.CallScreeningService";

  private final Application app = RuntimeEnvironment.getApplication();
  private Telecom telecom;

  /** A phone on which the person chose the app. */
  @Before
  public void choose() throws ReflectiveOperationException {
    shadowOf(app).grantPermissions(permission.READ_CONTACTS);
    Robolectric.setupContentProvider(Contacts.class, ContactsContract.AUTHORITY);
    Contacts.NUMBERS.clear();
    // Robolectric's SQLite must be loaded by the test's own thread; the app comes to it from others first.
    SQLiteDatabase.create(null).close();
    telecom = new Telecom(bind());
  }

  private IBinder bind() throws ReflectiveOperationException {
    List<ResolveInfo> found = app.getPackageManager().queryIntentServices(new Intent(ACTION).setPackage(app.getPackageName()), 0);
    assertEquals(1, found.size());
    assertEquals("android.permission.BIND_SCREENING_SERVICE", found.get(0).serviceInfo.permission);
    Class<? extends Service> type = Class.forName(found.get(0).serviceInfo.name).asSubclass(Service.class);
    return Robolectric.setupService(type).onBind(new Intent(ACTION));
  }

  @Test
  public void itRejectsWhatTheCoreRejects() {
    Contacts.NUMBERS.add("+39 06 6982 1234");
    assertEquals("a stranger abroad", Told.REJECTED, telecom.screenOnce(Call.from("+639171234567")));
    assertEquals("the police's number behind +1800", Told.REJECTED, telecom.screenOnce(Call.from("+1800335814321")));
    assertEquals("without its plus", Told.REJECTED, telecom.screenOnce(Call.from("010442079460018")));
    assertEquals("a contact abroad", Told.RINGS, telecom.screenOnce(Call.from("+390669821234")));
    assertEquals("at home", Told.RINGS, telecom.screenOnce(Call.from("0312345678")));
    assertEquals("help", Told.RINGS, telecom.screenOnce(Call.from("110")));
    assertEquals("hidden", Told.RINGS, telecom.screenOnce(Call.hidden(TelecomManager.PRESENTATION_RESTRICTED)));
    assertEquals("no number at all", Told.RINGS, telecom.screenOnce(Call.from("")));
    // Each was told to the app after its answer, and written down.
    assertEquals(List.of("REJECT: INTERNATIONAL", "REJECT: DISGUISED_DOMESTIC", "REJECT: INTERNATIONAL"), told("REJECT"));
    assertEquals(8, told("").size());
    assertEquals(8, records());
  }

  private static List<String> told(String beginning) {
    return ShadowLog.getLogsForTag("Sample").stream().map(entry -> entry.msg).filter(text -> text.startsWith(beginning)).toList();
  }

  private long records() {
    Wait.quiet();
    String path = app.getDatabasePath("calls.db").getPath();
    try (SQLiteDatabase database = SQLiteDatabase.openDatabase(path, null, SQLiteDatabase.ENABLE_WRITE_AHEAD_LOGGING)) {
      return DatabaseUtils.queryNumEntries(database, "calls");
    }
  }

  /** The archive's manifest brings what the library needs, and no component that the app did not ask for. */
  @Test
  public void theManifestsAreOne() throws PackageManager.NameNotFoundException {
    var info = app.getPackageManager().getPackageInfo(app.getPackageName(),
        PackageManager.GET_PERMISSIONS | PackageManager.GET_SERVICES | PackageManager.GET_ACTIVITIES
            | PackageManager.GET_RECEIVERS | PackageManager.GET_PROVIDERS);
    assertEquals(List.of(permission.READ_CONTACTS), List.of(info.requestedPermissions));
    assertEquals(1, info.services.length);
    assertEquals(SampleRunner.PACKAGE + ".SampleScreener", info.services[0].name);
    for (Object[] others : new Object[][] {info.activities, info.receivers, info.providers}) assertTrue(others == null);
    assertEquals("it knows the settings that the app changes", info.applicationInfo.processName, info.services[0].processName);
    assertTrue("Telecom finds it before the first unlock", info.services[0].directBootAware);
    assertEquals("nothing goes to a cloud", 0, info.applicationInfo.flags & ApplicationInfo.FLAG_ALLOW_BACKUP);
  }

  /** R8 went through it: what is looked up by name kept it, what is not lost it, and what is not reached is gone. */
  @Test
  public void theArchivesRulesAreEnough() throws IOException {
    Path left = Path.of(System.getProperty("tomeru.app"));
    Map<String, ?> types = ClassFiles.of(left).types;
    Map<String, String> names = ClassFiles.mapping(left.resolveSibling("app.map"));
    assertTrue(types.containsKey("org/example/screener/SampleScreener"));
    assertTrue("its native methods are found by this name", types.containsKey("app/tomeru/core/RingCore"));
    assertNotEquals("app/tomeru/ring/CallScreener", names.get("app/tomeru/ring/CallScreener"));
    for (String gone : Set.of("app/tomeru/ring/CallScreener", "app/tomeru/settings/SettingsStore", "app/tomeru/core/TomeruKt")) {
      assertFalse(gone, types.containsKey(gone));
    }
  }

  @After
  public void nothingWentWrongUnseen() {
    Wait.quiet();
    assertEquals("what no thread caught", List.of(), Uncaught.seen());
    assertEquals("faults in the log", List.of(), ShadowLog.getLogsForTag("Tomeru"));
    var kept = app.createDeviceProtectedStorageContext().getSharedPreferences("faults", Context.MODE_PRIVATE);
    assertEquals("faults that were kept", Map.of(), kept.getAll());
  }
}
