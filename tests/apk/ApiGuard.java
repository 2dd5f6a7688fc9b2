// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.codehaus.mojo.animal_sniffer.Clazz;

/**
 * Finds what a dex file uses of Android that is not public in API 24 and does not stand in a list kept by hand: hidden
 * methods, and methods newer than the oldest Android that the app installs on.
 *
 * <p>Usage: {@code java -cp animal-sniffer.jar ApiGuard.java SIGNATURES LIST DEX}. Prints each finding; exit code 1 if
 * there is one. LIST has a line for each class or member: name, API level, how it is guarded ("-" up to API 29), source.
 */
final class ApiGuard {
  private final Map<String, Clazz> platform = new HashMap<>();
  private final Set<String> allowed = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private final Map<String, List<String>> parents = new HashMap<>();
  private final Set<String> defined = new HashSet<>();

  public static void main(String[] arguments) throws Exception {
    ApiGuard guard = new ApiGuard();
    guard.readSignatures(Path.of(arguments[0]));
    guard.readList(Path.of(arguments[1]));
    Set<String> findings = guard.check(Path.of(arguments[2]));
    findings.forEach(System.out::println);
    System.exit(findings.isEmpty() ? 0 : 1);
  }

  private void readSignatures(Path file) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      for (Clazz type = (Clazz) in.readObject(); type != null; type = (Clazz) in.readObject()) {
        platform.put(type.getName(), type);
      }
    }
  }

  private void readList(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      String[] fields = line.split("\t");
      if (fields.length != 4 || fields[3].isBlank()) {
        throw new IllegalArgumentException("four fields are needed: " + line);
      }
      if (Integer.parseInt(fields[1]) > 29 && fields[2].equals("-")) {
        throw new IllegalArgumentException("newer than API 29 and without a guard: " + line);
      }
      allowed.add(fields[0]);
    }
  }

  private Set<String> check(Path dexFile) throws IOException {
    Dex dex = new Dex(ByteBuffer.wrap(Files.readAllBytes(dexFile)).order(ByteOrder.LITTLE_ENDIAN));
    dex.classes(parents, defined);
    Set<String> findings = new TreeSet<>();
    for (String[] member : dex.members()) {
      String owner = platformOwner(member[0], member[1]);
      if (owner != null && !isPublic(owner, member[1])) {
        findings.add(owner + " " + member[1]);
      }
    }
    Set<String> idle = new TreeSet<>(allowed);
    idle.removeAll(used);
    idle.forEach(name -> findings.add("listed but not used: " + name));
    return findings;
  }

  /** The platform's class that a member of {@code type} comes from; null if it is the app's own. */
  private String platformOwner(String type, String member) {
    if (!parents.containsKey(type)) {
      return isPlatform(type) ? type : null;
    }
    if (defined.contains(type + " " + member)) {
      return null;
    }
    List<String> owners = new ArrayList<>();
    for (String parent : parents.get(type)) {
      String owner = platformOwner(parent, member);
      if (owner == null && parents.containsKey(parent)) {
        return null;
      }
      if (owner != null) {
        owners.add(owner);
      }
    }
    return owners.stream().filter(owner -> isPublic(owner, member)).findFirst().orElse(owners.isEmpty() ? null : owners.get(0));
  }

  private static boolean isPlatform(String type) {
    return type.startsWith("android/") || type.startsWith("com/android/") || type.startsWith("java/")
        || type.startsWith("javax/") || type.startsWith("dalvik/") || type.startsWith("libcore/");
  }

  private boolean isPublic(String type, String member) {
    if (inPlatform(type, member, new HashSet<>())) {
      return true;
    }
    for (String name : List.of(type, type + " " + member)) {
      if (allowed.contains(name)) {
        used.add(name);
        return true;
      }
    }
    return false;
  }

  private boolean inPlatform(String type, String member, Set<String> seen) {
    Clazz found = platform.get(type);
    if (found == null || !seen.add(type)) {
      return false;
    }
    if (found.getSignatures().contains(member)) {
      return true;
    }
    List<String> up = new ArrayList<>(List.of(found.getSuperInterfaces()));
    if (found.getSuperClass() != null) {
      up.add(found.getSuperClass());
    }
    return up.stream().anyMatch(parent -> inPlatform(parent, member, seen))
        || inPlatform("java/lang/Object", member, seen);
  }

  /** The tables of a dex file (source.android.com, "Dalvik executable format"). */
  private record Dex(ByteBuffer bytes) {
    private String string(int index) {
      int at = bytes.getInt(bytes.getInt(60) + 4 * index);
      while (bytes.get(at++) < 0) {
        // The length, in a variable number of bytes.
      }
      int end = at;
      while (bytes.get(end) != 0) {
        end++;
      }
      byte[] text = new byte[end - at];
      bytes.get(at, text);
      return new String(text, StandardCharsets.UTF_8);
    }

    private String descriptor(int type) {
      return string(bytes.getInt(bytes.getInt(68) + 4 * type));
    }

    private static String name(String descriptor) {
      return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    private String prototype(int index) {
      int at = bytes.getInt(76) + 12 * index;
      StringBuilder text = new StringBuilder("(");
      types(bytes.getInt(at + 8)).forEach(text::append);
      return text.append(')').append(descriptor(bytes.getInt(at + 4))).toString();
    }

    private List<String> types(int at) {
      List<String> types = new ArrayList<>();
      for (int i = 0; at != 0 && i < bytes.getInt(at); i++) {
        types.add(descriptor(bytes.getShort(at + 4 + 2 * i) & 0xffff));
      }
      return types;
    }

    /** Each class of the file with its parents, and each member that it defines. */
    void classes(Map<String, List<String>> parents, Set<String> defined) {
      for (int i = 0; i < bytes.getInt(96); i++) {
        int at = bytes.getInt(100) + 32 * i;
        List<String> up = new ArrayList<>();
        if (bytes.getInt(at + 8) != -1) {
          up.add(name(descriptor(bytes.getInt(at + 8))));
        }
        types(bytes.getInt(at + 12)).forEach(type -> up.add(name(type)));
        String type = name(descriptor(bytes.getInt(at)));
        parents.put(type, up);
        if (bytes.getInt(at + 24) != 0) {
          defined(bytes.getInt(at + 24)).forEach(member -> defined.add(type + " " + member));
        }
      }
    }

    private List<String> defined(int dataOffset) {
      List<String> members = new ArrayList<>();
      int[] at = {dataOffset};
      int[] sizes = {number(at), number(at), number(at), number(at)};
      for (int kind = 0; kind < 4; kind++) {
        boolean method = kind >= 2;
        for (int i = 0, index = 0; i < sizes[kind]; i++) {
          index += number(at);
          number(at);
          if (method) {
            number(at);
          }
          members.add(method ? method(index)[1] : field(index)[1]);
        }
      }
      return members;
    }

    /** An unsigned LEB128. */
    private int number(int[] at) {
      int value = 0;
      int shift = 0;
      byte next;
      do {
        next = bytes.get(at[0]++);
        value |= (next & 0x7f) << shift;
        shift += 7;
      } while (next < 0);
      return value;
    }

    private String[] method(int index) {
      int at = bytes.getInt(92) + 8 * index;
      String owner = name(descriptor(bytes.getShort(at) & 0xffff));
      return new String[] {owner, string(bytes.getInt(at + 4)) + prototype(bytes.getShort(at + 2) & 0xffff)};
    }

    private String[] field(int index) {
      int at = bytes.getInt(84) + 8 * index;
      String owner = name(descriptor(bytes.getShort(at) & 0xffff));
      return new String[] {owner, string(bytes.getInt(at + 4)) + "#" + descriptor(bytes.getShort(at + 2) & 0xffff)};
    }

    /** Each method and field that the file refers to: class, signature as animal-sniffer writes it. */
    List<String[]> members() {
      List<String[]> members = new ArrayList<>();
      for (int i = 0; i < bytes.getInt(88); i++) {
        members.add(method(i));
      }
      for (int i = 0; i < bytes.getInt(80); i++) {
        members.add(field(i));
      }
      return members;
    }
  }
}
