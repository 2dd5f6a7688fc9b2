// SPDX-License-Identifier: Apache-2.0
package app.tomeru.phone;

import com.github.unidbg.AndroidEmulator;
import com.github.unidbg.Module;
import com.github.unidbg.arm.backend.DynarmicFactory;
import com.github.unidbg.linux.android.AndroidEmulatorBuilder;
import com.github.unidbg.linux.android.AndroidResolver;
import com.github.unidbg.linux.android.dvm.DalvikModule;
import com.github.unidbg.linux.android.dvm.DvmClass;
import com.github.unidbg.linux.android.dvm.VM;
import com.github.unidbg.file.FileResult;
import com.github.unidbg.pointer.UnidbgPointer;
import com.github.unidbg.unix.UnixEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/** An emulated phone: a processor, Android's C library, and a stand-in for its virtual machine. */
final class Phone implements AutoCloseable {
  static final Path ROOT = Path.of(System.getProperty("tomeru.root"));

  private static final Set<String> DESKTOP_FOLDERS = Set.of("/tmp", "/var/tmp", "/dev/shm");

  final AndroidEmulator emulator;
  final VM vm;
  private final String abi;

  /** For one of the ABIs {@code arm64-v8a} and {@code armeabi-v7a}. */
  Phone(String abi, Jvm jvm) {
    // A fault in the emulation opens a debugger, which must not wait for somebody.
    System.setIn(InputStream.nullInputStream());
    this.abi = abi;
    AndroidEmulatorBuilder builder =
        abi.equals("arm64-v8a") ? AndroidEmulatorBuilder.for64Bit() : AndroidEmulatorBuilder.for32Bit();
    emulator = builder.addBackendFactory(new DynarmicFactory(true)).setProcessName("app.tomeru").build();
    emulator.getMemory().setLibraryResolver(new AndroidResolver(23));
    // A phone has none of a desktop's folders for temporary files; the emulation would open them.
    emulator.getSyscallHandler().addIOResolver(
        (machine, path, flags) -> DESKTOP_FOLDERS.contains(path) ? FileResult.failed(UnixEmulator.ENOENT) : null);
    vm = emulator.createDalvikVM();
    vm.setJni(jvm);
    vm.setDvmClassFactory(
        (machine, name, parent, interfaces) -> {
          jvm.acceptClass(name);
          return null; // made as usual
        });
    JniFunctions.addTo(this, jvm);
  }

  /** Loads the app's own library, as {@code System.loadLibrary} does. */
  Module loadTomeru() {
    return load(ROOT.resolve("target/lib/" + abi + "/libtomeru.so"));
  }

  /** Loads JNA's. */
  Module loadJna() {
    return load(ROOT.resolve("target/tools/jna/jni/" + abi + "/libjnidispatch.so"));
  }

  private Module load(Path library) {
    DalvikModule module = vm.loadLibrary(library.toFile(), true);
    module.callJNI_OnLoad(emulator);
    return module.getModule();
  }

  /** Memory of the phone, all zero. It stays allocated: a test ends soon enough. */
  UnidbgPointer memory(int size) {
    UnidbgPointer start = emulator.getMemory().malloc(size + 1, true).getPointer();
    start.write(0, new byte[size], 0, size);
    return start;
  }

  DvmClass type(String name) {
    return vm.resolveClass(name);
  }

  @Override
  public void close() throws IOException {
    emulator.close();
  }
}
