// SPDX-License-Identifier: Apache-2.0
package app.tomeru.chaos

import android.database.sqlite.SQLiteException
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.record.CallStore
import app.tomeru.support.Phone
import app.tomeru.support.TestApp
import java.io.File

/** The calls that were answered, and what must be found of them in the records. */
internal class Ledger(private val app: TestApp, private val phone: Phone) {
    private data class Told(val number: String?, val atMillis: Long, val answer: Action)

    private val told = mutableListOf<Told>()

    /** Those that no file may have taken; they are lost if the process dies now. */
    private val unsure = mutableListOf<Told>()
    private val lost = mutableListOf<Told>()
    private val seen = mutableMapOf<String, CallRecord>()
    private val setAside = mutableListOf<String>()
    private val file get() = app.getDatabasePath("calls.db")

    /** A call from [who] was answered with [answer] (a warning rings); [refused] if no file may have taken its record. */
    fun told(who: Who, atMillis: Long, answer: Action, refused: Boolean) {
        val call = Told(who.number, atMillis, answer)
        told += call
        if (refused) unsure += call else unsure.clear()
    }

    /** The process died. */
    fun died() {
        lost += unsure
        told -= unsure.toSet()
        unsure.clear()
    }

    /** The file of the records breaks; the process, of which nothing has the file open, finds that later. */
    fun corrupt(junk: String) {
        phone.settle()
        // What is in it is found in the copy that is set aside, not among the records.
        val inIt = try {
            CallStore.of(app).newest(MOST)
        } catch (e: SQLiteException) {
            // It was broken already, and is set aside now.
            emptyList()
        }
        inIt.forEach { seen -= it.uid }
        val gone = inIt.filterNot { it.outgoing }.map { it.number to it.atMillis }.toSet()
        lost += told.filter { (it.number to it.atMillis) in gone }
        told.removeAll { (it.number to it.atMillis) in gone }
        CallStore.of(app).close()
        File(file.path + "-wal").delete()
        File(file.path + "-shm").delete()
        file.writeText(junk)
        setAside += junk
    }

    /**
     * What is wrong with the records, now that nothing hinders them; null if nothing is. What came while the clock was
     * years behind may count as old by [nowMillis], and have gone.
     */
    fun wrong(nowMillis: Long): String? {
        told.filter { isOld(it.atMillis, nowMillis) }.let {
            lost += it
            told -= it.toSet()
        }
        seen.values.removeAll { isOld(it.atMillis, nowMillis) }
        val all = CallStore.pending(app).newest(MOST) + CallStore.of(app).newest(MOST)
        all.groupBy { it.uid }.values.find { it.size > 1 }?.let { return "twice: $it" }
        val byUid = all.associateBy { it.uid }
        seen.entries.find { (uid, record) -> byUid[uid] != record && !record.outgoing }
            ?.let { return "was ${it.value}, is ${byUid[it.key]}" }
        seen += byUid
        val left = all.filterNot { it.outgoing }.map { Told(it.number, it.atMillis, rung(it.action)) }.toMutableList()
        for (call in told) if (!left.remove(call)) return "$call is not there"
        (left - lost.toSet()).firstOrNull()?.let { return "nobody called: $it" }
        val kept = file.parentFile?.listFiles().orEmpty().filter { ".broken-" in it.name }.map { it.readText() }
        return setAside.find { it !in kept && file.readText() != it }?.let { "what was set aside is gone" }
    }

    private fun isOld(atMillis: Long, nowMillis: Long) = atMillis < nowMillis - KEPT_MILLIS

    private companion object {
        /** As the recommended settings have it. */
        const val KEPT_MILLIS = 90 * 24 * 60 * 60 * 1_000L

        const val MOST = 100_000

        fun rung(action: Action) = if (action == Action.WARN) Action.ALLOW else action
    }
}
