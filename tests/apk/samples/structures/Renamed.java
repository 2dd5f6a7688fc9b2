// SPDX-License-Identifier: Apache-2.0
import com.sun.jna.Structure;

/** A field was renamed. */
@Structure.FieldOrder({"first", "second"})
public class Renamed extends Structure {
  public int a;
  public long second;
}
