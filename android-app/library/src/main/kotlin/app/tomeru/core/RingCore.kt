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

    /** A flag of [decide]: whether the owner dialled the number cannot be told. */
    const val DIALLED_UNKNOWN: Int = 1 shl 2

    /** `Call.Details.getCallerNumberVerificationStatus()` is shifted by this many bits in the flags of [decide]. */
    const val VERIFICATION_SHIFT: Int = 3

    /** A flag of [decide]: the owner is about to call the number, and may be stopped. */
    const val GUARD: Int = 1 shl 5

    /** A flag of [decide]: the core panics instead of deciding, to prove that a fault lets the call ring. */
    const val SELF_TEST_PANIC: Int = 1 shl 30

    /** In place of seconds: it never happened. */
    const val NEVER: Int = -1

    /**
     * Locates who calls, and writes it into [found]; [Caller.locate] is the way to call it.
     *
     * @param number the text of the call's handle, or null
     * @param presentation `Call.Details.getHandlePresentation()`
     * @param written whether a person wrote the number (who dials or types it); else a network shows it
     * @param places home, second home and network region, as [places] packs them
     * @return the forms of the number to look a contact up by: the first is the key by which records compare numbers.
     * Null if there is no number; also if something failed, and then [found] is no caller
     */
    @JvmStatic
    external fun locate(
        number: String?,
        presentation: Int,
        written: Boolean,
        places: Long,
        found: ByteArray,
    ): Array<String>?

    /** Whether [stored], a number in the contacts, is the number of [caller]; true if something failed. */
    @JvmStatic
    external fun isSameLine(caller: ByteArray, stored: String): Boolean

    /**
     * Decides about one call.
     *
     * @param caller what [locate] wrote; anything else is a fault
     * @param settings the folder of the settings and lists, read with the first call of the process
     * @param direction `Call.Details.getCallDirection()`
     * @param flags bits 0 and 1: whether the caller is a contact (0 no, 1 yes, 2 cannot tell); [DIALLED_UNKNOWN];
     * the verification status
     * @param now in seconds since 1970
     * @param sinceDialled seconds since the owner dialled the number, or [NEVER]
     * @param sinceEmergency seconds since the owner dialled an emergency number, or [NEVER]
     * @return what [Answer.unpack] takes apart; a fault inside is "allow, internal error"
     */
    @JvmStatic
    external fun decide(
        caller: ByteArray?,
        settings: String,
        direction: Int,
        flags: Int,
        now: Long,
        sinceDialled: Int,
        sinceEmergency: Int,
    ): Long

    /** ISO 3166-1 alpha-2 regions as one number; one that is not two characters long counts as unknown. */
    @JvmStatic
    fun places(home: String, secondHome: String?, network: String): Long =
        (home.letters() shl 32) or (secondHome.orEmpty().letters() shl 16) or network.letters()

    private fun String.letters(): Long =
        if (length == 2) (((this[0].code and 0xff) shl 8) or (this[1].code and 0xff)).toLong() else 0
}
