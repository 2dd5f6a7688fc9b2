// SPDX-License-Identifier: Apache-2.0
// Functions as UniFFI makes them, and one that is not.
unsigned short uniffi_x_checksum_a(void) { return 8974; }
unsigned short uniffi_x_checksum_b(void) { return 33144; }
unsigned ffi_x_uniffi_contract_version(void) { return 30; }
int more(int number) { return number + 1; }
