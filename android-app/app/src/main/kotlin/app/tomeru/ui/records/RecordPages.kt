// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.records

import app.tomeru.call.CallRecord
import app.tomeru.fault.Background
import app.tomeru.record.RecordFilter

/**
 * The records page by page. What was asked before [restart] is thrown away when it comes. For the main thread.
 *
 * @param background where a page is read
 * @param read the newest so many records, of those that come after one, that a filter fits; not on the main thread
 */
internal class RecordPages(
    private val background: Background,
    private val read: (count: Int, after: CallRecord?, filter: RecordFilter) -> List<CallRecord>,
) {
    private var filter: () -> RecordFilter = { RecordFilter.ALL }
    private var last: CallRecord? = null
    private var loading = false
    private var complete = false
    private var question = 0

    /** Begins anew with the first page, of records that [filter] gives; it is asked for in the background. */
    fun restart(filter: () -> RecordFilter) {
        this.filter = filter
        question++
        last = null
        loading = false
        complete = false
    }

    /** Reads the next page, unless there is none or it is being read, and hands it to [take] or, once, what was thrown to [failed]. */
    fun next(take: (List<CallRecord>) -> Unit, failed: (Throwable) -> Unit) {
        if (loading || complete) return
        loading = true
        val asked = question
        val filter = filter
        val after = last
        background.run(
            { read(SIZE, after, filter()) },
            { page ->
                if (asked == question) {
                    loading = false
                    complete = page.size < SIZE
                    last = page.lastOrNull() ?: last
                    take(page)
                }
            },
            { fault ->
                if (asked == question) {
                    loading = false
                    complete = true
                    failed(fault)
                }
            },
        )
    }

    private companion object {
        const val SIZE = 50
    }
}
