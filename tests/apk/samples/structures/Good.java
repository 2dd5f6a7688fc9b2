// SPDX-License-Identifier: Apache-2.0
import com.sun.jna.Callback;
import com.sun.jna.Structure;

/** As JNA needs it, with one that adds nothing. */
@Structure.FieldOrder({"first", "second"})
public class Good extends Structure {
  public int first;
  public long second;
  public static int counted;

  public static class Value extends Good implements Structure.ByValue {}
}

/** One method, and one with a method of JNA's own name beside another. */
interface One extends Callback {
  void done(int number);
}

interface Named extends Callback {
  void callback(int number);

  void other();
}

/** JNA cannot tell which one to call. */
interface Two extends Callback {
  void one();

  void two();
}

/** Was a structure. */
class Merged {
  int one;
}
