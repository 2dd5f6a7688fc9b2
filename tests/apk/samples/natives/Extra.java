// SPDX-License-Identifier: Apache-2.0
package com.sun.jna;

/** A native method of JNA that its library does not know. */
class Extra {
  native void unknown_1();
}
