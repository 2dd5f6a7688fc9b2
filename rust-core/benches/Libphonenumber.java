// SPDX-License-Identifier: Apache-2.0

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Google's libphonenumber on the numbers of a file of vectors: milliseconds of the first call, warm nanoseconds a number. */
final class Libphonenumber {
  private static final int WARM_UP = 300;
  private static final int ROUNDS = 200;

  public static void main(String[] arguments) throws Exception {
    List<String> numbers;
    try (Stream<String> lines = Files.lines(Path.of(arguments[0]))) {
      numbers = lines.map(line -> line.split("\t")[0]).filter(number -> number.startsWith("+")).toList();
    }
    long begun = System.nanoTime();
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    look(util, "+18442980122");
    double first = (System.nanoTime() - begun) / 1e6;
    for (int i = 0; i < WARM_UP; i++) {
      numbers.forEach(number -> look(util, number));
    }
    long warm = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      numbers.forEach(number -> look(util, number));
    }
    double each = (System.nanoTime() - warm) / (double) ROUNDS / numbers.size();
    System.out.printf("%.1f\t%.0f%n", first, each);
  }

  private static int look(PhoneNumberUtil util, String number) {
    try {
      var parsed = util.parse(number, null);
      return (util.isValidNumber(parsed) ? 1 : 0) + util.getNumberType(parsed).ordinal();
    } catch (NumberParseException e) {
      return 0;
    }
  }
}
