// SPDX-License-Identifier: Apache-2.0
package app.tomeru.phone;

import app.tomeru.phone.JniFunctions.LongArray;
import com.github.unidbg.linux.android.dvm.BaseVM;
import com.github.unidbg.linux.android.dvm.DvmClass;
import com.github.unidbg.linux.android.dvm.DvmObject;
import com.github.unidbg.linux.android.dvm.StringObject;
import com.github.unidbg.pointer.UnidbgPointer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What JNA's Java side does with its native side when a class registers itself (com.sun.jna.Native.register, JNA 5.17),
 * for the C types that UniFFI uses.
 */
final class Jna extends Jvm {
  static final String NATIVE = "com/sun/jna/Native";
  private static final String CORE = "app/tomeru/core/";
  private static final String REGISTER = "registerMethod(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;[I[J[JIJJ"
      + "Ljava/lang/reflect/Method;JIZ[Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/String;)J";
  // How JNA hands an argument over (com.sun.jna.Native.CVT_…), and libffi's number of a structure.
  private static final int AS_IT_IS = 0;
  private static final int STRUCTURE = 3;
  private static final int STRUCTURE_BY_VALUE = 4;
  private static final short FFI_TYPE_STRUCT = 13;
  private static final int LOCAL = 0;

  /** A type of C: how Java's signature writes it, how it is handed over, libffi's types for C and for Java. */
  record Type(String signature, int conversion, long inC, long inJava) {}

  /** UniFFI's RustBuffer, as the library lays it out: capacity, length (64 bits each), address. */
  record Buffer(long capacity, long length, UnidbgPointer data) {
    static final int SIZE = 24;

    byte[] bytes() {
      return length == 0 ? new byte[0] : data.getByteArray(0, (int) length);
    }
  }

  private Phone phone;
  private long library;
  Type nothing;
  Type int8;
  Type int32;
  Type int64;
  Type buffer;
  Type status;

  /** Opens the app's library as JNA does when the bindings register themselves. */
  void open(Phone phone) {
    this.phone = phone;
    DvmClass jna = phone.type(NATIVE);
    jna.callStaticJniMethod(phone.emulator, "initIDs()V");
    library = jna.callStaticJniMethodLong(phone.emulator, "open(Ljava/lang/String;I)J", text("libtomeru.so"), LOCAL);
    long pointer = types.get("ffi_type_pointer");
    nothing = primitive("V", "void");
    int8 = primitive("B", "sint8");
    int32 = primitive("I", "sint32");
    int64 = primitive("J", "sint64");
    buffer = new Type("L" + CORE + "RustBuffer$ByValue;", STRUCTURE_BY_VALUE, structure(int64.inC, int64.inC, pointer), pointer);
    status = new Type("L" + CORE + "UniffiRustCallStatus;", STRUCTURE, pointer, pointer);
    for (Type type : new Type[] {buffer, status}) {
      phone.vm.resolveClass(className(type), phone.type("com/sun/jna/Structure"));
    }
  }

  private Type primitive(String signature, String name) {
    long type = types.get("ffi_type_" + name);
    return new Type(signature, AS_IT_IS, type, type);
  }

  /** Tells libffi of a structure, as Structure.FFIType does: size and alignment (0, it finds them), kind, elements. */
  private long structure(long... elements) {
    int pointer = phone.emulator.getPointerSize();
    UnidbgPointer list = phone.memory(pointer * (elements.length + 1));
    for (int i = 0; i < elements.length; i++) {
      list.setPointer((long) i * pointer, UnidbgPointer.pointer(phone.emulator, elements[i]));
    }
    UnidbgPointer type = phone.memory(3 * pointer);
    type.setShort(pointer + 2, FFI_TYPE_STRUCT);
    type.setPointer(2L * pointer, list);
    int size = phone.type(NATIVE).callStaticJniMethodInt(phone.emulator, "initialize_ffi_type(J)I", type.peer);
    if (size != Buffer.SIZE) {
      throw new AssertionError("libffi's size of a RustBuffer: " + size);
    }
    return type.peer;
  }

  /** Binds a native method of {@code owner} to the C function of its name; returns Java's signature of it. */
  String register(DvmClass owner, String name, Type returned, Type... arguments) {
    String signature = Arrays.stream(arguments).map(Type::signature).collect(Collectors.joining("", "(", ")")) + returned.signature();
    DvmClass jna = phone.type(NATIVE);
    long function = jna.callStaticJniMethodLong(phone.emulator, "findSymbol(JLjava/lang/String;)J", library, text(name));
    if (function == 0) {
      throw new UnsatisfiedLinkError(thrown);
    }
    DvmObject<?> method = phone.type("java/lang/reflect/Method").newObject(phone.type(className(returned)));
    long handle = jna.callStaticJniMethodLong(
        phone.emulator, REGISTER, owner, text(name), text(signature),
        Arrays.stream(arguments).mapToInt(Type::conversion).toArray(),
        new LongArray(phone.vm, Arrays.stream(arguments).mapToLong(Type::inJava).toArray()),
        new LongArray(phone.vm, Arrays.stream(arguments).mapToLong(Type::inC).toArray()),
        returned.conversion(), returned.inJava(), returned.inC(), method, function, 0, 0, null, null, text("utf8"));
    if (handle == 0) {
      throw new AssertionError("JNA could not register " + name + signature);
    }
    return name + signature;
  }

  private static String className(Type type) {
    return type.signature().replaceAll("^L|;$", "");
  }

  StringObject text(String text) {
    return new StringObject(phone.vm, text);
  }

  /** An object of a class that is a structure in C, at a place in memory. */
  DvmObject<?> object(Type type, UnidbgPointer memory) {
    return phone.type(className(type)).newObject(new Structure(memory));
  }

  DvmObject<?> object(Buffer value) {
    UnidbgPointer memory = phone.memory(Buffer.SIZE);
    memory.setLong(0, value.capacity());
    memory.setLong(8, value.length());
    memory.setPointer(16, value.data());
    return object(buffer, memory);
  }

  static Buffer read(UnidbgPointer memory) {
    return new Buffer(memory.getLong(0), memory.getLong(8), memory.getPointer(16));
  }

  @Override
  DvmObject<?> made(BaseVM vm, DvmClass type, long address) {
    return type.newObject(read(UnidbgPointer.pointer(phone.emulator, address)));
  }
}
