// SPDX-License-Identifier: Apache-2.0
package app.tomeru.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the generated Kotlin expects of the library: UniFFI compares it at start. */
final class Bindings {
  private static final Pattern VERSION = Pattern.compile("val bindings_contract_version = (\\d+)\\b");
  private static final Pattern VERSION_FUNCTION = Pattern.compile("\\blib\\.(\\w+_uniffi_contract_version)\\(\\)");
  private static final Pattern CHECKSUM = Pattern.compile("\\blib\\.(\\w+_checksum_\\w+)\\(\\) and 0xFFFF\\) != (\\d+)\\b");

  private Bindings() {}

  /** The function that tells the contract version, and each that tells a checksum, with the number expected. */
  static Map<String, Integer> promised() throws IOException {
    String kotlin = Files.readString(Phone.ROOT.resolve("target/bindings/app/tomeru/core/tomeru.kt"));
    Map<String, Integer> found = new TreeMap<>();
    found.put(first(VERSION_FUNCTION, kotlin), Integer.valueOf(first(VERSION, kotlin)));
    CHECKSUM.matcher(kotlin).results().forEach(each -> found.put(each.group(1), Integer.valueOf(each.group(2))));
    return found;
  }

  /** Of a checksum 16 bits count; the others of the register may be anything. */
  static int counted(String function, long answer) {
    return (int) (function.contains("_checksum_") ? answer & 0xffff : answer);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("the bindings have another shape: no " + pattern);
    }
    return matcher.group(1);
  }
}
