// SPDX-License-Identifier: Apache-2.0
import com.sun.jna.Structure;

/** JNA cannot make one for an answer. */
@Structure.FieldOrder("first")
public class Closed extends Structure {
  public int first;

  public Closed(int first) {
    this.first = first;
  }
}
