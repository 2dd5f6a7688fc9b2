// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.home

import android.os.Bundle
import android.view.View
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Pass
import app.tomeru.pass.TimedPass
import app.tomeru.protection.Protection
import app.tomeru.route.Route
import app.tomeru.ui.Screen
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.say
import app.tomeru.words.Failure

/** For who expects a call from abroad: lets calls ring for a while, and says what is safer. */
class WaitActivity : Screen() {
    private val pass by lazy { TimedPass(applicationContext) }

    override fun create(state: Bundle?) {
        showColumn(R.string.pass_title_home, R.layout.wait)
        onYes(R.id.pass_hour) { change { pass.startForAnHour() } }
        onPress(R.id.pass_end) { change { pass.end() } }
        onPress(R.id.countries) { open(Route.COUNTRIES) }
    }

    override fun resume() {
        background.run({ Protection.of(applicationContext) }, ::showWhether, ::sayFailed)
        change {}
    }

    /** While every call rings there is nothing to let ring, and the end of a pass would not change that. */
    private fun showWhether(protection: Protection) {
        find<View>(R.id.pass_card).isVisible = protection.works
        find<View>(R.id.message).isVisible = false
        if (!protection.works) say(getString(protection.detail))
    }

    private fun change(work: () -> Unit): Unit = background.run(
        {
            work()
            pass.current()
        },
        ::show,
        { find<TextView>(R.id.pass_state).text = Failure.text(this, it) },
    )

    private fun show(passes: List<Pass>) {
        find<TextView>(R.id.pass_state).text = when {
            passes.isEmpty() -> getString(R.string.pass_detail)
            else -> passes.joinToString("\n", transform = words::pass)
        }
        find<Button>(R.id.pass_end).isVisible = passes.isNotEmpty()
        find<Button>(R.id.pass_hour).isVisible = passes.none { it.country == null }
    }
}
