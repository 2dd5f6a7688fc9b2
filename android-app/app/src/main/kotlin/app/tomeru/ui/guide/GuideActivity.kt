// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.os.Bundle
import app.tomeru.R
import app.tomeru.route.Route

/** Official advice, and whom to ask. */
class GuideActivity : AdviceScreen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.guide_title, R.layout.guide)
        showHelp()
        onPress(R.id.paid) { open(Route.PAID) }
    }

    override fun topics() = Guide.read(this)
}
