// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import android.content.res.Resources;
import java.util.Map;
import java.util.TreeMap;
import org.robolectric.RuntimeEnvironment;

/** The app's resources by name, as the platform knows them: `R` is gone. */
final class Res {
  static final String PACKAGE = "app.tomeru";

  private Res() {}

  private static Resources all() {
    return RuntimeEnvironment.getApplication().getResources();
  }

  /** Whether the app that runs has them. */
  static boolean areThere() {
    return all().getIdentifier("app_name", "string", PACKAGE) != 0;
  }

  /** The number of the resource; there must be one. */
  static int number(String type, String name) {
    int number = all().getIdentifier(name, type, PACKAGE);
    if (number == 0) throw new AssertionError("there is no " + type + " " + name);
    return number;
  }

  /** A view's. */
  static int id(String name) {
    return number("id", name);
  }

  /** A text in the person's language. */
  static String text(String name, Object... filledIn) {
    return all().getString(number("string", name), filledIn);
  }

  /** What comes before the first thing that is filled in. */
  static String beginning(String name) {
    return beginningOf(all().getText(number("string", name)).toString());
  }

  static String beginningOf(String text) {
    int hole = text.indexOf('%');
    return hole < 0 ? text : text.substring(0, hole);
  }

  /** All texts of a type (string, plurals) by name; one of the resources is given to begin with. */
  static Map<String, String> texts(String type, String one) {
    Map<String, String> found = new TreeMap<>();
    for (int number = number(type, one) & 0xffff0000; ; number++) {
      try {
        String text = type.equals("plurals")
            ? all().getQuantityText(number, 2).toString()
            : all().getText(number).toString();
        found.put(all().getResourceEntryName(number), text);
      } catch (Resources.NotFoundException end) {
        return found;
      }
    }
  }
}
