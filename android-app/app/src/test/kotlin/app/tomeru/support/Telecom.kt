// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.content.Intent
import android.database.sqlite.SQLiteDatabase
import android.net.Uri
import android.os.IBinder
import android.os.Looper
import android.telecom.Call
import android.telecom.CallScreeningService
import android.telecom.TelecomManager
import app.tomeru.record.Recorder
import app.tomeru.screening.ScreeningService
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import java.lang.reflect.Proxy
import java.util.concurrent.CountDownLatch

/** What the service told Telecom about a call. */
data class Response(
    val callId: String,
    val disallow: Boolean,
    val reject: Boolean,
    val silence: Boolean,
    val inCallLog: Boolean,
) {
    val rings: Boolean get() = !disallow && !reject && !silence
}

/** A call as Telecom parcels it. */
data class FakeCall(
    val handle: String?,
    val presentation: Int = TelecomManager.PRESENTATION_ALLOWED,
    val direction: Int = Call.Details.DIRECTION_INCOMING,
    val id: String = "TC@1",
    val verification: Int = 0,
)

/** Plays Telecom: binds to the real service and calls it through its real binder. */
class Telecom {
    init {
        // Robolectric's SQLite must be loaded by the test's own thread; the app comes to it from others first.
        SQLiteDatabase.create(null).close()
    }

    private val service = Robolectric.setupService(ScreeningService::class.java)
    private val binder: IBinder = checkNotNull(service.onBind(Intent(CallScreeningService.SERVICE_INTERFACE)))
    private val responses = mutableListOf<Response>()

    /** Hands [call] over with an adapter of its own; the service sees it once the main looper runs. */
    fun send(call: FakeCall) {
        val adapterType = Class.forName("com.android.internal.telecom.ICallScreeningAdapter")
        val adapter = Proxy.newProxyInstance(adapterType.classLoader, arrayOf(adapterType)) { _, method, arguments ->
            if (method.name != "asBinder") {
                val response = response(method.name, arguments.orEmpty())
                // Telecom ignores an answer with the id of another call: it would be lost (CallScreeningServiceFilter).
                check(response.callId == call.id) { "the answer of ${response.callId} went to ${call.id}" }
                responses += response
            }
            null
        }
        val screenCall = binder.javaClass.methods.single { it.name == "screenCall" }
        screenCall.isAccessible = true
        screenCall.invoke(binder, adapter, parcel(call))
    }

    /** Everything the service has answered to what was sent; what follows the answers is done, too. */
    fun answers(): List<Response> = answersNow().also {
        val written = CountDownLatch(1)
        Recorder.of(service).run(written::countDown)
        Wait.forEvent(written)
    }

    /** Everything the service has answered, whether or not it is written down. */
    fun answersNow(): List<Response> {
        shadowOf(Looper.getMainLooper()).idle()
        return responses.toList().also { responses.clear() }
    }

    /** Screens one call; there must be exactly one answer. */
    fun screen(call: FakeCall): Response {
        send(call)
        return answers().single()
    }

    private fun response(method: String, arguments: Array<*>): Response {
        val id = arguments[0] as String
        return when (method) {
            "allowCall" -> {
                Response(id, disallow = false, reject = false, silence = false, inCallLog = true)
            }

            "silenceCall" -> {
                Response(id, disallow = false, reject = false, silence = true, inCallLog = true)
            }

            "disallowCall" -> {
                Response(id, true, arguments[1] as Boolean, false, arguments[2] as Boolean)
            }

            "onScreeningResponse" -> {
                // The framework's own answer about an outgoing call has no response.
                val parcelled = arguments.firstOrNull { it?.javaClass?.simpleName == "ParcelableCallResponse" }
                    ?: return Response(id, disallow = false, reject = false, silence = false, inCallLog = true)
                val flag = { name: String -> parcelled.javaClass.getMethod(name).invoke(parcelled) as Boolean }
                Response(
                    id,
                    flag("shouldDisallowCall"),
                    flag("shouldRejectCall"),
                    flag("shouldSilenceCall"),
                    !flag("shouldSkipCallLog"),
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
