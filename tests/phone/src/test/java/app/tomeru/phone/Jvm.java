// SPDX-License-Identifier: Apache-2.0
package app.tomeru.phone;

import com.github.unidbg.linux.android.dvm.AbstractJni;
import com.github.unidbg.linux.android.dvm.BaseVM;
import com.github.unidbg.linux.android.dvm.DvmClass;
import com.github.unidbg.linux.android.dvm.DvmObject;
import com.github.unidbg.linux.android.dvm.StringObject;
import com.github.unidbg.linux.android.dvm.VarArg;
import com.github.unidbg.linux.android.dvm.array.ByteArray;
import com.github.unidbg.pointer.UnidbgPointer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The virtual machine as native code sees it: writes down which members are asked for by name, and does what JNA's Java
 * side does for the few that are used then.
 */
class Jvm extends AbstractJni {
  private static final String JNA = "com/sun/jna/";

  /** What was asked for of JNA's classes: kind, class, name and signature, with tabs between. */
  final Set<String> asked = new TreeSet<>();
  /** JNA's descriptions of C types, by name: where they lie. */
  final Map<String, Long> types = new HashMap<>();

  /** The last exception that native code threw: class and text. */
  String thrown;

  /** A structure of JNA: where it lies in native memory. */
  record Structure(UnidbgPointer memory) {}

  @Override
  public boolean acceptMethod(DvmClass type, String signature, boolean isStatic) {
    String name = signature.substring(signature.indexOf("->") + 2);
    int arguments = name.indexOf('(');
    ask(isStatic ? "static method" : "method", type, name.substring(0, arguments), name.substring(arguments));
    return true;
  }

  @Override
  public boolean acceptField(DvmClass type, String signature, boolean isStatic) {
    String[] field = signature.substring(signature.indexOf("->") + 2).split(":");
    ask(isStatic ? "static field" : "field", type, field[0], field[1]);
    return true;
  }

  /** A class was asked for by name. */
  void acceptClass(String name) {
    if (name.startsWith(JNA)) {
      asked.add("class\t" + name);
    }
  }

  private void ask(String kind, DvmClass type, String name, String signature) {
    if (type.getClassName().startsWith(JNA)) {
      asked.add(String.join("\t", kind, type.getClassName(), name, signature));
    }
  }

  @Override
  public DvmObject<?> getStaticObjectField(BaseVM vm, DvmClass type, String signature) {
    if (signature.endsWith("->TYPE:Ljava/lang/Class;")) {
      return vm.resolveClass("the primitive of " + type.getClassName());
    }
    return super.getStaticObjectField(vm, type, signature);
  }

  @Override
  public void setStaticObjectField(BaseVM vm, DvmClass type, String signature, DvmObject<?> value) {
    types.put(signature.substring(signature.indexOf("->") + 2, signature.indexOf(':')), (Long) value.getValue());
  }

  @Override
  public DvmObject<?> newObject(BaseVM vm, DvmClass type, String signature, VarArg arguments) {
    if (signature.equals(JNA + "Pointer-><init>(J)V")) {
      return type.newObject(arguments.getLongArg(0));
    }
    return super.newObject(vm, type, signature, arguments);
  }

  @Override
  public long getLongField(BaseVM vm, DvmObject<?> object, String signature) {
    if (signature.equals(JNA + "Pointer->peer:J")) {
      return (Long) object.getValue();
    }
    return super.getLongField(vm, object, signature);
  }

  @Override
  public DvmObject<?> getObjectField(BaseVM vm, DvmObject<?> object, String signature) {
    if (signature.endsWith("->memory:Lcom/sun/jna/Pointer;")) {
      return vm.resolveClass(JNA + "Pointer").newObject(((Structure) object.getValue()).memory().peer);
    }
    return super.getObjectField(vm, object, signature);
  }

  @Override
  public void callVoidMethod(BaseVM vm, DvmObject<?> object, String signature, VarArg arguments) {
    // Fields and memory are one here: nothing is copied to and fro.
    if (!signature.endsWith("->autoWrite()V") && !signature.endsWith("->autoRead()V")) {
      super.callVoidMethod(vm, object, signature, arguments);
    }
  }

  @Override
  public DvmObject<?> callObjectMethod(BaseVM vm, DvmObject<?> object, String signature, VarArg arguments) {
    if (signature.equals("java/lang/reflect/Method->getReturnType()Ljava/lang/Class;")) {
      return (DvmClass) object.getValue();
    }
    if (signature.equals("java/lang/String->getBytes()[B")) {
      return new ByteArray(vm, ((String) object.getValue()).getBytes(StandardCharsets.UTF_8));
    }
    return super.callObjectMethod(vm, object, signature, arguments);
  }

  @Override
  public DvmObject<?> callStaticObjectMethod(BaseVM vm, DvmClass type, String signature, VarArg arguments) {
    if (signature.startsWith("java/lang/System->getProperty(")) {
      return new StringObject(vm, "UTF-8");
    }
    if (signature.startsWith(JNA + "Structure->newInstance(")) {
      return made(vm, arguments.getObjectArg(0), arguments.getLongArg(1));
    }
    return super.callStaticObjectMethod(vm, type, signature, arguments);
  }

  /** The structure that native code answers with lies on its stack: it is copied at once. */
  DvmObject<?> made(BaseVM vm, DvmClass type, long address) {
    throw new UnsupportedOperationException(type.getClassName());
  }
}
