// SPDX-License-Identifier: Apache-2.0
package app.tomeru.help

import android.content.Context

/**
 * The one person whom the owner calls when in doubt. The owner chose the number among the contacts; it stays what it was
 * then. Only screens ask for it, so it is kept where nobody reads it before the first unlock; nothing of it is logged, put
 * into a family's code or saved with the settings.
 */
class FamilyNumber(context: Context) {
    private val store = context.getSharedPreferences("family", Context.MODE_PRIVATE)

    /** Who it is; null: nobody is chosen. */
    var person: Person?
        get() = store.getString(NUMBER, null)?.let { Person(store.getString(NAME, null).orEmpty(), it) }
        set(chosen) = store.edit()
            .clear()
            .apply { if (chosen != null) putString(NAME, chosen.name).putString(NUMBER, chosen.number) }
            .apply()

    /**
     * Somebody to call. No data class: what it holds must not get into a message by itself.
     *
     * @property name as the contacts have it; may be empty
     * @property number as the contacts have it, for the dialer
     */
    class Person(val name: String, val number: String)

    private companion object {
        const val NAME = "name"
        const val NUMBER = "number"
    }
}
