// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.records

import app.tomeru.call.CallRecord
import app.tomeru.fault.Background
import app.tomeru.record.RecordFilter

/**
 * The records page by page. Pages requested before [restart] are discarded when they arrive. For the main thread.
 *
 * @param background where pages are read
 * @param read the newest `count` records that follow `after` and match `filter`; not called on the main thread
 */
internal class RecordPages(
    private val background: Background,
    private val read: (count: Int, after: CallRecord?, filter: RecordFilter) -> List<CallRecord>,
) {
    private var filter: () -> RecordFilter = { RecordFilter.ALL }
    private var last: CallRecord? = null
    private var loading = false

    /** Nothing is read before [restart]: a list that is laid out asks for more at once. */
    private var complete = true
    private var question = 0

    /** Nothing is read until [restart], and what is on its way is discarded. */
    fun stop() {
        question++
        loading = false
        complete = true
    }

    /** Starts over with the first page of what [filter] selects; [filter] is called in the background. */
    fun restart(filter: () -> RecordFilter) {
        stop()
        this.filter = filter
        last = null
        complete = false
    }

    /**
     * Reads the next page, unless there is none or it is being read already.
     *
     * @param take gets the page
     * @param failed gets what was thrown instead; nothing more is read then
     */
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
