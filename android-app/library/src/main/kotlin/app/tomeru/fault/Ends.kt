// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.annotation.TargetApi
import android.app.ActivityManager
import android.app.ApplicationExitInfo
import android.content.Context
import android.os.Build
import app.tomeru.core.Fault
import java.io.File

/**
 * Unwanted ends of the app's process: those that [LastWords] recorded and, since Android 11, those that Android knows
 * of: crashes, native ones included, a main thread that hung, and another app whose end took this one along.
 */
class Ends(private val context: Context) {
    private val store by lazy {
        context.createDeviceProtectedStorageContext().getSharedPreferences("ends", Context.MODE_PRIVATE)
    }

    /** Records [Fault.ENDED] if there was one since the last time. Not for the main thread. */
    fun look() = synchronized(LOCK) {
        val told = toldByItself()
        val known = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) toldByAndroid() else false
        if (told || known) FaultLog(context).record(Fault.ENDED)
    }

    private fun toldByItself(): Boolean {
        val file: File = LastWords.file(context)
        if (!file.exists()) return false
        // Android may tell of the same end a moment later.
        val process = file.useLines { lines -> lines.firstOrNull()?.toIntOrNull() }
        store.edit().putInt(PROCESS, process ?: NONE).apply()
        FaultLog.log(Fault.ENDED, file.readText())
        file.delete()
        return true
    }

    @TargetApi(Build.VERSION_CODES.R)
    private fun toldByAndroid(): Boolean {
        val all = context.getSystemService(ActivityManager::class.java)
            ?.getHistoricalProcessExitReasons(null, 0, 0).orEmpty()
        val before = store.getStringSet(SEEN, emptySet()).orEmpty()
        val now = all.associateBy { "${it.pid} ${it.timestamp}" }
        store.edit().putStringSet(SEEN, now.keys).apply()
        return (now - before).values.any { it.reason in UNWANTED && !isToldAlready(it) }
    }

    @TargetApi(Build.VERSION_CODES.R)
    private fun isToldAlready(end: ApplicationExitInfo) =
        end.reason == ApplicationExitInfo.REASON_CRASH && end.pid == store.getInt(PROCESS, NONE)

    private companion object {
        const val PROCESS = "process"
        const val SEEN = "seen"
        const val NONE = -1
        val LOCK = Any()

        /** Constants, which the compiler writes here: Android 10 has no such class. */
        val UNWANTED = setOf(
            ApplicationExitInfo.REASON_CRASH,
            ApplicationExitInfo.REASON_CRASH_NATIVE,
            ApplicationExitInfo.REASON_ANR,
            ApplicationExitInfo.REASON_INITIALIZATION_FAILURE,
            ApplicationExitInfo.REASON_DEPENDENCY_DIED,
        )
    }
}
