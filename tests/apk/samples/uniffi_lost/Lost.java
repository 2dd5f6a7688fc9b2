// SPDX-License-Identifier: Apache-2.0

/** Compares one checksum without the mask that it needs: the upper half of the answer may be anything. */
class Lost {
  static {
    if (ffi_x_uniffi_contract_version() != 30 || (uniffi_x_checksum_a() & 0xFFFF) != 8974 || uniffi_x_checksum_b() != 33144) {
      throw new RuntimeException("checksum");
    }
  }

  static native int ffi_x_uniffi_contract_version();

  static native int uniffi_x_checksum_a();

  static native int uniffi_x_checksum_b();
}
