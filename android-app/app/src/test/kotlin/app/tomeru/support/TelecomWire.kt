// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.net.Uri
import android.os.IBinder
import android.telecom.Call
import android.telecom.TelecomManager
import java.lang.reflect.Proxy

/**
 * What became of a call that the screening app may be asked about.
 *
 * @property asked whether the app was asked
 * @property notice whether Telecom shows a missed-call notice of its own for a call that it rejects
 */
data class Response(
    val callId: String,
    val disallow: Boolean = false,
    val reject: Boolean = false,
    val silence: Boolean = false,
    val inCallLog: Boolean = true,
    val notice: Boolean = true,
    val asked: Boolean = true,
) {
    val rings: Boolean get() = !disallow && !reject && !silence

    /** When it came, by the time of the test. */
    val atMillis = Budgets.now
}

/**
 * A call as Telecom knows it, and parcels it.
 *
 * @property selfManaged whether another app makes the call by itself
 * @property callbackMode whether the phone waits for help to call back
 * @property networkEmergency whether the network says that it is an emergency call
 */
data class FakeCall(
    val handle: String?,
    val presentation: Int = TelecomManager.PRESENTATION_ALLOWED,
    val direction: Int = Call.Details.DIRECTION_INCOMING,
    val id: String = "TC@1",
    val verification: Int = 0,
    val selfManaged: Boolean = false,
    val callbackMode: Boolean = false,
    val networkEmergency: Boolean = false,
) {
    val isOutgoing: Boolean get() = direction == Call.Details.DIRECTION_OUTGOING

    /** The number, or null. */
    val number: String? get() = handle?.let(Uri::parse)?.schemeSpecificPart

    /** Whether this number helps in Japan. */
    val isEmergency: Boolean get() = number in EMERGENCY

    companion object {
        private val EMERGENCY = setOf("110", "112", "118", "119")

        /** The owner calls [number]. */
        fun to(number: String, scheme: String = "tel") =
            FakeCall(Uri.fromParts(scheme, number, null).toString(), direction = Call.Details.DIRECTION_OUTGOING)
    }
}

/** Telecom's side of the binders, whose types differ by version. */
internal object TelecomWire {
    /** Asks the screening service behind [binder] about [call]; each answer goes to [answered]. */
    fun screen(binder: IBinder, call: FakeCall, answered: (Response) -> Unit) {
        val adapter = adapter("ICallScreeningAdapter") { method, arguments -> answered(response(method, arguments)) }
        invoke(binder, "screenCall", adapter, parcel(call))
    }

    /** Asks the redirection service behind [binder] about a call to [handle]; each answer goes to [answered]. */
    fun redirect(binder: IBinder, handle: Uri, answered: (String) -> Unit) {
        val adapter = adapter("ICallRedirectionAdapter") { method, _ -> answered(method) }
        invoke(binder, "placeCall", adapter, handle, null, true)
    }

    /**
     * [number] as redirection gets it, in a phone whose network is of the country [network]. Of what libphonenumber
     * makes of it, which Robolectric lacks, this has Japan's own and what is dialled abroad from there.
     */
    fun e164(number: String, network: String): String {
        val dialled = number.substringBefore(',').substringBefore(';').filter { it.isDigit() || it in "+*#" }
        return when {
            network.uppercase() != "JP" -> dialled
            Regex("010[1-9]\\d{6,14}").matches(dialled) -> "+" + dialled.removePrefix("010")
            Regex("0[1-9]\\d{8,9}").matches(dialled) -> "+81" + dialled.removePrefix("0")
            else -> dialled
        }
    }

    private fun adapter(name: String, answered: (String, Array<*>) -> Unit): Any {
        val type = Class.forName("com.android.internal.telecom.$name")
        return Proxy.newProxyInstance(type.classLoader, arrayOf(type)) { _, method, arguments ->
            if (method.name != "asBinder") answered(method.name, arguments.orEmpty())
            null
        }
    }

    private fun invoke(binder: IBinder, name: String, vararg arguments: Any?) {
        val method = binder.javaClass.methods.single { it.name == name }
        method.isAccessible = true
        method.invoke(binder, *arguments)
    }

    private fun response(method: String, arguments: Array<*>): Response {
        val id = arguments[0] as String
        return when (method) {
            "allowCall" -> {
                Response(id)
            }

            "silenceCall" -> {
                Response(id, silence = true)
            }

            "disallowCall" -> {
                val (reject, inCallLog, notice) = arguments.slice(1..3).map { it as Boolean }
                Response(id, disallow = true, reject, silence = false, inCallLog, notice)
            }

            "onScreeningResponse" -> {
                // The framework's own answer about an outgoing call has no response.
                val parcelled = arguments.firstOrNull { it?.javaClass?.simpleName == "ParcelableCallResponse" }
                    ?: return Response(id)
                val flag = { name: String -> parcelled.javaClass.getMethod(name).invoke(parcelled) as Boolean }
                Response(
                    id,
                    flag("shouldDisallowCall"),
                    flag("shouldRejectCall"),
                    flag("shouldSilenceCall"),
                    !flag("shouldSkipCallLog"),
                    !flag("shouldSkipNotification"),
                )
            }

            else -> {
                error("an answer that no Telecom knows: $method")
            }
        }
    }

    private fun parcel(call: FakeCall): Any {
        val type = Class.forName("android.telecom.ParcelableCall")
        val constructor = type.declaredConstructors.maxBy { it.parameterCount }
        constructor.isAccessible = true
        val parcel = constructor.newInstance(*constructor.parameterTypes.map(::empty).toTypedArray())

        fun set(name: String, value: Any?) = type.getDeclaredField(name).apply {
            isAccessible = true
        }.set(parcel, value)
        set("mId", call.id)
        set("mHandle", call.handle?.let(Uri::parse))
        set("mHandlePresentation", call.presentation)
        set("mCallDirection", call.direction)
        // Android 10 has none.
        if (call.verification != 0) set("mCallerNumberVerificationStatus", call.verification)
        return parcel
    }

    private fun empty(type: Class<*>): Any? = when (type) {
        Int::class.java -> 0
        Long::class.java -> 0L
        Boolean::class.java -> false
        List::class.java -> emptyList<Any>()
        else -> null
    }
}
