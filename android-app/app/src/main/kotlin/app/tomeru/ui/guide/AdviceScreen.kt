// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import app.tomeru.R
import app.tomeru.ui.Screen
import app.tomeru.views.find

/** Topics, each a card with its source, its date and what it leads to. */
abstract class AdviceScreen : Screen() {
    /** The topics. */
    internal abstract fun topics(): List<Topic>

    override fun resume() {
        // "They answer now" stays true for about as long as anyone looks at the screen.
        TopicCards(this).fill(find(R.id.rows), topics())
    }
}
