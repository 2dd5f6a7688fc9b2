// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Notification

/** A text without the marks that keep a date, a time or a phrase on one line. */
fun unglued(text: CharSequence): String = text.toString().replace("\u2060", "")

/** What a notice says in its field [name] (`Notification.EXTRA_…`), [unglued]; null: nothing. */
fun Notification.says(name: String): String? = extras.getCharSequence(name)?.let(::unglued)

/** Its title. */
fun Notification.title(): String = checkNotNull(says(Notification.EXTRA_TITLE))
