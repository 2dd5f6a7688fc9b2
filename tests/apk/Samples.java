// SPDX-License-Identifier: Apache-2.0

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.OutputMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Makes a dex file of each sample; nothing is renamed or removed. All in one process, since starting Java takes longer
 * than the work.
 *
 * <p>Usage: {@code java -cp r8.jar Samples.java SAMPLES FRAMEWORK JNA OUT}. A sample is a Java file in the folder SAMPLES,
 * or all that is in a folder there; OUT/NAME/classes.dex is made.
 */
final class Samples {
  public static void main(String[] arguments) throws Exception {
    List<Path> samples;
    try (Stream<Path> entries = Files.list(Path.of(arguments[0]))) {
      samples = entries.filter(entry -> Files.isDirectory(entry) || entry.toString().endsWith(".java")).sorted().toList();
    }
    for (Path sample : samples) {
      String name = sample.getFileName().toString().replace(".java", "");
      make(sample, Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3], name));
    }
  }

  private static void make(Path sample, Path framework, Path jna, Path out) throws IOException, CompilationFailedException {
    Files.createDirectories(out);
    List<String> words = new ArrayList<>(
        List.of("-nowarn", "--release", "11", "-cp", framework + ":" + jna, "-d", out.toString()));
    files(sample, ".java").forEach(file -> words.add(file.toString()));
    if (ToolProvider.getSystemJavaCompiler().run(null, System.out, System.err, words.toArray(String[]::new)) != 0) {
      throw new IllegalArgumentException(sample + " does not compile");
    }
    D8.run(D8Command.builder().setMinApiLevel(29).addLibraryFiles(framework).addClasspathFiles(jna)
        .addProgramFiles(files(out, ".class")).setOutput(out, OutputMode.DexIndexed).build());
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
