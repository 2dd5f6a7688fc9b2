// SPDX-License-Identifier: Apache-2.0
package app.tomeru.phone;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.github.unidbg.linux.android.dvm.DvmClass;
import com.github.unidbg.linux.android.dvm.DvmObject;
import com.github.unidbg.linux.android.dvm.StringObject;
import com.github.unidbg.linux.android.dvm.array.ArrayObject;
import com.github.unidbg.linux.android.dvm.array.ByteArray;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** The library of the APK, as it is, on the C library of a phone. */
@RunWith(Parameterized.class)
public final class BionicTest {
  private static final int PANIC = 1 << 30;
  private static final int CALLER_SIZE = 48;
  private static final long JAPAN = (long) ('J' << 8 | 'P') << 32 | 'J' << 8 | 'P';

  @Parameterized.Parameters(name = "{0}")
  public static Object[] abis() {
    return new Object[] {"arm64-v8a", "armeabi-v7a"};
  }

  @Parameterized.Parameter public String abi;

  private Phone phone;
  private DvmClass core;

  @Before
  public void load() {
    phone = new Phone(abi, new Jvm());
    phone.loadTomeru();
    core = phone.type("app/tomeru/core/RingCore");
  }

  @After
  public void close() throws IOException {
    phone.close();
  }

  private DvmObject<?>[] locate(String number, ByteArray caller) {
    DvmObject<?> forms =
        core.callStaticJniMethodObject(
            phone.emulator,
            "locate(Ljava/lang/String;IZJ[B)[Ljava/lang/String;",
            number == null ? null : new StringObject(phone.vm, number),
            1,
            false,
            JAPAN,
            caller);
    // What has no number has no forms to look up.
    return forms == null ? new DvmObject<?>[0] : ((ArrayObject) forms).getValue();
  }

  private ByteArray located(String number) {
    ByteArray caller = new ByteArray(phone.vm, new byte[CALLER_SIZE]);
    locate(number, caller);
    return caller;
  }

  private long decide(String number, int flags) {
    return core.callStaticJniMethodLong(
        phone.emulator,
        "decide([BLjava/lang/String;IIJII)J",
        located(number),
        new StringObject(phone.vm, "/data/user_de/0/app.tomeru/settings"),
        0,
        flags,
        1_800_000_000L,
        -1,
        -1);
  }

  @Test
  public void callsAreDecidedAsOnTheHost() throws IOException {
    List<String> rows = Files.readAllLines(Phone.ROOT.resolve("tests/vectors/packed.tsv"));
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
    DvmObject<?>[] forms = locate("090-1234-5678", new ByteArray(phone.vm, new byte[CALLER_SIZE]));
    List<Object> texts = Arrays.stream(forms).<Object>map(DvmObject::getValue).toList();
    assertEquals(List.of("+819012345678", "09012345678", "010819012345678"), texts);
  }

  @Test
  public void aForgedNumberIsNotTheContactItEndsWith() {
    assertEquals(1, isSameLine("+819012345678", "090 1234 5678"));
    assertEquals(0, isSameLine("+180009012345678", "090 1234 5678"));
  }

  private int isSameLine(String number, String stored) {
    return core.callStaticJniMethodBoolean(
            phone.emulator,
            "isSameLine([BLjava/lang/String;)Z",
            located(number),
            new StringObject(phone.vm, stored))
        ? 1
        : 0;
  }

  @Test
  public void aCallWithoutANumberRings() {
    assertEquals(0, decide(null, 0) & 0xf);
  }
}
