// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What no thread caught: on a phone each of these would have ended the process.
 *
 * <p>It lives outside of Robolectric's class loader, so that it stands in the handler before the app starts.
 */
public final class Uncaught implements Thread.UncaughtExceptionHandler {
  private static final List<Throwable> SEEN = new CopyOnWriteArrayList<>();

  /** From now on it sees what nobody catches. */
  static void watch() {
    SEEN.clear();
    Thread.setDefaultUncaughtExceptionHandler(new Uncaught());
  }

  /** What it saw since it watches. */
  public static List<Throwable> seen() {
    return List.copyOf(SEEN);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    SEEN.add(fault);
  }
}
