// SPDX-License-Identifier: Apache-2.0
package app.tomeru.phone;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.github.unidbg.linux.android.dvm.DvmClass;
import com.github.unidbg.linux.android.dvm.DvmObject;
import com.github.unidbg.pointer.UnidbgPointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** JNA's library beside the app's on a phone's C library: UniFFI's functions are called the way that the app calls them. */
@RunWith(Parameterized.class)
public final class JnaTest {
  private static final Path LOOKUPS = Phone.ROOT.resolve("tests/apk/jna-lookups.tsv");
  /** UniffiRustCallStatus: a code of one byte, then a RustBuffer. */
  private static final int STATUS_SIZE = 32;

  @Parameterized.Parameters(name = "{0}")
  public static Object[] abis() {
    return new Object[] {"arm64-v8a", "armeabi-v7a"};
  }

  @Parameterized.Parameter public String abi;

  private final Jna jna = new Jna();
  private Phone phone;
  private DvmClass core;
  private UnidbgPointer status;

  @Before
  public void load() {
    phone = new Phone(abi, jna);
    phone.loadTomeru();
    phone.loadJna();
    jna.open(phone);
    core = phone.type("app/tomeru/core/UniffiLib");
    status = phone.memory(STATUS_SIZE);
  }

  @After
  public void close() throws IOException {
    phone.close();
  }

  /** But for the lines that tell what JNA asks for only when a callback of Java throws. */
  @Test
  public void whatJnaAsksForByNameIsWhatTheListSays() throws IOException {
    TreeSet<String> listed = new TreeSet<>(Files.readAllLines(LOOKUPS));
    listed.removeIf(line -> line.startsWith("#") || line.contains("\tcallbackExceptionHandler\t")
        || line.contains("com/sun/jna/Callback$UncaughtExceptionHandler"));
    assertEquals(String.join("\n", listed), String.join("\n", jna.asked));
  }

  @Test
  public void theVersionAndChecksumsAreTheOnesOfTheBindings() throws IOException {
    Map<String, Integer> promised = Bindings.promised();
    Map<String, Integer> told = new TreeMap<>();
    for (String name : promised.keySet()) {
      String method = jna.register(core, name, jna.int32);
      told.put(name, Bindings.counted(name, core.callStaticJniMethodInt(phone.emulator, method)));
    }
    assertEquals(promised, told);
  }

  @Test
  public void textsGoInAndComeOut() {
    String patternOf = jna.register(core, "uniffi_tomeru_fn_func_pattern_of", jna.buffer, jna.buffer, jna.buffer, jna.status);
    Jna.Buffer answer = call(patternOf, lowered("＋８１ 90-1234-5678"), lowered("JP"));
    assertEquals("no error", 0, status.getByte(0));
    // Some (1), a length in bytes, the text.
    byte[] text = "+819012345678".getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(ByteBuffer.allocate(5 + text.length).put((byte) 1).putInt(text.length).put(text).array(), answer.bytes());
    free(answer);

    Jna.Buffer none = call(patternOf, lowered("no number"), lowered("JP"));
    assertArrayEquals("none", new byte[] {0}, none.bytes());
    free(none);
  }

  @Test
  public void aSmallNumberComesOut() {
    String intact = jna.register(core, "uniffi_tomeru_fn_func_table_is_intact", jna.int8, jna.status);
    assertEquals(1, (byte) core.callStaticJniMethodInt(phone.emulator, intact, jna.object(jna.status, status)));
  }

  @Test
  public void anErrorComesOutAsOne() {
    String recommended = jna.register(core, "uniffi_tomeru_fn_func_recommended_settings", jna.buffer, jna.status);
    Jna.Buffer settings = call(recommended);
    assertTrue(settings.length() > 20);
    String offerOf = jna.register(core, "uniffi_tomeru_fn_func_offer_of", jna.buffer, jna.buffer, jna.buffer, jna.status);
    call(offerOf, lowered("tomeru:not a code"), settings);
    assertEquals("an error that the interface names", 1, status.getByte(0));
    assertTrue(Jna.read((UnidbgPointer) status.share(8)).length() >= 4);
  }

  @Test
  public void aNameThatR8MadeUpLeadsNowhere() {
    Error told = assertThrows(UnsatisfiedLinkError.class, () -> jna.register(core, "a", jna.int32));
    assertTrue(told.getMessage(), told.getMessage().startsWith("class java/lang/UnsatisfiedLinkError: "));
  }

  @Test
  public void aClassOfJnaThatIsMissingIsMissed() throws IOException {
    Jna without = new Jna();
    try (Phone other = new Phone(abi, without)) {
      other.vm.addNotFoundClass("com/sun/jna/Structure$ByValue");
      other.loadTomeru();
      other.loadJna();
      other.type(Jna.NATIVE).callStaticJniMethod(other.emulator, "initIDs()V");
      assertEquals("class java/lang/UnsatisfiedLinkError: Can't obtain class com.sun.jna.Structure.ByValue", without.thrown);
    }
  }

  private Jna.Buffer call(String method, Jna.Buffer... buffers) {
    Object[] arguments = new Object[buffers.length + 1];
    for (int i = 0; i < buffers.length; i++) {
      arguments[i] = jna.object(buffers[i]);
    }
    status.setByte(0, (byte) 0);
    arguments[buffers.length] = jna.object(jna.status, status);
    DvmObject<?> answer = core.callStaticJniMethodObject(phone.emulator, method, arguments);
    return (Jna.Buffer) answer.getValue();
  }

  /** A text in memory that the library allocated, as UniFFI hands it over. */
  private Jna.Buffer lowered(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String alloc = jna.register(core, "ffi_tomeru_rustbuffer_alloc", jna.buffer, jna.int64, jna.status);
    DvmObject<?> made =
        core.callStaticJniMethodObject(phone.emulator, alloc, (long) bytes.length, jna.object(jna.status, status));
    Jna.Buffer buffer = (Jna.Buffer) made.getValue();
    assertTrue(buffer.capacity() >= bytes.length);
    buffer.data().write(0, bytes, 0, bytes.length);
    return new Jna.Buffer(buffer.capacity(), bytes.length, buffer.data());
  }

  private void free(Jna.Buffer buffer) {
    String free = jna.register(core, "ffi_tomeru_rustbuffer_free", jna.nothing, jna.buffer, jna.status);
    core.callStaticJniMethod(phone.emulator, free, jna.object(buffer), jna.object(jna.status, status));
    assertEquals("freed", 0, status.getByte(0));
  }
}
