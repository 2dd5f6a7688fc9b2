// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.robolectric.Shadows.shadowOf;

import android.os.Looper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** Waits for what runs beside the main thread; a slow machine only takes longer. */
final class Wait {
  private static final long STEP_MILLIS = 10;
  private static final long MOST_MILLIS = 120_000;

  /** So many looks in a row must find nobody at work. */
  private static final int QUIET_LOOKS = 5;

  private static final int LOOKS_FOR_FAULT = 100;

  private Wait() {}

  /** Runs the main looper until {@code done}; says {@code state} if that takes two minutes. */
  static void until(String what, BooleanSupplier done, Supplier<Object> state) {
    int looks = 0;
    long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
    while (true) {
      shadowOf(Looper.getMainLooper()).idle();
      if (done.getAsBoolean()) return;
      if (!Uncaught.seen().isEmpty()) throw new AssertionError("a thread died: " + what, Uncaught.seen().get(0));
      boolean over = System.nanoTime() > end;
      // Who is told that the app is broken need not wait.
      if (over || ++looks % LOOKS_FOR_FAULT == 0 && Res.areThere() && Faults.isBroken(state.get())) {
        throw new AssertionError("it did not come to pass: " + what + ", but " + state.get());
      }
      pause();
    }
  }

  /** Runs the main looper until none of the app's threads is at work. */
  static void quiet() {
    int[] quiet = {0};
    until("no thread of the app is at work", () -> (quiet[0] = isAtWork() ? 0 : quiet[0] + 1) == QUIET_LOOKS, Wait::working);
  }

  private static boolean isAtWork() {
    return !working().isEmpty();
  }

  /** The app's threads that are at work, each with where it is. */
  private static Map<String, String> working() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey() != Thread.currentThread() && isOfApp(thread.getValue()))
        .collect(Collectors.toMap(thread -> thread.getKey().getName(), thread -> thread.getValue()[0].toString(), (a, b) -> a));
  }

  private static boolean isOfApp(StackTraceElement[] trace) {
    boolean pool = false;
    for (StackTraceElement frame : trace) {
      if (frame.getMethodName().equals("getTask")) return false;
      pool |= frame.getMethodName().equals("runWorker");
      if (Classes.OF_APP.contains(frame.getClassName())) return true;
    }
    return pool && trace.length > 0;
  }

  private static void pause() {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The classes that R8 left, without JNA's, which has a thread of its own. */
  private static final class Classes {
    static final Set<String> OF_APP = read();

    private static Set<String> read() {
      try (ZipFile app = new ZipFile(System.getProperty("tomeru.app"))) {
        return app.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.endsWith(".class") && !name.startsWith("com/sun/jna/"))
            .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
            .collect(Collectors.toSet());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
