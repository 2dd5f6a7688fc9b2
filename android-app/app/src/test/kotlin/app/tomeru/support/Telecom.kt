// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.role.RoleManager
import android.content.Intent
import android.database.sqlite.SQLiteDatabase
import android.net.Uri
import android.os.Build
import android.os.DeadObjectException
import android.os.Looper
import android.telecom.CallRedirectionService
import android.telecom.CallScreeningService
import android.telecom.DisconnectCause
import android.telecom.TelecomManager
import android.telephony.TelephonyManager
import app.tomeru.outgoing.RedirectionService
import app.tomeru.platform.systemService
import app.tomeru.screening.ScreeningService
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/**
 * Plays Telecom, as [TelecomRule] says: binds to the real services, and asks them through their real binders. The phone
 * has chosen the app for screening, and if it [guards] the owner's own calls, for redirection.
 */
class Telecom(guards: Boolean = false) {
    /** In which order the services are told of one of the owner's calls; both happen. */
    enum class Order(internal val guardFirst: Boolean, internal val apart: Boolean) {
        SCREENING_FIRST(guardFirst = false, apart = false),
        GUARD_FIRST(guardFirst = true, apart = false),

        /** The first has answered, and all that follows is done, before the other is told. */
        SCREENING_LONG_BEFORE(guardFirst = false, apart = true),
        GUARD_LONG_BEFORE(guardFirst = true, apart = true),
    }

    private val app = RuntimeEnvironment.getApplication()

    /** The app's process. */
    val process = AppProcess.of(app)
    private val screening = process.service(ScreeningService::class.java, CallScreeningService.SERVICE_INTERFACE)
    private val redirection =
        process.service(RedirectionService::class.java, CallRedirectionService.SERVICE_INTERFACE)
    private val contacts = TelecomContacts(app)
    private val screener = Roles(app)
    private val guard = Roles(app, RoleManager.ROLE_CALL_REDIRECTION)
    private val responses = mutableListOf<Response>()
    private val unanswered = mutableListOf<FakeCall>()
    private val allowed = mutableSetOf<FakeCall>()
    private val silenced = mutableSetOf<FakeCall>()

    /** In which order the next own calls are told of. */
    var order = Order.SCREENING_FIRST

    /** Whether the carrier has a screening app of its own. */
    var carrierScreens = false

    /** Whether somebody writes with an emergency number. */
    var emergencyMessages = false

    /** Whether the app's main thread hangs for longer than Telecom waits. */
    var isStuck = false

    /** Whether it died: it hears an answer and throws. */
    var isDead = false

    /** The calls that the system's own notice of missed calls names, with its button "call back". */
    val missed = mutableListOf<FakeCall>()

    /** The calls that are in the call log as blocked. */
    val blocked = mutableListOf<FakeCall>()

    init {
        // Robolectric's SQLite must be loaded by the test's own thread; the app comes to it from others first.
        SQLiteDatabase.create(null).close()
        hold(screener)
        if (guards) hold(guard)
    }

