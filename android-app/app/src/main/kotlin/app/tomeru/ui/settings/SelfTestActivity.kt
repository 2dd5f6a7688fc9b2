// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.app.AlertDialog
import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.tomeru.R
import app.tomeru.health.Report
import app.tomeru.health.SelfTest
import app.tomeru.route.Route
import app.tomeru.ui.Screen
import app.tomeru.ui.share
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.mark
import app.tomeru.views.onYes
import app.tomeru.views.say

/** Takes a test call through every part, and shows each as it is done. */
class SelfTestActivity : Screen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.self_test_title, R.layout.self_test)
        onPress(R.id.again, ::test)
        onPress(R.id.maker) { open(Route.MAKER) }
        onPress(R.id.report) { background.run({ Report(applicationContext).text() }, ::askToSend, ::sayFailed) }
        test()
    }

    private fun test() {
        find<ViewGroup>(R.id.rows).removeAllViews()
        find<View>(R.id.message).isVisible = false
        val state = find<TextView>(R.id.outcome)
        state.mark(getString(R.string.self_test_running), R.drawable.ic_search, R.color.text)
        var all = true
        background.run(
            {
                SelfTest(applicationContext).run { result ->
                    all = all && result.worked
                    main.run { show(result) }
                }
                all
            },
            { works ->
                if (works) {
                    state.mark(getString(R.string.self_test_good), R.drawable.ic_shield, R.color.protected_)
                } else {
                    state.mark(getString(R.string.self_test_failing), R.drawable.ic_stopped, R.color.stopped)
                    say(getString(R.string.self_test_bad))
                }
            },
            ::sayFailed,
        )
    }

    /** Whoever sends it has read it. */
    private fun askToSend(report: String) = show(
        AlertDialog.Builder(this)
            .setTitle(R.string.report_title)
            .setMessage(getString(R.string.report_why, report))
            .onYes(R.string.report_send) { share(report) }
            .setNegativeButton(R.string.cancel, null),
    )

    private fun show(result: SelfTest.Result) {
        val rows = find<ViewGroup>(R.id.rows)
        val row = layoutInflater.inflate(R.layout.point, rows, false) as TextView
        val name = getString(result.part.text)
        val worked = getString(if (result.worked) R.string.self_test_worked else R.string.self_test_failed)
        val slow = getString(R.string.self_test_took, words.seconds(result.micros)).takeIf {
            result.micros > SLOW_MICROS
        }
        if (result.worked) {
            row.mark(listOfNotNull(name, slow).joinToString("\n"), R.drawable.ic_tick, R.color.protected_)
            // The tick in words.
            row.contentDescription = listOfNotNull(name, worked, slow).joinToString(getString(R.string.list_separator))
        } else {
            row.mark(listOfNotNull(name, worked, slow).joinToString("\n"), R.drawable.ic_stopped, R.color.stopped)
        }
        rows.addView(row)
    }

    private companion object {
        /** Whoever waits that long wonders. */
        const val SLOW_MICROS = 1_000_000L
    }
}
