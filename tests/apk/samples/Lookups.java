// SPDX-License-Identifier: Apache-2.0

import java.util.ServiceLoader;

/** Looks up what is there, what is not, and what only the moment tells. */
class Lookups {
  static void classes(String name, boolean other) throws Exception {
    Class.forName("Lookups");
    Class.forName("java.lang.Runnable");
    Class.forName("app.tomeru.Renamed");
    Class.forName(other ? "Lookups" : name);
  }

  static void members(Class<?> type) throws Exception {
    Lookups.class.getDeclaredMethod("members", Class.class);
    Lookups.class.getDeclaredField("gone");
    type.getMethod("callback");
    Object.class.getMethod("toString");
  }

  static void others() {
    System.loadLibrary("here");
    System.loadLibrary("gone");
    ServiceLoader.load(Runnable.class);
  }
}
