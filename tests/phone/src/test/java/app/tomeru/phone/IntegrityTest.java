// SPDX-License-Identifier: Apache-2.0
package app.tomeru.phone;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.github.unidbg.Module;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import net.fornwall.jelf.ElfFile;
import org.junit.Test;

/** The library of each ABI, run: it gives the contract version and the checksums that the bindings expect. */
public final class IntegrityTest {
  private static final String HOST = System.getProperty("os.name") + " " + System.getProperty("os.arch");
  // Of mmap, on Linux (sys/mman.h).
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int EXECUTE = 4;
  private static final int PRIVATE = 2;
  private static final int ANONYMOUS = 32;

  @Test
  public void arm64() throws IOException {
    onBionic("arm64-v8a");
  }

  @Test
  public void armv7() throws IOException {
    onBionic("armeabi-v7a");
  }

  private static void onBionic(String abi) throws IOException {
    try (Phone phone = new Phone(abi, new Jvm())) {
      Module library = phone.loadTomeru();
      check(function -> library.callFunction(phone.emulator, function).longValue());
    }
  }

  /**
   * There is no emulated bionic for x86_64, so its code runs on this machine, where that is one: functions that call
   * nothing need no C library. What they return is also read from the code of each ABI (tests/apk/test_uniffi.py).
   */
  @Test
  public void x86() throws IOException {
    assumeTrue("not a Linux machine with such a processor", HOST.equals("Linux amd64"));
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(Phone.ROOT.resolve("target/lib/x86_64/libtomeru.so")));
    ElfFile elf = ElfFile.fromBuffer(file);
    Pointer memory = Function.getFunction("c", "mmap").invokePointer(
        new Object[] {null, (long) file.capacity(), READ | WRITE, PRIVATE | ANONYMOUS, -1, 0L});
    memory.write(0, file.array(), 0, file.capacity());
    int executable = Function.getFunction("c", "mprotect").invokeInt(
        new Object[] {memory, (long) file.capacity(), READ | EXECUTE});
    assertEquals("the code may be run", 0, executable);
    check(function -> {
      long place = elf.virtualMemoryAddrToFileOffset(elf.getELFSymbol(function).value);
      return Function.getFunction(memory.share(place)).invokeInt(new Object[0]);
    });
  }

  private interface Library {
    long call(String function) throws IOException;
  }

  private static void check(Library library) throws IOException {
    Map<String, Integer> promised = Bindings.promised();
    Map<String, Integer> told = new TreeMap<>();
    for (String function : promised.keySet()) {
      told.put(function, Bindings.counted(function, library.call(function)));
    }
    assertEquals(promised, told);
    assertTrue(promised.size() > 10);
  }
}
