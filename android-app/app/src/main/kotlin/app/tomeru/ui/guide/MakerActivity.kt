// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.os.Bundle
import app.tomeru.R

/** What phones of this maker need so that warnings are seen: switches that no app can ask about. */
class MakerActivity : AdviceScreen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.maker_title, R.layout.column)
    }

    /** The button that leads to the phone's page about this app is there once: two that look alike make people wonder. */
    override fun topics(): List<Topic> {
        val all = Guide.ofMaker(this)
        val first = all.indexOfFirst { topic -> topic.links.any { it is Link.AppPage } }
        return all.mapIndexed { at, topic ->
            if (at > first) topic.copy(links = topic.links.filterNot { it is Link.AppPage }) else topic
        }
    }
}
