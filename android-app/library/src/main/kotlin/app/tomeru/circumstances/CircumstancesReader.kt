// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.content.Context
import android.os.UserManager
import app.tomeru.call.Circumstances
import app.tomeru.call.Knowledge
import app.tomeru.call.ScreenedCall
import app.tomeru.core.Caller
import app.tomeru.platform.systemService

/** Gathers what is known at the time of a call. Asks other processes and reads files: not for the main thread. */
class CircumstancesReader(private val context: Context) {
    /**
     * What is known about [call]; what cannot be told in time is `CANNOT_TELL`.
     *
     * @throws LinkageError if the library cannot be loaded
     */
    fun read(call: ScreenedCall): Circumstances {
        val places = PhonePlaces(context).now()
        val caller = Caller.locate(call.text, call.presentation, call.written, places.packed)
        // Asked once a call. Contacts and records lie in storage that is locked until the first unlock after a reboot.
        val unlocked = context.systemService<UserManager>().isUserUnlocked
        val known = Circumstances(
            places,
            caller,
            sinceEmergency = EmergencyMemory(context).secondsSince(),
            verification = call.verification,
            unlocked = unlocked,
        )
        // An outgoing call that is already being placed needs no exception.
        if (call.outgoing && !call.guarded) return known
        // Whether the number was dialled before makes no difference to the guard, and the records may have this very call.
        val dialled =
            if (call.guarded) Dialled.Result(Knowledge.NO) else Dialled(context).find(caller.lookupForms, unlocked)
        return known.copy(
            contact = Contacts(context).find(caller, call.guarded, unlocked),
            dialled = dialled.known,
            sinceDialled = dialled.secondsAgo,
        )
    }
}
