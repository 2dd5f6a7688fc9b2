// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Activity
import android.view.View
import android.widget.TextView
import app.tomeru.R

/** The view with [id], which the screen's layout has. */
internal fun <T : View> Activity.find(id: Int): T = requireViewById(id)

/** Shows [text] in the screen's place for messages. */
internal fun Activity.say(text: String) = find<TextView>(R.id.message).run {
    this.text = text
    visibility = View.VISIBLE
}
