// SPDX-License-Identifier: Apache-2.0
package app.tomeru.help

import android.content.Context
import app.tomeru.R
import java.time.LocalDate

/**
 * Japan's holidays.
 *
 * @property days those that are known
 * @property until the last day of which it is known whether it is one
 */
internal class Holidays(val days: Set<LocalDate>, val until: LocalDate) {
    companion object {
        /** Those of `res/values/holidays.xml`, which names its sources. */
        fun read(context: Context) = Holidays(
            context.resources.getStringArray(R.array.holidays).mapTo(mutableSetOf(), LocalDate::parse),
            LocalDate.parse(context.getString(R.string.holidays_until)),
        )
    }
}
