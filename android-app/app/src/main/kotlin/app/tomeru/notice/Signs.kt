// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.content.Context
import android.media.AudioManager
import android.telephony.TelephonyManager
import app.tomeru.fault.Barrier
import app.tomeru.notice.CallWatch.Sign
import app.tomeru.platform.systemService

/** Looks at what Android shows of calls to an app that may not see them; on any thread. */
internal class Signs(private val context: Context, private val ends: Set<WarnEnd>) {
    /** What is to be seen now; if Android does not say, nothing is, and time ends the warning. */
    fun now(): Sign {
        return Barrier.ask(null, { Sign.NOTHING }) { if (WarnEnd.CALL_STATE in ends) line() else sound() }
    }

    /**
     * Android 10 and 11: the state of the line, which needs no permission there. It is right on a silent phone, too.
     */
    @Suppress("DEPRECATION") // its replacement needs the permission
    private fun line(): Sign = when (context.systemService<TelephonyManager>().callState) {
        TelephonyManager.CALL_STATE_RINGING -> Sign.RINGS
        TelephonyManager.CALL_STATE_OFFHOOK -> Sign.SPEAKS
        else -> sound().takeIf { it != Sign.NOTHING } ?: Sign.NO_CALL
    }

    /**
     * The mode of the sound. A phone that makes none stays normal while it rings (AOSP, `CallAudioModeStateMachine`).
     */
    private fun sound(): Sign = when (context.systemService<AudioManager>().mode) {
        AudioManager.MODE_NORMAL -> Sign.NOTHING
        AudioManager.MODE_RINGTONE -> Sign.RINGS
        else -> Sign.SPEAKS
    }
}
