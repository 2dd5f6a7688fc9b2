// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.home

import android.Manifest.permission.READ_CONTACTS
import android.os.Build
import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.notice.Rehearsal
import app.tomeru.notice.Way
import app.tomeru.platform.clock
import app.tomeru.protection.Protection
import app.tomeru.route.Route
import app.tomeru.ui.Permissions
import app.tomeru.ui.Practice
import app.tomeru.ui.Screen
import app.tomeru.ui.guide.Guide
import app.tomeru.ui.setup.Setup
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.mark
import app.tomeru.views.showOrHide

/** How a call is warned of on this phone; lets the family try it. */
class WaysActivity : Screen() {
    private val permissions by lazy { Permissions(this) }
    private val rehearsal by lazy { Rehearsal(applicationContext) }

    override fun create(state: Bundle?) {
        showColumn(R.string.ways_title, R.layout.ways)
        onPress(R.id.rehearse) {
            if (rehearsal.isOn) rehearsal.end() else rehearsal.begin()
            look()
        }
        onPress(R.id.overlay_allow) { openElsewhere(permissions.overlayPage) }
        onPress(R.id.contacts_allow) { permissions.askForContacts(0) }
        onPress(R.id.maker) { open(Route.MAKER) }
    }

    override fun resume() = look()

    override fun answered(asked: Array<String>, results: IntArray) = permissions.answered(asked, results)

    private fun look() = background.run(
        { Protection.of(applicationContext).works to Way.all(applicationContext) },
        { (works, states) -> show(works, states) },
        ::sayFailed,
    )

    /** Where every call rings ([works] is false), none is warned of, and none rehearsed. */
    private fun show(works: Boolean, states: List<Way.State>) {
        showWays(works, states)
        val left = rehearsal.leftMillis
        find<View>(R.id.rehearsal_card).isVisible = works && Setup(this).isChosen
        find<TextView>(R.id.rehearsal_state).showOrHide(
            if (left == 0L) null else listOf(getString(Practice.how(this)), until(left)).joinToString("\n"),
        )
        find<Button>(R.id.rehearse).setText(if (left == 0L) R.string.rehearsal_begin else R.string.rehearsal_end)
        // Android 10 says more: there it matters for every call, see Protection.
        val sees = permissions.has(READ_CONTACTS) || Build.VERSION.SDK_INT == Build.VERSION_CODES.Q
        find<View>(R.id.contacts_unseen).isVisible = !sees
        find<Button>(R.id.maker).isVisible = Guide.hasMaker(this)
    }

    private fun until(left: Long) = getString(R.string.rehearsal_until, words.timeOfDay(clock.millis + left))

    private fun showWays(works: Boolean, states: List<Way.State>) {
        val rows = find<ViewGroup>(R.id.ways)
        rows.removeAllViews()
        for (state in states) {
            val row = layoutInflater.inflate(R.layout.way, rows, false)
            val (text, icon, color) = if (works && state.isOn) ON else OFF
            val said = getString(R.string.offer_line, getString(name(state.way)), getString(text))
            row.requireViewById<TextView>(R.id.outcome).mark(said, icon, color)
            row.requireViewById<TextView>(R.id.detail).showOrHide(seen(state).takeIf { works })
            rows.addView(row)
        }
        find<Button>(R.id.overlay_allow).isVisible = states.any { it.way == Way.OVERLAY && !it.isOn }
    }

    private fun seen(state: Way.State): String? = when {
        state.way == Way.VOICE -> null
        state.lastMillis == null -> getString(R.string.way_unseen)
        else -> getString(R.string.way_seen, words.time(state.lastMillis))
    }

    private fun name(way: Way) = when (way) {
        Way.OVERLAY -> R.string.way_overlay
        Way.NOTICE -> R.string.way_notice
        Way.VOICE -> R.string.way_voice
    }

    private companion object {
        val ON = Triple(R.string.way_on, R.drawable.ic_shield, R.color.protected_)
        val OFF = Triple(R.string.way_off, R.drawable.ic_triangle, R.color.partly)
    }
}
