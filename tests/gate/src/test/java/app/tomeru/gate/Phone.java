// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.robolectric.Shadows.shadowOf;

import android.Manifest.permission;
import android.app.Application;
import android.app.Notification;
import android.app.NotificationManager;
import android.app.role.RoleManager;
import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.DatabaseUtils;
import android.database.sqlite.SQLiteDatabase;
import android.media.AudioManager;
import android.os.UserManager;
import android.service.notification.StatusBarNotification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.robolectric.Robolectric;
import org.robolectric.RuntimeEnvironment;

/** The phone around the app: whom it has chosen, what it allows, and what the app left on it. */
final class Phone {
  final Application app = RuntimeEnvironment.getApplication();
  final NotificationManager notices = app.getSystemService(NotificationManager.class);
  private final RoleManager roles = app.getSystemService(RoleManager.class);

  /** A phone that has chosen the app to protect calls, and allows what it asks for. */
  void protect() {
    shadowOf(roles).addAvailableRole(RoleManager.ROLE_CALL_SCREENING);
    shadowOf(roles).addAvailableRole(RoleManager.ROLE_CALL_REDIRECTION);
    shadowOf(roles).addHeldRole(RoleManager.ROLE_CALL_SCREENING);
    shadowOf(app).grantPermissions(permission.READ_CONTACTS, permission.POST_NOTIFICATIONS);
    Robolectric.setupContentProvider(Contacts.class, android.provider.ContactsContract.AUTHORITY);
    Contacts.NUMBERS.clear();
  }

  /** A phone on which the app was installed a moment ago. */
  void unprotect() {
    loseRole();
    shadowOf(app).denyPermissions(permission.READ_CONTACTS, permission.POST_NOTIFICATIONS);
  }

  /** How the phone rings: {@code AudioManager.RINGER_MODE_*}. */
  void ringer(int mode) {
    app.getSystemService(AudioManager.class).setRingerMode(mode);
  }

  void holdRole() {
    shadowOf(roles).addHeldRole(RoleManager.ROLE_CALL_SCREENING);
  }

  void loseRole() {
    shadowOf(roles).removeHeldRole(RoleManager.ROLE_CALL_SCREENING);
    // Robolectric takes a role that nobody holds for one that there is not.
    shadowOf(roles).addAvailableRole(RoleManager.ROLE_CALL_SCREENING);
  }

  void unlocked(boolean unlocked) {
    shadowOf(app.getSystemService(UserManager.class)).setUserUnlocked(unlocked);
  }

  /** The notices that are shown. */
  List<Notification> notices() {
    return Arrays.stream(notices.getActiveNotifications()).map(StatusBarNotification::getNotification).toList();
  }

  /** Those of the channel that the person knows by the text called {@code name}. */
  List<Notification> notices(String name) {
    return notices().stream().filter(notice -> channel(notice).equals(Res.text(name))).toList();
  }

  String channel(Notification notice) {
    return notices.getNotificationChannel(notice.getChannelId()).getName().toString();
  }

  static String title(Notification notice) {
    return notice.extras.getCharSequence(Notification.EXTRA_TITLE).toString();
  }

  /** The newest record, as the database has it; null if there is none. */
  ContentValues lastCall() {
    ContentValues[] found = new ContentValues[1];
    for (Context storage : new Context[] {app, app.createDeviceProtectedStorageContext()}) {
      eachDatabase(storage, database -> {
        try (Cursor row = database.rawQuery("SELECT * FROM calls ORDER BY at DESC, id DESC LIMIT 1", null)) {
          if (!row.moveToNext()) return;
          ContentValues values = new ContentValues();
          DatabaseUtils.cursorRowToContentValues(row, values);
          if (found[0] == null || values.getAsLong("at") > found[0].getAsLong("at")) found[0] = values;
        }
      });
    }
    return found[0];
  }

  /** Whether the app could not wait for all that it wanted to know of the last call. */
  boolean wasTooSlow() {
    ContentValues call = lastCall();
    return call != null && ("cannot_tell".equals(call.getAsString("contact"))
        || "cannot_tell".equals(call.getAsString("dialled")) || "deadline".equals(call.getAsString("fault")))
        && app.getSystemService(UserManager.class).isUserUnlocked();
  }

  /** The last call was none: no record, no notice, no fault. */
  void forgetLastCall() {
    String uid = lastCall().getAsString("uid");
    for (Context storage : new Context[] {app, app.createDeviceProtectedStorageContext()}) {
      eachDatabase(storage, database -> database.delete("calls", "uid = ?", new String[] {uid}));
    }
    for (StatusBarNotification notice : notices.getActiveNotifications()) {
      if (uid.equals(notice.getTag()) || notice.getTag() == null) notices.cancel(notice.getTag(), notice.getId());
    }
    forgetFaults();
  }

  /** What the app wrote down of faults, which a slow machine brings about. */
  void forgetFaults() {
    app.createDeviceProtectedStorageContext().getSharedPreferences("faults", Context.MODE_PRIVATE).edit().clear().commit();
  }

  /** No calls and no notices. */
  void forgetAll() {
    for (Context storage : new Context[] {app, app.createDeviceProtectedStorageContext()}) {
      eachDatabase(storage, database -> database.delete("calls", null, null));
    }
    notices.cancelAll();
  }

  private interface Work {
    void on(SQLiteDatabase database);
  }

  private static void eachDatabase(Context storage, Work work) {
    Wait.quiet();
    List<String> names = new ArrayList<>(List.of(storage.databaseList()));
    names.removeIf(name -> !name.endsWith(".db"));
    for (String name : names) {
      String path = storage.getDatabasePath(name).getPath();
      try (SQLiteDatabase database = SQLiteDatabase.openDatabase(path, null, SQLiteDatabase.ENABLE_WRITE_AHEAD_LOGGING)) {
        if (DatabaseUtils.queryNumEntries(database, "sqlite_master", "name = 'calls'") > 0) work.on(database);
      }
    }
  }
}
