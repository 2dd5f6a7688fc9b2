// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.res.AssetFileDescriptor;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import android.provider.OpenableColumns;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.robolectric.Robolectric;

/** Where the person keeps files: another app, which hands them over by a URI. */
public final class Documents extends ContentProvider {
  private static final String AUTHORITY = "documents.of.another.app";

  /** A file called {@code name} that holds {@code text}, or is yet to be written if that is null. */
  static Uri file(String name, String text) {
    Documents documents = Robolectric.setupContentProvider(Documents.class, AUTHORITY);
    Uri uri = Uri.parse("content://" + AUTHORITY + "/" + name);
    File file = documents.of(uri);
    try {
      if (text != null) Files.writeString(file.toPath(), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return uri;
  }

  /** What stands in it. */
  static String read(Uri uri) {
    try {
      return Files.readString(Robolectric.setupContentProvider(Documents.class, AUTHORITY).of(uri).toPath());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private File of(Uri uri) {
    return new File(getContext().getCacheDir(), "document-" + uri.getLastPathSegment());
  }

  @Override
  public AssetFileDescriptor openAssetFile(Uri uri, String mode) throws FileNotFoundException {
    File file = of(uri);
    int open = ParcelFileDescriptor.parseMode(mode);
    // Robolectric cannot close the streams that Android makes of it on a new Java.
    return new AssetFileDescriptor(ParcelFileDescriptor.open(file, open), 0, AssetFileDescriptor.UNKNOWN_LENGTH) {
      @Override
      public FileInputStream createInputStream() throws IOException {
        return new FileInputStream(file);
      }

      @Override
      public FileOutputStream createOutputStream() throws IOException {
        return new FileOutputStream(file);
      }
    };
  }

  @Override
  public boolean onCreate() {
    return true;
  }

  @Override
  public Cursor query(Uri uri, String[] columns, String selection, String[] arguments, String order) {
    MatrixCursor rows = new MatrixCursor(new String[] {OpenableColumns.DISPLAY_NAME});
    rows.addRow(new Object[] {uri.getLastPathSegment()});
    return rows;
  }

  @Override
  public String getType(Uri uri) {
    return "text/plain";
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
