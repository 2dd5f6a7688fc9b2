// SPDX-License-Identifier: Apache-2.0
import com.sun.jna.Structure;

/** The annotation was lost. */
public class Bare extends Structure {
  public int first;
}
