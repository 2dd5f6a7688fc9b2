// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Application
import android.app.Service
import android.content.Intent
import android.os.Build
import android.os.Handler
import android.os.IBinder
import android.os.Looper
import android.view.WindowManager
import app.tomeru.platform.systemService
import app.tomeru.record.CallStore
import org.robolectric.Robolectric
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowLooper
import org.robolectric.shadows.ShadowPausedMessageQueue
import org.robolectric.shadows.ShadowSystemClock
import java.io.File
import java.lang.reflect.Field
import java.lang.reflect.Modifier
import java.time.Duration
import java.util.WeakHashMap

/** The process of the app, as Android binds its services, freezes it and kills it ([TelecomRule]). */
class AppProcess private constructor(private val app: Application) {
    private val services = mutableListOf<BoundService<*>>()
    private val warned = Warned(app)
    private var idleMillis = 0L

    /** Whether none of its code runs. */
    var isFrozen = false
        private set

    /** How often it was killed. */
    var kills = 0
        private set

    init {
        // It is a new one; the classes may remember an earlier test's.
        forgotten.filter { it.declaringClass.name.startsWith("app.tomeru.notice.") }.forEach(::forget)
    }

    /** Its service [type], bound by [action]. */
    fun <S : Service> service(type: Class<S>, action: String): BoundService<S> {
        @Suppress("UNCHECKED_CAST") // they are kept by their type
        services.find { it.type == type }?.let { return it as BoundService<S> }
        return BoundService(type, action).also(services::add)
    }

    /** Something of Android wants it: it runs again, and does what was due meanwhile. */
    fun thaw() {
        idleMillis = 0
        if (!isFrozen) return
        isFrozen = false
        warned.settle()
    }

    /** Time passes; [windowIsSeen] unless a window of the app is hidden by the lock screen. */
    fun pass(seconds: Long, windowIsSeen: Boolean = true) = repeat((seconds * STEPS).toInt()) {
        ShadowSystemClock.advanceBy(Duration.ofMillis(STEP_MILLIS))
        if (!isFrozen) warned.settle()
        age(windowIsSeen)
    }

    private fun age(windowIsSeen: Boolean) {
        val limit = idleLimit() ?: return
        val hasWindow = warned.windows().isNotEmpty()
        if (hasWindow) TelecomRule.WINDOW_KEEPS_AWAKE.done()
        if (services.any { it.isBound } || (hasWindow && windowIsSeen)) {
            idleMillis = 0
        } else {
            idleMillis += STEP_MILLIS
        }
        if (idleMillis < limit) return
        isFrozen = true
        TelecomRule.FROZEN.done()
    }

    private fun idleLimit() = when {
        Build.VERSION.SDK_INT < Build.VERSION_CODES.S -> null
        Build.VERSION.SDK_INT < Build.VERSION_CODES.UPSIDE_DOWN_CAKE -> LONG_MILLIS
        else -> SHORT_MILLIS
    }

    /**
     * It ends, and nothing in it is told: windows, services and what waits on its main thread are gone, what it knew
     * is forgotten. Notices stay. What a thread of its records has begun is finished, as a file would be whole.
     */
    fun kill() {
        Phone(app, sets = false).settle()
        services.forEach(BoundService<*>::died)
        val windows = app.systemService<WindowManager>()
        warned.windows().forEach(windows::removeViewImmediate)
        ShadowLooper.getAllLoopers().filter { it.thread.name == "warning" }.forEach(Looper::quit)
        Shadow.extract<ShadowPausedMessageQueue>(Looper.getMainLooper().queue).reset()
        CallStore.of(app).close()
        CallStore.pending(app).close()
        forgotten.forEach(::forget)
        kills++
        isFrozen = false
        idleMillis = 0
    }

    private fun forget(field: Field) = field.set(null, if (field.type == Boolean::class.java) false else null)

    companion object {
        private const val STEPS = 2
        private const val STEP_MILLIS = 500L
        private const val LONG_MILLIS = 600_000L
        private const val SHORT_MILLIS = 10_000L
        private val all = WeakHashMap<Application, AppProcess>()

        /** That of [app]. */
        fun of(app: Application): AppProcess = all.getOrPut(app) { AppProcess(app) }

        /** What the classes of the app remember: every static field that can change, but the barrier's own. */
        private val forgotten by lazy {
            listOf("app", "library").flatMap { part ->
                val folder = File(Vectors.root, "android-app/$part/target/classes")
                folder.walk().filter { it.extension == "class" }
                    .map { it.relativeTo(folder).path.removeSuffix(".class").replace('/', '.') }
                    .filterNot { it.startsWith("app.tomeru.fault.") || it.startsWith("app.tomeru.core.") }
                    .flatMap {
                        Class.forName(it, false, AppProcess::class.java.classLoader).declaredFields.asSequence()
                    }
                    .filter { Modifier.isStatic(it.modifiers) && !Modifier.isFinal(it.modifiers) && !it.isSynthetic }
                    .filterNot { it.name.startsWith("__robo") }
                    .onEach { it.isAccessible = true }
            }
        }
    }
}

/** One service of the app: made with its first connection, shared by all, ended with the last. */
class BoundService<S : Service>(internal val type: Class<S>, private val action: String) {
    private var service: S? = null
    private var binder: IBinder? = null
    private var connections = 0

    /** Whether anybody is bound to it. */
    val isBound: Boolean get() = connections > 0

    /** One more is bound to it; the binder that it gets. */
    fun connect(): IBinder {
        connections++
        binder?.let { return it }
        val made = Robolectric.setupService(type).also { service = it }
        return checkNotNull(made.onBind(Intent(action))).also { binder = it }
    }

    /** One fewer is; the service learns of the last on its main thread, after what waits there. */
    fun disconnect() {
        Handler(Looper.getMainLooper()).post {
            if (connections == 0) return@post
            connections--
            if (connections == 0) end()
        }
    }

    private fun end() {
        // Robolectric's shadows of these services cannot be destroyed; the app's own do nothing then.
        service?.onUnbind(Intent(action))
        died()
    }

    /** Its process is gone. */
    internal fun died() {
        service = null
        binder = null
        connections = 0
    }
}
