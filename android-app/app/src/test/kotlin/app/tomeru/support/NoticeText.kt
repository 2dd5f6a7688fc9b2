// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Notification

/**
 * What a notice says in its field [name] (`Notification.EXTRA_…`); null: nothing. Phrases are kept whole by spans, and a
 * text with spans is no `String`.
 */
fun Notification.says(name: String): String? = extras.getCharSequence(name)?.toString()

/** Its title. */
fun Notification.title(): String = checkNotNull(says(Notification.EXTRA_TITLE))
