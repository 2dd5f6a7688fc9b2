// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.os.Bundle
import app.tomeru.R

/** What phones of this maker need so that warnings are seen: switches that no app can ask about. */
class MakerActivity : AdviceScreen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.maker_title, R.layout.column)
    }

    override fun topics() = Guide.ofMaker(this)
}
