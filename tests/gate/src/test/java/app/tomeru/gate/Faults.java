// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The sentences that say that something is broken, by the names of their resources. */
final class Faults {
  /** A text that is called so tells of a fault, a new one too. */
  private static final Pattern SOUNDS = Pattern.compile("fault_.*|state_.*|settings_(last_good|recommended)|offer_newer"
      + "|nothing_opens|reason_internal_error"
      + "|.*(not_|missing|unreadable|unknown|unavailable|failed|broken|_bad|refused|_gone|cannot).*");

  /**
   * But for these, which a phone says on which all is well; some only if it is slow: what the contacts and the records
   * did not answer in time. CallsTest asks until they do.
   */
  private static final Pattern INNOCENT = Pattern.compile("fault_(seen|test)|cannot_tell|lists_(bad.*|own_unknown)|not_verified"
      + "|origin_unreadable|kind_unreadable|reason_(contacts_unknown|dialled_unknown|domestic_unknown|hidden_unknown|unreadable|verification_failed)"
      + "|setup_end_not_chosen_detail|state_protected.*|(kind|outcome|says|known)_.*");

  private Faults() {}

  private static Map<String, String> sentences() {
    Map<String, String> all = new TreeMap<>(Res.texts("string", "app_name"));
    all.putAll(Res.texts("plurals", "fault_detail"));
    all.keySet().removeIf(name -> !SOUNDS.matcher(name).matches() || INNOCENT.matcher(name).matches());
    // A plural begins with the number.
    all.replaceAll((name, text) -> Res.beginningOf(text));
    all.values().removeIf(text -> text.length() < 2);
    return all;
  }

  /** The names of all of them. */
  static Set<String> names() {
    return sentences().keySet();
  }

  /** The names of the faults that {@code texts} tell of, but for those that are {@code expected}. */
  static List<String> in(List<String> texts, String... expected) {
    List<String> found = new ArrayList<>();
    sentences().forEach((name, sentence) -> {
      boolean seen = texts.stream().flatMap(String::lines).anyMatch(line -> line.startsWith(sentence));
      if (seen && !Set.of(expected).contains(name)) found.add(name);
    });
    return found;
  }

  /** Whether texts that are seen say that the core's other half is missing. */
  static boolean isBroken(Object texts) {
    String seen = String.valueOf(texts);
    return sentences().entrySet().stream()
        .anyMatch(text -> text.getKey().matches("(core|part)_missing|settings_not_saved") && seen.contains(text.getValue()));
  }
}
