// SPDX-License-Identifier: Apache-2.0
package app.tomeru.phone;

import com.github.unidbg.Emulator;
import com.github.unidbg.arm.Arm64Svc;
import com.github.unidbg.arm.ArmSvc;
import com.github.unidbg.arm.context.RegisterContext;
import com.github.unidbg.linux.android.dvm.DvmObject;
import com.github.unidbg.linux.android.dvm.StringObject;
import com.github.unidbg.linux.android.dvm.VM;
import com.github.unidbg.linux.android.dvm.Array;
import com.github.unidbg.pointer.UnidbgPointer;
import java.nio.charset.StandardCharsets;

/** The functions of JNI that the stand-in for the virtual machine lacks, or gets wrong. */
final class JniFunctions {
  // Places in JNI's table of functions (jni.h).
  private static final int THROW_NEW = 14;
  private static final int GET_STRING_UTF_CHARS = 169;
  private static final int GET_LONG_ARRAY_ELEMENTS = 188;
  private static final int RELEASE_LONG_ARRAY_ELEMENTS = 196;

  private JniFunctions() {}

  /** A {@code long[]} of Java, for native code to read. */
  static final class LongArray extends DvmObject<long[]> implements Array<long[]> {
    LongArray(VM vm, long... values) {
      super(vm.resolveClass("[J"), values);
    }

    @Override
    public int length() {
      return value.length;
    }

    @Override
    public void setData(int start, long[] data) {
      System.arraycopy(data, 0, value, start, data.length);
    }
  }

  static void addTo(Phone phone, Jvm jvm) {
    put(phone, THROW_NEW, context -> {
      String type = phone.vm.getObject(context.getPointerArg(1).toIntPeer()).toString();
      jvm.thrown = type + ": " + context.getPointerArg(2).getString(0);
      phone.vm.throwException(phone.type("java/lang/Throwable").newObject(jvm.thrown));
      return 0;
    });
    // The stand-in's own writes four bytes to isCopy, which is one byte: what lies beside it on the stack is lost.
    put(phone, GET_STRING_UTF_CHARS, context -> {
      String text = phone.vm.<StringObject>getObject(context.getPointerArg(1).toIntPeer()).getValue();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      UnidbgPointer isCopy = context.getPointerArg(2);
      if (isCopy != null) {
        isCopy.setByte(0, (byte) VM.JNI_TRUE);
      }
      UnidbgPointer memory = phone.memory(bytes.length + 1);
      memory.write(0, bytes, 0, bytes.length);
      return memory.peer;
    });
    put(phone, GET_LONG_ARRAY_ELEMENTS, context -> {
      long[] values = phone.vm.<LongArray>getObject(context.getPointerArg(1).toIntPeer()).getValue();
      UnidbgPointer memory = phone.memory(8 * values.length);
      memory.write(0, values, 0, values.length);
      return memory.peer;
    });
    put(phone, RELEASE_LONG_ARRAY_ELEMENTS, context -> 0);
  }

  private interface Function {
    long call(RegisterContext context);
  }

  private static void put(Phone phone, int place, Function function) {
    UnidbgPointer table = (UnidbgPointer) phone.vm.getJNIEnv();
    UnidbgPointer code = phone.emulator.getSvcMemory().registerSvc(
        phone.emulator.is64Bit()
            ? new Arm64Svc() {
              @Override
              public long handle(Emulator<?> emulator) {
                return function.call(emulator.getContext());
              }
            }
            : new ArmSvc() {
              @Override
              public long handle(Emulator<?> emulator) {
                return function.call(emulator.getContext());
              }
            });
    table.getPointer(0).setPointer((long) place * phone.emulator.getPointerSize(), code);
  }
}
