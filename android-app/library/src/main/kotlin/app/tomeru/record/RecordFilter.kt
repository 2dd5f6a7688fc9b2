// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import app.tomeru.core.Action

/**
 * Which records to select.
 *
 * @property where an SQL condition on the table `calls`, or null for all
 * @property arguments the values of its placeholders
 */
class RecordFilter private constructor(
    @get:JvmSynthetic internal val where: String?,
    @get:JvmSynthetic internal val arguments: List<String>,
) {
    companion object {
        /** Every record. */
        @JvmField
        val ALL = RecordFilter(null, emptyList())

        /**
         * Incoming calls that got one of [actions] (null: any, and the owner's own calls, too), with one of [digits] (as
         * `Core.searchForms` gives them) in their number's key or from one of [regions]; if both are empty, all of them.
         */
        @JvmStatic
        fun of(actions: Set<Action>?, digits: Collection<String>, regions: Collection<String>): RecordFilter {
            val arguments = mutableListOf<String>()
            val treated = actions?.let { "NOT outgoing AND action IN (${places(it.map(Columns::word), arguments)})" }
            val found = (
                digits.map { "number_key LIKE ${places(listOf("%$it%"), arguments)}" } + listOfNotNull(
                    regions.ifEmpty { null }?.let { "region IN (${places(it, arguments)})" },
                )
            ).joinToString(" OR ").ifEmpty { null }
            val where = listOfNotNull(treated, found?.let { "($it)" }).joinToString(" AND ").ifEmpty { null }
            return RecordFilter(where, arguments)
        }

        private fun places(values: Collection<String>, arguments: MutableList<String>): String {
            arguments += values
            return values.joinToString(",") { "?" }
        }
    }
}
