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
 *
 * Which threads are ours is the question in an app that contains the library. Only those that it made are: what ends any
 * other goes to the handler that was there before, as it was thrown, so that the app's own reporter learns of it and the
 * process ends as it would have. Where [wholeApp], as in Tomeru itself, every thread is ours.
 */
class LastWords private constructor(
    context: Context,
    private val wholeApp: Boolean,
    private val before: UncaughtExceptionHandler?,
) : UncaughtExceptionHandler {
    /** Not opened before it is needed: a start costs nothing. */
    private val file by lazy { file(context) }

    override fun uncaughtException(thread: Thread, thrown: Throwable) {
        val main = thread === Looper.getMainLooper().thread
        if (thread is OwnThread || (wholeApp && !main)) return Barrier.caught(Fault.TASK_FAILED, thrown)
        // Of several ends that nobody was told of, the first.
        val isFirst = Barrier.ask(null, { false }) { !file.exists() }
        if (isFirst) Barrier.run(null) { file.writeText("${Process.myPid()}\n${FaultLog.trace(thrown)}\n") }
        before?.uncaughtException(thread, if (wholeApp) Barrier.ask(null, { thrown }) { Ended(thrown) } else thrown)
        // The platform's handler does not return (AOSP, `RuntimeInit.KillApplicationHandler`): another's let the thread alone end.
        if (!main && isFirst) Barrier.run(null) { file.delete() }
    }

    /**
     * A [thrown] without its message, which may hold a number: Android keeps what its handler gets in a report that may be
     * sent. Its log has the message by now: what writes it there (`RuntimeInit.LoggingHandler`) comes before every handler
     * of an app.
     */
    private class Ended(thrown: Throwable) : Error(thrown.javaClass.name) {
        init {
            stackTrace = thrown.stackTrace
        }
    }

    companion object {
        private var installed = false

        /**
         * Puts it in front of the handler that is there, once per process.
         *
         * @param wholeApp whether every thread of the process counts as the library's: then only the main thread's end is
         * the process's, and the handler that was there gets no message with it
         */
        @Synchronized
        @JvmStatic
        @JvmOverloads
        fun install(context: Context, wholeApp: Boolean = false) {
            if (installed) return
            installed = true
            val before = Thread.getDefaultUncaughtExceptionHandler()
            Thread.setDefaultUncaughtExceptionHandler(of(context, wholeApp, before))
        }

        /** Writes to the storage of [context] and hands over to [before]. */
        @JvmSynthetic
        internal fun of(context: Context, wholeApp: Boolean, before: UncaughtExceptionHandler?) =
            LastWords(context, wholeApp, before)

        /** Where it is written: readable before the first unlock, too. */
        @JvmSynthetic
        internal fun file(context: Context) =
            File(context.createDeviceProtectedStorageContext().noBackupFilesDir, "ended")
    }
}
