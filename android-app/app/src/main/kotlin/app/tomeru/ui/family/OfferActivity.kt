// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.family

import android.content.ContentResolver
import android.content.Intent
import android.os.Bundle
import android.view.View
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.FamilyCode
import app.tomeru.core.OfferException
import app.tomeru.core.Settings
import app.tomeru.platform.core
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.Screen
import app.tomeru.ui.TextFiles
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.say
import app.tomeru.views.showOrHide
import java.io.IOException

/** Shows settings that came from elsewhere and applies them if the user agrees. Any app may open it. */
class OfferActivity : Screen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.offer_title, R.layout.offer)
        onPress(R.id.leave) { finish() }
        background.run({ read() }, ::show, ::sayWhy)
    }

    /** What would be in force, and the text that says so. */
    private fun read(): Pair<String, Settings> {
        val text = text(intent)
        return text to core.offerOf(text, SettingsStore(this).load().settings)
    }

    private fun text(intent: Intent): String {
        val uri = intent.data
        val text = when {
            uri == null -> intent.getStringExtra(Intent.EXTRA_TEXT).orEmpty()
            uri.scheme == ContentResolver.SCHEME_CONTENT -> TextFiles.read(this, uri)
            else -> uri.toString()
        }
        // A message has words around the code.
        return FamilyCode.find(text) ?: text
    }

    private fun show(read: Pair<String, Settings>) {
        val (text, offered) = read
        val summary = Summary(this)
        find<TextView>(R.id.summary).text = summary.of(offered.policy).joinToString("\n")
        val weaker = summary.weaker(offered.policy).joinToString(getString(R.string.list_separator))
        find<TextView>(R.id.weaker).showOrHide(if (weaker.isEmpty()) null else getString(R.string.offer_weaker, weaker))
        val keeps = if (FamilyCode.matches(text)) R.string.offer_keeps_numbers else R.string.offer_keeps_lists
        find<TextView>(R.id.offer_keeps).setText(keeps)
        find<View>(R.id.offered).isVisible = true
        find<View>(R.id.take).isVisible = true
        onYes(R.id.take) { take(text) }
    }

    /** Reads the offer again: what is in force may have changed since it was shown. */
    private fun take(text: String) = background.run(
        { SettingsStore(this).change { core.offerOf(text, it) } },
        {
            find<View>(R.id.take).isVisible = false
            say(getString(R.string.offer_taken))
            find<TextView>(R.id.leave).setText(R.string.setup_home)
            onPress(R.id.leave) {
                open(Route.HOME) { addFlags(Intent.FLAG_ACTIVITY_CLEAR_TOP) }
                finish()
            }
        },
        ::sayFailed,
    )

    private fun sayWhy(fault: Throwable) {
        // There is nothing to ask about.
        find<TextView>(R.id.title).setText(R.string.offer_refused)
        when (fault) {
            is OfferException.Newer -> say(getString(R.string.offer_newer))
            is OfferException.Broken -> say(getString(R.string.offer_broken))
            is IOException, is SecurityException -> say(getString(R.string.lists_not_read))
            else -> sayFailed(fault)
        }
    }
}
