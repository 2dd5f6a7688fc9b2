// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.os.Bundle
import app.tomeru.R

/** What the app cannot do, and who made it: so that nobody takes silence for safety. */
class LimitsActivity : AdviceScreen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.limits_title, R.layout.column)
    }

    override fun topics() = Guide.limits(this)
}
