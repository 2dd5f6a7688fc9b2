// SPDX-License-Identifier: Apache-2.0
package app.tomeru;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.tomeru.core.Core;
import app.tomeru.core.CoreMissing;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** Whatever the library offers can be written, called and caught in Java; {@link JavaCallersTest} does some of it. */
public class JavaApiTest {
  /** Whatever Java may write is a word: Kotlin's own names have a minus or a dollar sign. */
  @Test
  public void noNameIsKotlins() throws IOException, ReflectiveOperationException {
    List<String> names = new ArrayList<>();
    List<Class<?>> types = typesForOthers();
    for (Class<?> type : types) {
      for (Method method : methodsForOthers(type)) {
        check(type.getName(), method.getName(), names);
        // The name of a file, where nobody gave another.
        if (type.getName().endsWith("Kt")) names.add(type.getName());
      }
      for (Field field : type.getDeclaredFields()) {
        if (isForOthers(field.getModifiers()) && !field.isSynthetic()) check(type.getName(), field.getName(), names);
      }
    }
    assertEquals(List.of(), names);
    assertTrue("classes: " + types.size(), types.size() > 60);
  }

  /** Java has no companions: what one offers, its type offers, too. */
  @Test
  public void noCompanionIsNamed() throws IOException, ReflectiveOperationException {
    List<String> alone = new ArrayList<>();
    int seen = 0;
    for (Class<?> type : typesForOthers()) {
      if (!type.getName().endsWith("$Companion") || isInternal(type.getDeclaringClass())) continue;
      for (Method method : methodsForOthers(type)) {
        seen++;
        if (!hasStatic(type.getDeclaringClass(), method)) alone.add(type.getName() + "." + method.getName());
      }
    }
    assertEquals(List.of(), alone);
    assertTrue("methods: " + seen, seen > 15);
  }

  private static boolean hasStatic(Class<?> type, Method method) {
    return methodsForOthers(type).stream().anyMatch(twin -> Modifier.isStatic(twin.getModifiers())
        && twin.getName().equals(method.getName()) && Arrays.equals(twin.getParameterTypes(), method.getParameterTypes()));
  }

  /** Java cannot make a {@code kotlin.UInt}: nothing asks for one. */
  @Test
  public void noParameterIsUnsigned() throws IOException, ReflectiveOperationException {
    List<String> unsigned = new ArrayList<>();
    for (Class<?> type : typesForOthers()) {
      List<Executable> all = new ArrayList<>(methodsForOthers(type));
      for (Constructor<?> made : type.getDeclaredConstructors()) {
        if (isForOthers(made.getModifiers()) && !made.isSynthetic()) all.add(made);
      }
      for (Executable each : all) {
        String asked = Arrays.toString(each.getParameterTypes());
        if (asked.matches(".*kotlin\\.U(Byte|Short|Int|Long).*")) unsigned.add(each.toString());
      }
    }
    assertEquals(List.of(), unsigned);
  }

