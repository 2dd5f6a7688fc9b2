// SPDX-License-Identifier: Apache-2.0
import com.sun.jna.Structure;

/** Not in the order of the native structure. */
@Structure.FieldOrder({"second", "first"})
public class Swapped extends Structure {
  public int first;
  public long second;
}