    /** As set-up asks: the person has allowed the notices before. */
    private fun hold(roles: Roles) {
        roles.makeAvailable()
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) shadowOf(app).grantPermissions(POST_NOTIFICATIONS)
        if (!roles.isHeld) roles.hold()
    }

    /** No call was ever made. */
    fun forget() {
        for (calls in listOf(missed, blocked, unanswered, allowed, silenced)) calls.clear()
        responses.clear()
    }

    /** Whether the screening service is bound. */
    val isBound: Boolean get() = screening.isBound

    /** [call] comes, or is made; the services see it once the main looper runs. */
    fun send(call: FakeCall) {
        process.thaw()
        if (call.isOutgoing) {
            if (!dial(call).isAsked) allowed += call
            return
        }
        val skips = skipping(call)
        if (skips == null) {
            ask(call)
            return
        }
        skips.done()
        allowed += call
        responses += Response(call.id, asked = false)
    }

    private fun ask(call: FakeCall) {
        TelecomRule.ROLE_HOLDER_ASKED.done()
        if (call.handle == null) TelecomRule.HIDDEN_ASKED.done()
        unanswered += call
        TelecomWire.screen(screening.connect(), call) { answered(call, it) }
    }

    /** The rule by which the app is not asked about [call], or null. */
    private fun skipping(call: FakeCall): TelecomRule? = when {
        call.selfManaged -> TelecomRule.SELF_MANAGED_SKIPPED
        call.callbackMode -> TelecomRule.CALLBACK_MODE_SKIPPED
        isEmergencyNow(call) -> TelecomRule.EMERGENCY_SKIPPED
        !screener.isHeld -> TelecomRule.ROLE_HOLDER_ASKED
        !contacts.have(call) -> null
        Build.VERSION.SDK_INT >= Build.VERSION_CODES.R -> TelecomRule.CONTACT_SKIPPED.takeUnless { contacts.mayBeRead }
        carrierScreens -> TelecomRule.CONTACT_OF_CARRIER_SKIPPED
        else -> null.also { TelecomRule.CONTACT_ASKED.done() }
    }

    private fun isEmergencyNow(call: FakeCall) =
        TelecomRule.EMERGENCY_SKIPPED.isHere && (call.networkEmergency || emergencyMessages)

    /** The app answers about [call]. */
    internal fun answered(call: FakeCall, response: Response) {
        if (response.callId != call.id) return TelecomRule.FOREIGN_ANSWER_LOST.done()
        responses += response
        unanswered -= call
        TelecomRule.UNBOUND.done()
        screening.disconnect()
        if (response.disallow) return rejected(call, response)
        allowed += call
        if (response.silence) silenced += call
    }

    private fun rejected(call: FakeCall, response: Response) {
        TelecomRule.REJECT_LOGGED.done()
        blocked += call
        TelecomRule.REJECT_TOLD.done()
        if (response.notice) missed += call
    }

    /** The owner makes [call]; whether it is placed is known once the main looper ran. */
    private fun dial(call: FakeCall): OwnCall {
        val own = OwnCall(call)
        val asks = mutableListOf<() -> Unit>()
        if (isShown(call)) asks += { show(call) }
        if (isGuarded(call)) asks += { redirect(own) }
        if (asks.size > 1) TelecomRule.OUTGOING_BESIDE_GUARD.done()
        if (order.guardFirst) asks.reverse()
        for (asked in asks) {
            asked()
            if (order.apart) settle()
        }
        return own
    }

    private fun settle() {
        shadowOf(Looper.getMainLooper()).idle()
        Phone(app, sets = false).settle()
    }

    private fun isShown(call: FakeCall): Boolean {
        TelecomRule.OUTGOING_SHOWN.done()
        if (!screener.isHeld || call.handle?.startsWith("tel:") != true) return false
        if (!contacts.have(call)) return true
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R) {
            TelecomRule.OUTGOING_CONTACT_HIDDEN.done()
            return false
        }
        TelecomRule.OUTGOING_CONTACT_SHOWN.done()
        return contacts.mayBeRead
    }

    private fun show(call: FakeCall) = TelecomWire.screen(screening.connect(), call) { response ->
        responses += response
        TelecomRule.OUTGOING_ANSWER_IGNORED.done()
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R) {
            TelecomRule.OWN_CALL_STAYS_BOUND.done()
        } else {
            TelecomRule.OWN_CALL_UNBOUND.done()
            screening.disconnect()
        }
    }

    private fun isGuarded(call: FakeCall): Boolean {
        if (!guard.isHeld) return false
        if (!call.isEmergency && call.handle?.startsWith("voicemail:") != true) return true
        TelecomRule.GUARD_SKIPS_EMERGENCY.done()
        return false
    }

    private fun redirect(own: OwnCall) = TelecomWire.redirect(redirection.connect(), redirected(own.call)) { answer ->
        own.answers += answer
        redirection.disconnect()
        if (isDead) throw DeadObjectException()
    }.also { own.isAsked = true }

    private fun redirected(call: FakeCall): Uri {
        TelecomRule.GUARD_SEES_E164.done()
        val network = app.systemService<TelephonyManager>().networkCountryIso
        return Uri.fromParts("tel", TelecomWire.e164(call.number.orEmpty(), network), null)
    }

    /** A call of the owner's, and what the guard said of it. */
    private class OwnCall(val call: FakeCall) {
        val answers = mutableListOf<String>()
        var isAsked = false
    }

    /** The owner calls [number]: whether the call is placed. The guard, if asked, must answer once. */
    fun places(number: String): Boolean = places(FakeCall.to(number))

    /** The same of a call. */
    fun places(call: FakeCall): Boolean {
        val own = dialAndWait(call)
        if (own.isAsked) check(own.answers.size == 1) { "the call was answered ${own.answers}" }
        return isPlaced(own)
    }

    /** The same where the guard may say nothing for the 5 s that Telecom waits, or die by what happens [meanwhile]. */
    fun placesAtLast(number: String, meanwhile: () -> Unit = {}): Boolean =
        isPlaced(dialAndWait(FakeCall.to(number), meanwhile))

    private fun dialAndWait(call: FakeCall, meanwhile: () -> Unit = {}): OwnCall {
        process.thaw()
        val own = dial(call)
        meanwhile()
        answers()
        return own
    }

    private fun isPlaced(own: OwnCall): Boolean {
        val isPlaced = when (own.answers.firstOrNull()) {
            "placeCallUnmodified" -> true
            "cancelCall" -> false
            null -> !own.isAsked || isDeadGuard()
            else -> error("an answer that the app never gives: ${own.answers}")
        }
        if (isPlaced) allowed += own.call
        return isPlaced
    }

    /** Whether the guard was asked and is not there any more; one that is there said nothing. */
    private fun isDeadGuard(): Boolean {
        val isDead = !redirection.isBound
        if (isDead) TelecomRule.GUARD_DEAD_PLACES.done() else TelecomRule.GUARD_SILENT_CANCELS.done()
        return isDead
    }

    /** What became of all that was sent; what follows the answers is done, too. */
    fun answers(): List<Response> = answersNow().also { Phone(app, sets = false).settle() }

    /** The same, whether or not it is written down. */
    fun answersNow(): List<Response> {
        if (!isStuck) shadowOf(Looper.getMainLooper()).idle()
        return responses.toList().also { responses.clear() }
    }

    /** Telecom has waited for 5 s: the calls that ring because nobody answered. */
    fun waited(): List<FakeCall> {
        if (!isStuck) shadowOf(Looper.getMainLooper()).idle()
        if (unanswered.isNotEmpty()) TelecomRule.SILENT_RINGS.done()
        return unanswered.toList().also {
            allowed += it
            unanswered.clear()
        }
    }

    /** What becomes of one call; whoever is asked must answer once. */
    fun screen(call: FakeCall): Response {
        send(call)
        return answers().single()
    }

    /** [call] is over, by [cause]; what Telecom sends to the app, or null. */
    fun end(call: FakeCall, cause: Int = DisconnectCause.REMOTE): Intent? {
        process.thaw()
        val wasAllowed = allowed.remove(call)
        val wasSilenced = silenced.remove(call)
        if (wasAllowed && cause == DisconnectCause.MISSED) {
            missed += call
            if (wasSilenced) TelecomRule.SILENCE_TOLD.done()
        }
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R || !screener.isHeld) return null
        if (!wasAllowed || call.isEmergency || call.networkEmergency) {
            TelecomRule.POST_CALL_KEPT.done()
            return null
        }
        TelecomRule.POST_CALL_SENT.done()
        return Intent(TelecomManager.ACTION_POST_CALL)
            .putExtra(TelecomManager.EXTRA_HANDLE, call.handle?.let(Uri::parse))
            .putExtra(TelecomManager.EXTRA_DISCONNECT_CAUSE, cause)
    }
}
