// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.annotation.SuppressLint
import android.content.Context
import android.os.UserManager
import app.tomeru.call.CallRecord
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.fault.Worker
import app.tomeru.platform.systemService
import java.util.concurrent.ExecutionException
import java.util.concurrent.FutureTask

/**
 * Records calls one after another, off the main thread: an answer never waits for it.
 *
 * If the records' file refuses, the record goes to the pending file, which is moved over with the next call; if both
 * refuse, it waits in memory for the next call. So a dying process loses at most what came while no file could be
 * written, and the first screen shows that.
 */
class Recorder private constructor(private val context: Context) {
    private val waiting = ArrayDeque<CallRecord>()

    /** The calls that wait in memory, because no file takes them. */
    @Volatile
    var held: List<CallRecord> = emptyList()
        private set

    /** A flood of calls while the disk hangs: better a gap in the records than no memory for the next call. */
    private val worker = Worker("records", MAX_WAITING)

    /** Stores [record] soon, then calls [written] on the same thread, whether or not that worked. Returns at once. */
    @JvmOverloads
    fun record(record: CallRecord, written: () -> Unit = {}) {
        // Nothing comes between: what is erased meanwhile is told of by nobody.
        worker.run(Fault.RECORD_FAILED) {
            Barrier.run(Fault.RECORD_FAILED) { write(record) }
            Barrier.run(Fault.NOTICE_FAILED, written)
        }
    }

    /** Runs [work] after everything that came before it has been stored. */
    fun run(work: () -> Unit) = run(null, work)

    /** The same; [fault] is what does not work if it throws. */
    fun run(fault: Fault?, work: () -> Unit) {
        worker.run(fault, work)
    }

    private fun write(record: CallRecord) {
        if (waiting.size == MAX_WAITING) waiting.removeFirst()
        waiting += record
        val records = waiting.toList()
        val stores = if (record.unlocked) listOf(::moveAndAdd, ::addToPending) else listOf(::addToPending)
        // The last fault counts; one before it may be a file that was closed because it was set aside.
        for (add in stores) {
            if (Barrier.run(
                    Fault.RECORD_FAILED.takeIf {
                        add == stores.last()
                    },
                ) { add(records) }
            ) {
                waiting.clear()
                held = emptyList()
                return
            }
        }
        held = records
    }

    /**
     * Erases what waits in memory, then each of [stores], and calls [erased]: between two calls, so that nothing is on its
     * way from one place to another. Returns when it is done. One that refuses keeps nothing in the others; what the first
     * of them threw is thrown here.
     */
    @JvmSynthetic
    internal fun erase(stores: List<CallStore>, erased: () -> Unit = {}) {
        val work = FutureTask {
            waiting.clear()
            held = emptyList()
            val steps = stores.map { it::erase } + erased
            val thrown = steps.mapNotNull { step ->
                Barrier.ask<Throwable?>(null, { it }) {
                    step()
                    null
                }
            }
            thrown.firstOrNull()?.let { throw it }
        }
        if (!worker.run(null, work::run)) work.run()
        try {
            work.get()
        } catch (e: ExecutionException) {
            throw e.cause ?: e
        }
    }

    private fun addToPending(records: List<CallRecord>) = CallStore.pending(context).add(records)

    private fun moveAndAdd(records: List<CallRecord>) {
        // First: whether a number was dialled to call back is told by what came before. A pending file that refuses must
        // not keep calls from the other.
        val moved = Barrier.run(null, ::movePending)
        CallStore.of(context).add(records)
        if (!moved) later(Fault.RECORD_FAILED, ::movePending)
        // The call has told that they can be read.
        later(Fault.OLD_RECORDS_KEPT, ::deleteOld)
    }

    /** As [run], but nothing fails if too much is waiting: the next call does the same. */
    private fun later(fault: Fault, work: () -> Unit) = run(null) { Barrier.run(fault, work) }

    /** Does, soon, what else a call does: moves over what can be, and deletes what the user does not want to keep. */
    fun tidy() = settle { run(Fault.OLD_RECORDS_KEPT) { if (isUnlocked()) deleteOld() } }

    private fun deleteOld() = Retention(context).apply(CallStore.of(context))

    /** Moves over what was stored before the unlock; after an interruption, the next move finds it there already. */
    private fun movePending() {
        val pending = CallStore.pending(context)
        while (true) {
            val records = pending.oldest(PAGE).ifEmpty { return pending.forgetDialledBefore(Long.MAX_VALUE) }
            CallStore.of(context).add(records)
            pending.delete(records)
        }
    }

    /** Moves over what can be, for readers of all records, then calls [settled] whether or not that worked. */
    fun settle(settled: () -> Unit) {
        val taken = worker.run(null) {
            Barrier.run(null) { if (isUnlocked()) movePending() }
            settled()
        }
        if (!taken) settled()
    }

    private fun isUnlocked() = context.systemService<UserManager>().isUserUnlocked

    companion object {
        private const val MAX_WAITING = 1_000
        private const val PAGE = 200

        @SuppressLint("StaticFieldLeak") // the application lives as long as the process
        private var current: Recorder? = null

        /** The recorder of this process. */
        @Synchronized
        @JvmStatic
        fun of(context: Context): Recorder {
            val app = context.applicationContext
            return current?.takeIf { it.context === app } ?: Recorder(app).also { current = it }
        }
    }
}
