// SPDX-License-Identifier: Apache-2.0

import app.tomeru.core.RingCore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The ring path through JNI: milliseconds of loading and the first call in a fresh process, warm nanoseconds a call. */
final class RingPath {
  private static final int ROUNDS = 400;

  public static void main(String[] arguments) throws Exception {
    List<String> numbers;
    try (Stream<String> lines = Files.lines(Path.of(arguments[0]))) {
      numbers = lines.map(line -> line.split("\t")[0]).filter(number -> number.startsWith("+")).toList();
    }
    String settings = Files.createTempDirectory("tomeru").toString();
    long japan = 'J' << 8 | 'P';
    long places = japan << 32 | japan;
    long now = System.currentTimeMillis() / 1000;
    long begun = System.nanoTime();
    decide("+18442980122", settings, places, now);
    double first = (System.nanoTime() - begun) / 1e6;
    long sum = 0;
    long warm = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      if (round == 0) {
        warm = System.nanoTime();
      }
      for (String number : numbers) {
        sum += decide(number, settings, places, now);
      }
    }
    double each = (System.nanoTime() - warm) / (double) ROUNDS / numbers.size();
    System.out.printf("%.2f\t%.0f%n", first, each);
    if (sum == 0) {
      throw new AssertionError("no answers");
    }
  }

  private static long decide(String number, String settings, long places, long now) {
    byte[] caller = new byte[48];
    RingCore.locate(number, 1, false, places, caller);
    return RingCore.decide(caller, settings, 0, 0, now, -1, -1);
  }
}
