// SPDX-License-Identifier: Apache-2.0
package app.tomeru.phone;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.github.unidbg.AndroidEmulator;
import com.github.unidbg.arm.backend.DynarmicFactory;
import com.github.unidbg.linux.android.AndroidEmulatorBuilder;
import com.github.unidbg.linux.android.AndroidResolver;
import com.github.unidbg.linux.android.dvm.AbstractJni;
import com.github.unidbg.linux.android.dvm.DalvikModule;
import com.github.unidbg.linux.android.dvm.DvmClass;
import com.github.unidbg.linux.android.dvm.DvmObject;
import com.github.unidbg.linux.android.dvm.StringObject;
import com.github.unidbg.linux.android.dvm.VM;
import com.github.unidbg.linux.android.dvm.array.ArrayObject;
import com.github.unidbg.linux.android.dvm.array.ByteArray;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The library of the APK, as it is, on the C library of a phone. */
public final class BionicTest {
  private static final Path ROOT = Path.of(System.getProperty("tomeru.root"));
  private static final int PANIC = 1 << 30;
  private static final int CALLER_SIZE = 48;
  private static final long JAPAN = (long) ('J' << 8 | 'P') << 32 | 'J' << 8 | 'P';

  private static AndroidEmulator emulator;
  private static VM vm;
  private static DvmClass core;

  @BeforeClass
  public static void load() {
    emulator = AndroidEmulatorBuilder.for64Bit()
        .addBackendFactory(new DynarmicFactory(true))
        .setProcessName("app.tomeru")
        .build();
    emulator.getMemory().setLibraryResolver(new AndroidResolver(23));
    vm = emulator.createDalvikVM();
    vm.setJni(new AbstractJni() {});
    File library = ROOT.resolve("target/lib/arm64-v8a/libtomeru.so").toFile();
    DalvikModule module = vm.loadLibrary(library, false);
    module.callJNI_OnLoad(emulator);
    core = vm.resolveClass("app/tomeru/core/RingCore");
  }

  @AfterClass
  public static void close() throws IOException {
    emulator.close();
  }

  private static DvmObject<?>[] locate(String number, ByteArray caller) {
    DvmObject<?> forms =
        core.callStaticJniMethodObject(
            emulator,
            "locate(Ljava/lang/String;IJ[B)[Ljava/lang/String;",
            number == null ? null : new StringObject(vm, number),
            1,
            JAPAN,
            caller);
    return ((ArrayObject) forms).getValue();
  }

  private static ByteArray located(String number) {
    ByteArray caller = new ByteArray(vm, new byte[CALLER_SIZE]);
    locate(number, caller);
    return caller;
  }

  private static long decide(String number, int flags) {
    return core.callStaticJniMethodLong(
        emulator,
        "decide([BLjava/lang/String;IIJII)J",
        located(number),
        new StringObject(vm, "/data/user_de/0/app.tomeru/settings"),
        0,
        flags,
        1_800_000_000L,
        -1,
        -1);
  }

  @Test
  public void callsAreDecidedAsOnTheHost() throws IOException {
    List<String> rows = Files.readAllLines(ROOT.resolve("tests/vectors/packed.tsv"));
    int checked = 0;
    for (String row : rows) {
      if (!row.startsWith("# ")) {
        String[] fields = row.split("\t");
        assertEquals(fields[0], fields[1], "0x" + Long.toHexString(decide(fields[0], 0)));
        checked++;
      }
    }
    assertTrue(checked >= 8);
  }

  @Test
  public void aPanicIsCaughtAndTheCallRings() {
    long answer = decide("+18442980122", PANIC);
    assertEquals("action: allow", 0, answer & 0xf);
    assertEquals("reason: internal_error", 0, answer >> 4 & 0xff);
    assertEquals("an answer all the same", 1, answer >> 47 & 1);
    assertEquals("the next call is rejected again", 3, decide("+18442980122", 0) & 0xf);
  }

  @Test
  public void aNumberHasOneKeyAndItsLookupForms() {
    DvmObject<?>[] forms = locate("090-1234-5678", new ByteArray(vm, new byte[CALLER_SIZE]));
    List<Object> texts = Arrays.stream(forms).<Object>map(DvmObject::getValue).toList();
    assertEquals(List.of("+819012345678", "09012345678", "010819012345678"), texts);
  }

  @Test
  public void aForgedNumberIsNotTheContactItEndsWith() {
    assertEquals(1, isSameLine("+819012345678", "090 1234 5678"));
    assertEquals(0, isSameLine("+180009012345678", "090 1234 5678"));
  }

  private static int isSameLine(String number, String stored) {
    return core.callStaticJniMethodBoolean(
            emulator,
            "isSameLine([BLjava/lang/String;)Z",
            located(number),
            new StringObject(vm, stored))
        ? 1
        : 0;
  }

  @Test
  public void aCallWithoutANumberRings() {
    assertEquals(0, decide(null, 0) & 0xf);
  }
}
