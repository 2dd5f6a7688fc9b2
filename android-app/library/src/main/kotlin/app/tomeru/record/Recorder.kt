// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.annotation.SuppressLint
import android.content.Context
import android.database.sqlite.SQLiteException
import android.os.UserManager
import app.tomeru.call.CallRecord
import app.tomeru.core.Fault
import app.tomeru.fault.FaultLog
import app.tomeru.platform.systemService
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.RejectedExecutionException
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit

/**
 * Writes calls down, one after the other, beside the calls: an answer never waits for it.
 *
 * A record that the records' file refuses goes to the pending file, which is moved over with the next call; one that
 * both refuse waits in memory for the next call. So what is lost when the process dies is at most what came while
 * no file could be written, and that is shown on the home screen.
 */
class Recorder private constructor(private val context: Context) {
    private val waiting = ArrayDeque<CallRecord>()
    private val executor = ThreadPoolExecutor(
        1,
        1,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        LinkedBlockingQueue(MOST_WAITING),
    ) { work -> Thread(work, "records") }.apply { allowCoreThreadTimeOut(true) }

    /** Writes [record] down soon, then calls [written] on the same thread, whether or not it could. Returns at once. */
    fun record(record: CallRecord, written: () -> Unit = {}) {
        run { write(record) }
        run(written)
    }

    /** Runs [work] after everything that came before it was written. */
    fun run(work: () -> Unit) {
        try {
            executor.execute {
                try {
                    work()
                } catch (e: Exception) {
                    FaultLog.log("records", e)
                } catch (e: LinkageError) {
                    // How long records are kept stands in the settings, which need the library: another time.
                    FaultLog.log("records", e)
                }
            }
        } catch (e: RejectedExecutionException) {
            // A flood of calls while the disk hangs: better a gap in the records than no memory for the next call.
            FaultLog(context).record(Fault.RECORD_FAILED)
        }
    }

    private fun write(record: CallRecord) {
        if (waiting.size == MOST_WAITING) waiting.removeFirst()
        waiting += record
        val records = waiting.toList()
        val stores = if (record.unlocked) listOf(::moveAndAdd, ::addToPending) else listOf(::addToPending)
        for (add in stores) {
            try {
                add(records)
                waiting.clear()
                return
            } catch (e: SQLiteException) {
                FaultLog.log("a record", e)
            } catch (e: IllegalStateException) {
                // The file was closed because it was set aside.
                FaultLog.log("a record", e)
            }
        }
        FaultLog(context).record(Fault.RECORD_FAILED)
    }

    private fun addToPending(records: List<CallRecord>) = CallStore.pending(context).add(records)

    private fun moveAndAdd(records: List<CallRecord>) {
        movePending()
        CallStore.of(context).add(records)
        run { Retention(context).apply(CallStore.of(context)) }
    }

    /** Moves over what was written before the unlock; killed in between, the next move finds it there already. */
    private fun movePending() {
        val pending = CallStore.pending(context)
        while (true) {
            val records = pending.oldest(PAGE).ifEmpty { return }
            CallStore.of(context).add(records)
            pending.delete(records)
        }
    }

    /** Moves over what can be, for whoever wants to read all records, and calls [settled] whether or not it could. */
    fun settle(settled: () -> Unit) = run {
        try {
            if (isUnlocked()) movePending()
        } finally {
            settled()
        }
    }

    private fun isUnlocked() = context.systemService<UserManager>().isUserUnlocked

    companion object {
        private const val IDLE_SECONDS = 10L
        private const val MOST_WAITING = 1_000
        private const val PAGE = 200

        @SuppressLint("StaticFieldLeak") // the application lives as long as the process
        private var current: Recorder? = null

        /** The one of the process. */
        @Synchronized
        fun of(context: Context): Recorder {
            val app = context.applicationContext
            return current?.takeIf { it.context === app } ?: Recorder(app).also { current = it }
        }
    }
}
