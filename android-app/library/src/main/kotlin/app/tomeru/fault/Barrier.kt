// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.annotation.SuppressLint
import android.content.Context
import app.tomeru.core.Fault

/**
 * Everything that Android calls runs behind it: whatever is thrown there, including out of memory and stack overflow,
 * is recorded and stops at the barrier. An uncaught throwable in any thread ends an Android process, and with it the call
 * that is being decided (Telecom lets it ring), the warning that is shown and all work in the background. The next call
 * starts a new process: Android refuses that only to what is started from the background (AOSP, `ProcessList`).
 *
 * It is the only way to do so: `OneBarrierTest` reads the sources.
 */
object Barrier {
    @SuppressLint("StaticFieldLeak") // the application lives as long as the process
    @Volatile
    private var application: Context? = null

    /** From now on faults are kept in the storage of [context], an application; until then they are only logged. */
    @JvmStatic
    fun install(context: Context) {
        application = context
    }

    /**
     * Runs [work].
     *
     * @param fault what did not work, for the first screen; null if the person learns of it in another way
     * @return whether it completed
     */
    @JvmStatic
    fun run(fault: Fault?, work: () -> Unit): Boolean = try {
        work()
        true
    } catch (thrown: Throwable) {
        caught(fault, thrown)
        false
    }

    /** What [work] returns, or, if it throws, what [otherwise] makes of that; [fault] as for [run]. */
    @JvmStatic
    fun <T> ask(fault: Fault?, otherwise: (Throwable) -> T, work: () -> T): T = try {
        work()
    } catch (thrown: Throwable) {
        caught(fault, thrown)
        otherwise(thrown)
    }

    /**
     * Runs [work] on a thread of its own, then always [ended] with whether [work] completed, even if no thread could be
     * started.
     */
    @JvmStatic
    @JvmOverloads
    fun thread(name: String, fault: Fault?, ended: (Boolean) -> Unit = {}, work: () -> Unit) {
        val started = run(fault) {
            newThread(name) {
                val worked = run(fault, work)
                run(fault) { ended(worked) }
            }.start()
        }
        if (!started) run(fault) { ended(false) }
    }

    /** A thread for [work], not yet started; nothing thrown leaves it. */
    @JvmStatic
    fun newThread(name: String, work: Runnable): Thread = object : Thread(name), OwnThread {
        override fun run() {
            Barrier.run(Fault.TASK_FAILED, work::run)
        }
    }

    /** Records [thrown]. Where not even that is possible, such as without memory, carrying on is what matters. */
    @JvmSynthetic
    internal fun caught(fault: Fault?, thrown: Throwable) {
        try {
            // A request to stop, not a fault: whoever waits next must see it, too.
            if (thrown is InterruptedException) return Thread.currentThread().interrupt()
            FaultLog.log(fault, thrown)
            if (fault != null) application?.let { FaultLog(it).record(fault, thrown) }
        } catch (again: Throwable) {
            return
        }
    }
}