  /** Java can catch a checked exception only where it is declared: whatever the documentation tells of is. */
  @Test
  public void whatIsThrownIsDeclared() throws IOException, ReflectiveOperationException {
    List<String> undeclared = new ArrayList<>();
    int seen = 0;
    for (Class<?> type : typesForOthers()) {
      Class<?> outer = type.getName().endsWith("$Companion") ? type.getDeclaringClass() : type;
      if (isInternal(outer)) continue;
      Matcher documented = DOCUMENTED.matcher(sourceOf(outer));
      while (documented.find()) {
        List<Method> methods = methodsForOthers(type).stream()
            .filter(it -> it.getName().equals(documented.group(2))).collect(Collectors.toList());
        Matcher tag = THROWS.matcher(documented.group(1));
        while (tag.find()) {
          Class<?> thrown = named(tag.group(1), outer);
          if (RuntimeException.class.isAssignableFrom(thrown) || Error.class.isAssignableFrom(thrown)) continue;
          for (Method method : methods) {
            seen++;
            if (Stream.of(method.getExceptionTypes()).anyMatch(it -> it.isAssignableFrom(thrown))) continue;
            undeclared.add(method + " throws " + tag.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), undeclared);
    assertTrue("methods: " + seen, seen > 15);
  }

  /** Its documentation says that once for all. */
  @Test
  public void whatMayMissTheCoreSaysSo() {
    for (Method method : methodsForOthers(Core.class)) {
      if (Set.of("choiceOf", "ringPathWorks").contains(method.getName())) continue;
      assertTrue(method.toString(), List.of(method.getExceptionTypes()).contains(CoreMissing.class));
    }
  }

  private static final Pattern DOCUMENTED =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\n]*\\s+)*(?:[a-z]+ )*fun (?:<[^>]*> )?(\\w+)\\(", Pattern.DOTALL);
  private static final Pattern THROWS = Pattern.compile("@throws ([\\w.]+)");

  private static String sourceOf(Class<?> type) throws IOException {
    Path sources = Path.of(System.getProperty("tomeru.root"), "android-app/library/src/main/kotlin");
    Path file = sources.resolve(type.getName().replace('.', '/') + ".kt");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static boolean isInternal(Class<?> type) throws IOException {
    return sourceOf(type).matches("(?s).*\\binternal (\\w+ )*(class|object|interface) " + type.getSimpleName() + "\\b.*");
  }

  /** What {@code name} is in the source of {@code type}. */
  private static Class<?> named(String name, Class<?> type) throws IOException {
    Matcher imported = Pattern.compile("import ([\\w.]+\\." + name + ")\n").matcher(sourceOf(type));
    Stream<String> places = Stream.of(imported.find() ? imported.group(1) : name, type.getPackageName() + "." + name,
        type.getName() + "$" + name, name.replaceAll("\\.(?=\\w+$)", "\\$"), "java.lang." + name);
    return places.map(JavaApiTest::classOrNull).filter(Objects::nonNull).findFirst()
        .orElseThrow(() -> new AssertionError("what is " + name + " in " + type));
  }

  private static Class<?> classOrNull(String name) {
    try {
      return Class.forName(name, false, JavaApiTest.class.getClassLoader());
    } catch (ClassNotFoundException none) {
      return null;
    }
  }

  /** The types of the library that Java can name. */
  private static List<Class<?>> typesForOthers() throws IOException, ReflectiveOperationException {
    List<Class<?>> types = new ArrayList<>();
    Path classes = Path.of(System.getProperty("tomeru.root"), "android-app/library/target/classes");
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).collect(Collectors.toList())) {
        String name = classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
        Class<?> type = Class.forName(name, false, JavaApiTest.class.getClassLoader());
        if (!isInner(type) && !isGenerated(name)) types.add(type);
      }
    }
    return types;
  }

  private static List<Method> methodsForOthers(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(it -> isForOthers(it.getModifiers()) && !it.isSynthetic() && !isOfDataClass(it.getName()))
        .collect(Collectors.toList());
  }

  private static void check(String type, String name, List<String> names) {
    if (!name.matches("\\w+")) names.add(type + "." + name);
  }

  private static boolean isForOthers(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static boolean isInner(Class<?> type) {
    return type.isSynthetic() || type.isAnonymousClass() || type.isLocalClass() || !Modifier.isPublic(type.getModifiers());
  }

  /** For Kotlin alone: Java sets the fields of a record, and cannot take one apart. */
  private static boolean isOfDataClass(String name) {
    return name.matches("(component\\d+|copy)-.*");
  }

  /** What UniFFI made to reach the core; {@code Core} is the way to it, for Kotlin, too. */
  private static boolean isGenerated(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return name.startsWith("app.tomeru.core.") && simple.matches("(FfiConverter|Uniffi|RustBuffer|RustCall|Disposable|ForeignBytes|ByRef|IntegrityChecking|TomeruKt).*");
  }
}
