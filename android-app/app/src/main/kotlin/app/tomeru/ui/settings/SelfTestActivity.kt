// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.app.AlertDialog
import android.os.Bundle
import android.view.ViewGroup
import android.widget.TextView
import app.tomeru.R
import app.tomeru.health.Report
import app.tomeru.health.SelfTest
import app.tomeru.route.Route
import app.tomeru.ui.Screen
import app.tomeru.ui.share
import app.tomeru.views.find
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
        var all = true
        background.run(
            {
                SelfTest(applicationContext).run { result ->
                    all = all && result.worked
                    main.run { show(result) }
                }
                all
            },
            { say(getString(if (it) R.string.self_test_good else R.string.self_test_bad)) },
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
        val row = layoutInflater.inflate(R.layout.self_test_row, rows, false)
        val text = getString(if (result.worked) R.string.self_test_worked else R.string.self_test_failed)
        val (icon, color) = when {
            result.worked -> R.drawable.ic_shield to R.color.protected_
            else -> R.drawable.ic_stopped to R.color.stopped
        }
        row.requireViewById<TextView>(R.id.outcome).mark(text, icon, color)
        row.requireViewById<TextView>(R.id.name).setText(result.part.text)
        row.requireViewById<TextView>(R.id.detail).text =
            getString(R.string.self_test_took, words.seconds(result.micros))
        rows.addView(row)
    }
}
