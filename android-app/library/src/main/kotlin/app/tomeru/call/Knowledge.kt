// SPDX-License-Identifier: Apache-2.0
package app.tomeru.call

/** The answer to a yes-or-no question about a call. The order is that of the core's flag. */
enum class Knowledge {
    NO,
    YES,

    /** Nobody answered in time, or at all. The core errs on the side of letting the call ring. */
    CANNOT_TELL,
}
