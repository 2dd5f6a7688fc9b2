// SPDX-License-Identifier: Apache-2.0

/** Compares at start as the generated bindings do. */
class Uniffi {
  static {
    if (ffi_x_uniffi_contract_version() != 30) {
      throw new RuntimeException("contract");
    }
    if ((uniffi_x_checksum_a() & 0xFFFF) != 8974) {
      throw new RuntimeException("checksum");
    }
    if ((uniffi_x_checksum_b() & 0xFFFF) != 33144) {
      throw new RuntimeException("checksum");
    }
  }

  static native int ffi_x_uniffi_contract_version();

  static native int uniffi_x_checksum_a();

  static native int uniffi_x_checksum_b();
}
