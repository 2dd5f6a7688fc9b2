// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.telephony.PhoneNumberUtils;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The contacts provider: looks numbers up as loosely as the real one does. */
public final class Contacts extends ContentProvider {
  /** Who is in the contacts. */
  static final List<String> NUMBERS = new CopyOnWriteArrayList<>();

  @Override
  public boolean onCreate() {
    return true;
  }

  @Override
  @SuppressWarnings("deprecation") // what the provider of every version used here compares with
  public Cursor query(Uri uri, String[] columns, String selection, String[] arguments, String order) {
    MatrixCursor rows = new MatrixCursor(columns);
    boolean isEvery = Phone.CONTENT_URI.getPath().equals(uri.getPath());
    for (String number : NUMBERS) {
      if (isEvery || PhoneNumberUtils.compare(number, uri.getLastPathSegment())) rows.addRow(new Object[] {number});
    }
    return rows;
  }

  @Override
  public String getType(Uri uri) {
    return null;
  }

  @Override
  public Uri insert(Uri uri, ContentValues values) {
    return null;
  }

  @Override
  public int delete(Uri uri, String selection, String[] arguments) {
    return 0;
  }

  @Override
  public int update(Uri uri, ContentValues values, String selection, String[] arguments) {
    return 0;
  }
}
