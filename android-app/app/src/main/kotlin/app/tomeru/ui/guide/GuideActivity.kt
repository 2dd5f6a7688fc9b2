// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.os.Bundle
import app.tomeru.R

/** Official advice, and whom to ask. */
class GuideActivity : AdviceScreen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.guide_title, R.layout.guide)
        showHelp()
    }

    override fun topics() = Guide.read(this)
}
