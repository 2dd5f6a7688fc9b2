// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core;

import com.sun.jna.Library;
import com.sun.jna.Native;

/** Found: decide. Not found: a name that was shortened, and two of one name that only a short name exists for. */
class RingCore {
  static native long decide();

  static native long b();

  static native long twice();

  static native long twice(String[] texts);
}

/** Hands itself to JNA: one C function is there, the other was renamed. */
class Registered {
  static {
    Native.register(Registered.class, "tomeru");
  }

  static native int known_to_c();

  static native int a();
}

/** JNA's other way to map a library. */
interface Interface extends Library {
  int known_to_c();

  int also_renamed();
}
