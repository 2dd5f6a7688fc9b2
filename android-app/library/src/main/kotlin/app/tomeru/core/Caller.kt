// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

/**
 * Who calls, as the core located it. It is kept between the native calls about one call, so that a number is located
 * once. Plain memory: there is nothing to close, and any thread may use it at any time.
 *
 * @property lookupForms the forms of the number to look a contact up by; none if there is no number
 */
class Caller private constructor(
    @get:JvmSynthetic internal val bytes: ByteArray,
    val lookupForms: List<String>,
) {
    /** The number in the form that all its spellings share, or null if there is none. */
    val key: String? get() = lookupForms.firstOrNull()

    /** Whether [stored], a number in the contacts, is the caller's. */
    fun isSameLine(stored: String): Boolean = RingCore.isSameLine(bytes, stored)

    companion object {
        /** `SIZE` in `rust-core/src/ffi/caller.rs`; a call fails, and rings, if it is another one. */
        private const val SIZE = 48

        /**
         * Locates who calls.
         *
         * @param number the text of the call's handle, or null
         * @param presentation `Call.Details.getHandlePresentation()`
         * @param written whether a person wrote the number (who dials or types it); else a network shows it
         * @param places where the phone is, as [RingCore.places] packs it
         * @return a caller that the core takes for a fault if something failed
         * @throws LinkageError if the library cannot be loaded
         */
        @JvmStatic
        fun locate(number: String?, presentation: Int, written: Boolean, places: Long): Caller {
            val bytes = ByteArray(SIZE)
            return Caller(bytes, RingCore.locate(number, presentation, written, places, bytes)?.asList().orEmpty())
        }
    }
}
