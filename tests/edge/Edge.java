// SPDX-License-Identifier: Apache-2.0

import app.tomeru.core.RingCore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Calls the ring path's native functions with what a JVM can hand over, from four threads at once: numbers of the shared
 * vectors, text that is none, callers of any length. Nothing is compared: whoever runs it has a library that watches its
 * own memory. Arguments: the vectors, and how many rounds a thread makes.
 */
final class Edge {
  private static final int THREADS = 4;

  /** As `Caller.SIZE`. */
  private static final int SIZE = 48;

  private static final String SIGNS = "+*#;=&@()-・０９٠";
  private static final String[] REGIONS = {"JP", "US", "KR", "GB", "", "jp", "??", "ZZZ", "\u0000\u0000"};

  private final Random random;
  private final List<String> numbers;
  private final String settings;
  private long calls;

  private Edge(long seed, List<String> numbers, String settings) {
    this.random = new Random(seed);
    this.numbers = numbers;
    this.settings = settings;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> numbers;
    try (Stream<String> lines = Files.lines(Path.of(arguments[0]))) {
      numbers = lines.map(line -> line.split("\t")[0]).toList();
    }
    int rounds = Integer.parseInt(arguments[1]);
    String settings = Files.createTempDirectory("tomeru").toString();
    List<Edge> edges = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int seed = 0; seed < THREADS; seed++) {
      Edge edge = new Edge(seed, numbers, settings);
      edges.add(edge);
      threads.add(new Thread(() -> edge.run(rounds)));
    }
    List<Throwable> thrown = new ArrayList<>();
    for (Thread thread : threads) {
      thread.setUncaughtExceptionHandler((who, what) -> thrown.add(what));
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(edges.stream().mapToLong(edge -> edge.calls).sum() + " calls from " + THREADS + " threads");
    if (!thrown.isEmpty()) {
      throw new AssertionError("a native function threw", thrown.get(0));
    }
  }

  private void run(int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (String number : numbers) {
        call(number);
        call(text());
      }
    }
  }

  private void call(String shown) {
    byte[] found = new byte[length()];
    random.nextBytes(found);
    long places = random.nextInt(8) == 0 ? random.nextLong() : RingCore.places(region(), region(), region());
    String[] forms = RingCore.locate(random.nextInt(50) == 0 ? null : shown, random.nextInt(-1, 8), random.nextBoolean(), places, found);
    if (random.nextInt(8) == 0 && found.length > 0) {
      found[random.nextInt(found.length)] ^= 1 << random.nextInt(8);
    }
    RingCore.isSameLine(found, forms != null && forms.length > 0 && random.nextBoolean() ? forms[0] : text());
    byte[] caller = random.nextInt(20) == 0 ? null : found;
    int flags = random.nextInt(50) == 0 ? RingCore.SELF_TEST_PANIC : random.nextInt(64);
    RingCore.decide(caller, settings, random.nextInt(-1, 3), flags, random.nextLong(), random.nextInt(), random.nextInt());
    calls += 3;
  }

  /** Mostly what the core writes, else any. */
  private int length() {
    return random.nextInt(3) == 0 ? random.nextInt(200) : SIZE;
  }

  private String region() {
    return REGIONS[random.nextInt(REGIONS.length)];
  }

  private String text() {
    int length = random.nextInt(200) == 0 ? random.nextInt(20_000) : random.nextInt(40);
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < length; at++) {
      // Digits, any sixteen bits (half of a pair, a NUL) and letters of other scripts.
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        default -> text.append((char) ('0' + random.nextInt(10)));
      }
    }
    return text.toString();
  }
}
