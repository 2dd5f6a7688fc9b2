// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

/**
 * The native side of the ring path. Touching it loads the library, which may fail with a [LinkageError].
 *
 * It uses nothing of Android, so that tests can share the one loaded library between Android versions.
 */
object RingCore {
    init {
        System.loadLibrary("tomeru")
    }

    /** A flag of [decide]: the core panics instead of deciding, to prove that a fault lets the call ring. */
    const val SELF_TEST_PANIC: Int = 1 shl 30

    /**
     * Decides about one call.
     *
     * @param number the call's handle as a string (a `tel:` URI or text), or null
     * @param settings the folder of the settings file, read with the first call of the process
     * @param presentation `Call.Details.getHandlePresentation()`
     * @param direction `Call.Details.getCallDirection()`
     * @param flags bits 0 and 1: whether the caller is a contact (0 no, 1 yes, 2 cannot tell)
     * @param places home and network region, as [places] packs them
     * @return what [Answer.unpack] takes apart; a fault inside is "allow, internal error"
     */
    @JvmStatic
    external fun decide(
        number: String?,
        settings: String,
        presentation: Int,
        direction: Int,
        flags: Int,
        places: Int,
    ): Long

    /** Two ISO 3166-1 alpha-2 regions as one number; one that is not two characters long counts as unknown. */
    fun places(home: String, network: String): Int = (home.letters() shl 16) or network.letters()

    private fun String.letters(): Int = if (length ==
        2
    ) {
        ((this[0].code and 0xff) shl 8) or (this[1].code and 0xff)
    } else {
        0
    }
}
