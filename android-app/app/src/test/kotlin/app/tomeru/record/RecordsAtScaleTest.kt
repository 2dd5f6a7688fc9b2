// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.app.Application
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.support.ManyCalls
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** A hundred thousand calls: whatever is looked at, a page is all that is read. */
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
class RecordsAtScaleTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val store = CallStore.of(app)

    private fun pages(filter: RecordFilter): List<CallRecord> {
        val all = mutableListOf<CallRecord>()
        do {
            val page = store.newest(PAGE, all.lastOrNull(), filter)
            all += page
        } while (page.size == PAGE && all.size < MOST)
        return all
    }

    private fun plan(filter: RecordFilter, last: CallRecord?): String {
        val (sql, arguments) = store.statement(PAGE, last, filter)
        return store.helper.readableDatabase.rawQuery("EXPLAIN QUERY PLAN $sql", arguments).use { rows ->
            List(rows.count) { rows.moveToPosition(it).let { rows.getString(rows.getColumnIndexOrThrow("detail")) } }
        }.joinToString("\n")
    }

    @Test
    fun `pages follow each other, whatever is filtered, and none is sorted first`() {
        ManyCalls.fill(store, 0 until COUNT)
        assertEquals(COUNT.toLong(), store.count())
        val filters = listOf(
            RecordFilter.ALL,
            RecordFilter.of(setOf(Action.WARN), emptyList(), emptyList()),
            RecordFilter.of(null, listOf("18441000"), emptyList()),
            RecordFilter.of(setOf(Action.REJECT), emptyList(), listOf("PH")),
        )
        for (filter in filters) {
            val all = pages(filter)
            assertEquals("each once", all.size, all.map { it.uid }.distinct().size)
            assertTrue("the newest first", all.zipWithNext().all { (newer, older) -> newer.atMillis > older.atMillis })
            assertTrue(all.size >= PAGE)
            for (last in listOf(null, all.last())) {
                val plan = plan(filter, last)
                assertTrue(plan, "USING INDEX calls_at" in plan && "TEMP B-TREE" !in plan)
            }
        }
        val warned = pages(filters[1])
        assertTrue(warned.all { it.action == Action.WARN })
        val found = pages(filters[3])
        assertTrue(found.all { it.action == Action.REJECT && it.region == "PH" })
    }

    private companion object {
        const val COUNT = 100_000
        const val PAGE = 50
        const val MOST = 500
    }
}
