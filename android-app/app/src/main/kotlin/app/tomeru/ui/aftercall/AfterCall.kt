// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.aftercall

import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.UserManager
import android.telecom.DisconnectCause
import android.telecom.TelecomManager
import app.tomeru.call.CallRecord
import app.tomeru.call.Knowledge
import app.tomeru.call.handleText
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.Action
import app.tomeru.core.Caller
import app.tomeru.core.Reason
import app.tomeru.platform.clock
import app.tomeru.platform.systemService
import app.tomeru.record.CallStore

/** Decides whether to offer help after the call that has just ended. */
internal object AfterCall {
    /** A record older than this is about another call. */
    private const val RECENT_MILLIS = 12 * 60 * 60 * 1_000L

    /** Whoever was connected hung up, or the other side did (`DisconnectCause`); missed and declined calls differ. */
    private val ANSWERED = setOf(DisconnectCause.LOCAL, DisconnectCause.REMOTE)

    /**
     * The record of the call that [intent] (`TelecomManager.ACTION_POST_CALL`) is about, if it was answered and was
     * warned of or looked suspicious; null after an ordinary one. Not for the main thread.
     */
    fun of(context: Context, intent: Intent): CallRecord? {
        val cause = intent.getIntExtra(TelecomManager.EXTRA_DISCONNECT_CAUSE, DisconnectCause.UNKNOWN)
        if (cause !in ANSWERED) return null
        // The records lie in storage that is locked until the first unlock after a reboot.
        if (!context.systemService<UserManager>().isUserUnlocked) return null
        val handle = handle(intent) ?: return null
        val places = PhonePlaces(context).now()
        val shown = TelecomManager.PRESENTATION_ALLOWED
        val key = Caller.locate(handle.handleText, shown, written = false, places.packed).key ?: return null
        val record = CallStore.of(context).lastFrom(key) ?: return null
        val isRecent = context.clock.millis - record.atMillis in 0..RECENT_MILLIS
        return record.takeIf { isRecent && isRisky(it) }
    }

    /** Warned about; or suspicious and from a stranger, but let through, such as during "ring for an hour". */
    private fun isRisky(record: CallRecord): Boolean {
        val isKnown = record.contact == Knowledge.YES || record.reason == Reason.ALLOW_LIST
        return record.action == Action.WARN || (record.signs.isNotEmpty() && !isKnown)
    }

    /** The number that [intent] is about, as screening sees it, or null. */
    fun number(intent: Intent): String? = handle(intent)?.handleText

    private fun handle(intent: Intent): Uri? = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
        intent.getParcelableExtra(TelecomManager.EXTRA_HANDLE, Uri::class.java)
    } else {
        @Suppress("DEPRECATION")
        intent.getParcelableExtra(TelecomManager.EXTRA_HANDLE)
    }
}
