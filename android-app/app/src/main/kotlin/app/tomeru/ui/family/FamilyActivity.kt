// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.family

import android.content.Intent
import android.os.Bundle
import android.view.ViewGroup
import android.widget.ImageView
import android.widget.TextView
import app.tomeru.R
import app.tomeru.platform.core
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.Screen
import app.tomeru.ui.TextFiles
import app.tomeru.ui.share
import app.tomeru.views.find
import app.tomeru.views.say

/** Hands the settings to a family member's phone, and receives them there. */
class FamilyActivity : Screen() {
    private var code: String? = null

    override fun create(state: Bundle?) {
        showColumn(R.string.family_title, R.layout.family)
        showColumns()
        // Its paper has round corners.
        find<ImageView>(R.id.code).clipToOutline = true
        showSteps()
        onPress(R.id.send) { code?.let(::send) }
        onPress(R.id.write) { startActivityForResult(TextFiles.create(TYPE, NAME), WRITE) }
        onPress(R.id.paste) { copiedText()?.let { open(Route.OFFER) { putExtra(Intent.EXTRA_TEXT, it) } } }
        onPress(R.id.read) { startActivityForResult(TextFiles.open(), READ) }
    }

    /** What the other phone needs comes first. */
    private fun showSteps() {
        val steps = find<ViewGroup>(R.id.steps)
        listOf(R.string.family_install, R.string.family_scan, R.string.family_agree).forEachIndexed { at, text ->
            val row = layoutInflater.inflate(R.layout.numbered, steps, false)
            row.requireViewById<TextView>(R.id.number).text = words.count(at + 1L)
            row.requireViewById<TextView>(R.id.detail).setText(text)
            steps.addView(row)
        }
    }

    override fun resume() {
        background.run(
            {
                val policy = SettingsStore(this).load().settings.policy
                val code = core.familyCode(policy)
                // The owner's numbers are not handed over.
                val handed = policy.copy(allowed = emptyList(), blocked = emptyList())
                Triple(code, CodePicture.of(code), Summary(this).of(handed))
            },
            { (code, picture, summary) ->
                this.code = code
                find<ImageView>(R.id.code).setImageBitmap(picture)
                find<TextView>(R.id.summary).text = summary.joinToString("\n")
            },
            ::sayFailed,
        )
    }

    override fun result(request: Int, result: Int, data: Intent?) {
        val uri = data?.data
        if (result != RESULT_OK || uri == null) return
        if (request == READ) return open(Route.OFFER) { setData(uri) }
        background.run(
            { TextFiles.write(this, uri, core.familyCode(SettingsStore(this).load().settings.policy)) },
            { say(getString(R.string.records_exported)) },
            { sayFailed(it, R.string.records_not_exported) },
        )
    }

    private fun send(code: String) = share(getString(R.string.family_text, code))

    private companion object {
        const val WRITE = 1
        const val READ = 2
        const val TYPE = "text/plain"
        const val NAME = "tomeru-family.txt"
    }
}
