// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Whatever is reached by name, by the class files before R8: it must be there by that name after it. Bindings of another
 * shape fail here, and not on a phone.
 */
public class KeptTest {
  private static ClassFiles before;
  private static ClassFiles after;
  private static Map<String, String> names;

  @BeforeClass
  public static void read() throws IOException {
    Path root = Path.of(System.getProperty("tomeru.root"));
    before = ClassFiles.of(root.resolve("android-app/library/target/classes"), root.resolve("android-app/app/target/classes"), root.resolve("target/tools/jna/classes.jar"));
    Path app = Path.of(System.getProperty("tomeru.app"));
    after = ClassFiles.of(app);
    names = ClassFiles.mapping(app.resolveSibling(app.getFileName().toString().replace(".jar", ".map")));
  }

  /** R8 left the class; where it did, by which name is to be seen. */
  private static boolean isLeft(ClassNode type) {
    return names.containsKey(type.name) || after.types.containsKey(type.name);
  }

  private static ClassNode kept(ClassNode type) {
    assertEquals("the name of what is looked up by name", type.name, names.getOrDefault(type.name, type.name));
    return after.types.get(type.name);
  }

  @Test
  public void nativeMethodsAreThereByNameWithTheTypesThatTheyTake() {
    int found = 0;
    for (ClassNode type : before.withNativeMethods()) {
      if (!isLeft(type)) continue;
      ClassNode kept = kept(type);
      Set<String> declared = natives(type);
      for (String method : natives(kept)) {
        assertTrue(type.name + " got a native method that nothing exports: " + method, declared.contains(method));
        found++;
        for (Type taken : types(method)) {
          assertFalse(method + " takes a type by another name", names.containsKey(taken.getInternalName())
              && !names.get(taken.getInternalName()).equals(taken.getInternalName()));
        }
      }
    }
    assertTrue("native methods that are left: " + found, found > 20);
  }

  private static Set<String> natives(ClassNode type) {
    Set<String> natives = new TreeSet<>();
    for (MethodNode method : type.methods) {
      if ((method.access & Opcodes.ACC_NATIVE) != 0) natives.add(method.name + method.desc);
    }
    return natives;
  }

  private static List<Type> types(String method) {
    String descriptor = method.substring(method.indexOf('('));
    List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(descriptor)));
    types.add(Type.getReturnType(descriptor));
    types.removeIf(type -> type.getSort() != Type.OBJECT);
    return types;
  }

  @Test
  public void whoeverRegistersItselfIsThereWithNativeMethods() {
    // What nothing calls is not left: the bindings' own look at their checksums, for one.
    List<ClassNode> registering = before.app()
        .filter(type -> before.calls(type, "com/sun/jna/Native", "register") && isLeft(type)).toList();
    assertFalse("nothing registers itself with JNA: the bindings have another shape", registering.isEmpty());
    for (ClassNode type : registering) {
      ClassNode kept = kept(type);
      assertTrue(type.name + " is gone", kept != null);
      assertFalse(type.name + " has no native method left", natives(kept).isEmpty());
    }
  }

  @Test
  public void nothingLoadsAnInterfaceThatNoRuleKeeps() {
    List<String> loading = before.app().filter(type -> before.calls(type, "com/sun/jna/Native", "load")
        || before.calls(type, "com/sun/jna/Native", "loadLibrary")).map(type -> type.name).toList();
    assertEquals("interfaces that JNA implements need a rule of their own in keep.pro", List.of(), loading);
  }

  @Test
  public void structuresHaveTheirFieldsTheirOrderAndWhatMakesThem() {
    int found = 0;
    for (ClassNode type : before.below("com/sun/jna/Structure")) {
      if (!isLeft(type)) continue;
      found++;
      ClassNode kept = kept(type);
      assertEquals(type.name, fields(type), fields(kept));
      assertEquals("the order of the fields of " + type.name, ClassFiles.fieldOrder(type), ClassFiles.fieldOrder(kept));
      assertTrue(type.name + " cannot be made", !hasPlainConstructor(type) || hasPlainConstructor(kept));
      assertEquals("above " + type.name, type.superName, kept.superName);
      assertEquals("above " + type.name, type.interfaces, kept.interfaces);
    }
    assertTrue("structures that are left: " + found, found > 2);
    for (ClassNode type : before.types.values()) {
      assertFalse(type.name + " has an order of fields and is no structure",
          ClassFiles.fieldOrder(type) != null && !before.isBelow(type, "com/sun/jna/Structure"));
    }
  }

  private static Set<String> fields(ClassNode type) {
    Set<String> fields = new TreeSet<>();
    for (FieldNode field : type.fields) {
      if ((field.access & Opcodes.ACC_STATIC) == 0) fields.add(field.name + ":" + field.desc);
    }
    return fields;
  }

  private static boolean hasPlainConstructor(ClassNode type) {
    return type.methods.stream().anyMatch(method -> method.name.equals("<init>") && method.desc.equals("()V"));
  }

  @Test
  public void callbacksHaveTheirMethods() {
    for (ClassNode type : before.below("com/sun/jna/Callback")) {
      if (!isLeft(type) || (type.access & Opcodes.ACC_INTERFACE) == 0) continue;
      ClassNode kept = kept(type);
      for (MethodNode method : type.methods) {
        boolean there = kept.methods.stream().anyMatch(m -> m.name.equals(method.name) && m.desc.equals(method.desc));
        assertTrue(type.name + " lost " + method.name, there);
      }
    }
  }

  /** JNA's native half finds classes and members by strings: each that is in both is there. */
  @Test
  public void whatJnasNativeHalfLooksUpIsThere() throws IOException {
    Path libraries = Path.of(System.getProperty("tomeru.root"), "target/tools/jna/jni");
    int found = 0;
    try (Stream<Path> all = Files.walk(libraries)) {
      for (Path library : all.filter(Files::isRegularFile).toList()) {
        Set<String> strings = ClassFiles.strings(library);
        for (ClassNode type : before.types.values()) {
          if (!type.name.startsWith("com/sun/jna/") || !strings.contains(type.name)) continue;
          found++;
          ClassNode kept = kept(type);
          assertTrue(library.getParent().getFileName() + " looks for " + type.name, kept != null);
          assertEquals(type.name, named(type, strings), named(kept, strings));
        }
      }
    }
    assertTrue("classes of JNA that are looked up: " + found, found > 10);
  }

  private static Set<String> named(ClassNode type, Set<String> strings) {
    Set<String> named = new TreeSet<>();
    for (MethodNode method : type.methods) {
      boolean isNative = (method.access & Opcodes.ACC_NATIVE) != 0;
      if (!isNative && strings.contains(method.name) && strings.contains(method.desc)) named.add(method.name + method.desc);
    }
    for (FieldNode field : type.fields) {
      if (strings.contains(field.name)) named.add(field.name);
    }
    return named;
  }

  @Test
  public void whatTheManifestAndTheLayoutsNameIsThere() throws IOException {
    Path rules = Path.of(System.getProperty("tomeru.root"), "target/resources/keep.pro");
    Set<String> named = new HashSet<>();
    for (String line : Files.readAllLines(rules)) {
      if (line.startsWith("-keep class ")) named.add(line.split(" ")[2].replace('.', '/'));
    }
    assertTrue("classes that resources name: " + named, named.size() > 20);
    named.removeAll(after.types.keySet());
    assertEquals("classes that resources name and R8 left out", Set.of(), named);
  }
}
