// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.home

import android.app.Activity
import android.view.View
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Pass
import app.tomeru.fault.Background
import app.tomeru.pass.TimedPass
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onPress
import app.tomeru.views.onYes
import app.tomeru.words.Failure
import app.tomeru.words.Words

/** The card of the first screen that lets calls ring for a while. */
class PassCard(private val activity: Activity, private val background: Background) {
    private val words = Words(activity)
    private val pass = TimedPass(activity.applicationContext)

    init {
        activity.find<Button>(R.id.pass_hour).onYes { change { pass.startForAnHour() } }
        activity.find<Button>(R.id.pass_end).onPress { change { pass.end() } }
    }

    /** Shows what is on; nothing while every call rings, for the end of a pass would not change that. */
    fun show(works: Boolean) {
        activity.find<View>(R.id.pass_card).isVisible = works
        change {}
    }

    private fun change(work: () -> Unit): Unit = background.run(
        {
            work()
            pass.current()
        },
        ::show,
        { activity.find<TextView>(R.id.pass_state).text = Failure.text(activity, it) },
    )

    private fun show(passes: List<Pass>) {
        activity.find<TextView>(R.id.pass_state).text = when {
            passes.isEmpty() -> activity.getString(R.string.pass_detail)
            else -> passes.joinToString("\n", transform = words::pass)
        }
        activity.find<Button>(R.id.pass_end).isVisible = passes.isNotEmpty()
        activity.find<Button>(R.id.pass_hour).isVisible = passes.none { it.country == null }
    }
}
