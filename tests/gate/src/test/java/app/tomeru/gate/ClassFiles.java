// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Class files, by the internal names of their classes. */
final class ClassFiles {
  final Map<String, ClassNode> types = new TreeMap<>();

  private ClassFiles() {}

  /** Those in folders and archives. */
  static ClassFiles of(Path... places) throws IOException {
    ClassFiles files = new ClassFiles();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> all = Files.walk(place)) {
          for (Path file : all.filter(path -> path.toString().endsWith(".class")).toList()) {
            files.add(Files.readAllBytes(file));
          }
        }
      } else {
        try (ZipFile archive = new ZipFile(place.toFile())) {
          for (ZipEntry entry : archive.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
            try (InputStream bytes = archive.getInputStream(entry)) {
              files.add(bytes.readAllBytes());
            }
          }
        }
      }
    }
    return files;
  }

  private void add(byte[] bytes) {
    ClassNode type = new ClassNode();
    new ClassReader(bytes).accept(type, ClassReader.SKIP_FRAMES);
    types.put(type.name, type);
  }

  /** By R8's file, the names that the classes which are left have now. */
  static Map<String, String> mapping(Path file) throws IOException {
    Map<String, String> names = new TreeMap<>();
    Pattern line = Pattern.compile("^(\\S+) -> (\\S+):$");
    for (String text : Files.readAllLines(file)) {
      Matcher found = line.matcher(text);
      if (found.matches()) names.put(found.group(1).replace('.', '/'), found.group(2).replace('.', '/'));
    }
    return names;
  }

  /** The app's own, the bindings among them. */
  Stream<ClassNode> app() {
    return types.values().stream().filter(type -> !type.name.startsWith("com/sun/jna/"));
  }

  Collection<ClassNode> withNativeMethods() {
    return types.values().stream()
        .filter(type -> type.methods.stream().anyMatch(m -> (m.access & Opcodes.ACC_NATIVE) != 0)).toList();
  }

  /** Those that extend or implement {@code above}. */
  List<ClassNode> below(String above) {
    return types.values().stream().filter(type -> isBelow(type, above)).toList();
  }

  boolean isBelow(ClassNode type, String above) {
    Deque<ClassNode> left = new ArrayDeque<>(List.of(type));
    while (!left.isEmpty()) {
      ClassNode one = left.pop();
      Set<String> parents = new HashSet<>(one.interfaces);
      if (one.superName != null) parents.add(one.superName);
      if (parents.contains(above)) return true;
      parents.stream().filter(types::containsKey).map(types::get).forEach(left::push);
    }
    return false;
  }

  boolean calls(ClassNode type, String owner, String name) {
    for (MethodNode method : type.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof MethodInsnNode call && call.owner.equals(owner) && call.name.equals(name)) return true;
      }
    }
    return false;
  }

  /** What stands in its annotation of that name; null if it has none at run time. */
  static Object fieldOrder(ClassNode type) {
    if (type.visibleAnnotations == null) return null;
    for (AnnotationNode annotation : type.visibleAnnotations) {
      if (annotation.desc.equals("Lcom/sun/jna/Structure$FieldOrder;")) return annotation.values;
    }
    return null;
  }

  /** The texts in a native library. */
  static Set<String> strings(Path library) throws IOException {
    Set<String> strings = new HashSet<>();
    Matcher text = Pattern.compile("[ -~]+").matcher(new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1));
    while (text.find()) strings.add(text.group());
    return strings;
  }
}
