// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Notification

/** What a notice says in its field [name] (`Notification.EXTRA_…`), without the marks that keep phrases whole; null: nothing. */
fun Notification.says(name: String): String? = extras.getCharSequence(name)?.toString()?.replace("\u2060", "")

/** Its title. */
fun Notification.title(): String = checkNotNull(says(Notification.EXTRA_TITLE))
