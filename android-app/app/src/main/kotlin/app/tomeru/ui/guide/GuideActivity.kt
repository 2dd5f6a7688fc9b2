// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.os.Bundle
import app.tomeru.R
import app.tomeru.route.Route
import app.tomeru.ui.dial
import app.tomeru.views.find

/** Whom to ask, then the official advice. */
class GuideActivity : AdviceScreen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.guide_title, R.layout.guide)
        showHelp()
        onPress(R.id.emergency) { dial(getString(R.string.police_emergency)) }
        onPress(R.id.consumer) { dial(getString(R.string.consumer_number)) }
        onPress(R.id.paid) { open(Route.PAID) }
    }

    override fun resume() {
        super.resume()
        TopicCards(this).say(Guide.read(this).first(), find(R.id.help))
    }

    /** The first one stands above the buttons. */
    override fun topics() = Guide.read(this).drop(1)
}
