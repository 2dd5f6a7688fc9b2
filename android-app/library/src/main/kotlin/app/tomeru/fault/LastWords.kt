// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.content.Context
import android.os.Looper
import android.os.Process
import app.tomeru.core.Fault
import java.io.File
import java.lang.Thread.UncaughtExceptionHandler

/**
 * What is left to do when something gets past every barrier: record it for the next start.
 *
 * The platform's own handler ends the process, whichever thread it was (AOSP, `RuntimeInit.KillApplicationHandler`).
 * That is not needed for a thread of the background: when the handler returns, the runtime ends that thread alone
 * (`Thread::HandleUncaughtExceptions`), and the next call finds a process that lives. One exception: where the
 * framework itself dispatches an `Error` of a binder thread and the handler returns, it ends the process
 * (`android_util_Binder.cpp`); no code of the app runs on those. The main thread is another matter: its looper is gone
 * with the exception, nothing would be answered any more, and the process would hang until Android found out. There the
 * platform goes on, and the next call starts a new process.
 */
class LastWords private constructor(
    context: Context,
    private val platform: UncaughtExceptionHandler?,
) : UncaughtExceptionHandler {
    /** Not opened before it is needed: a start costs nothing. */
    private val file by lazy { file(context) }

    override fun uncaughtException(thread: Thread, thrown: Throwable) {
        if (thread !== Looper.getMainLooper().thread) return Barrier.caught(Fault.TASK_FAILED, thrown)
        Barrier.run(null) { file.writeText("${Process.myPid()}\n${FaultLog.trace(thrown)}\n") }
        // Android keeps what its handler gets, message and all, in a report that may be sent. Its log has the message
        // by now: what writes it there (`RuntimeInit.LoggingHandler`) comes before every handler of an app.
        platform?.uncaughtException(thread, Barrier.ask(null, { thrown }) { Ended(thrown) })
    }

    /** A [thrown] without its message, which may hold a number. */
    private class Ended(thrown: Throwable) : Error(thrown.javaClass.name) {
        init {
            stackTrace = thrown.stackTrace
        }
    }

    companion object {
        private var installed = false

        /** Puts it in front of the platform's handler, once per process. */
        @Synchronized
        @JvmStatic
        fun install(context: Context) {
            if (installed) return
            installed = true
            Thread.setDefaultUncaughtExceptionHandler(of(context, Thread.getDefaultUncaughtExceptionHandler()))
        }

        /** Writes to the storage of [context] and hands over to [platform]. */
        @JvmSynthetic
        internal fun of(context: Context, platform: UncaughtExceptionHandler?) = LastWords(context, platform)

        /** Where it is written: readable before the first unlock, too. */
        @JvmSynthetic
        internal fun file(context: Context) =
            File(context.createDeviceProtectedStorageContext().noBackupFilesDir, "ended")
    }
}
