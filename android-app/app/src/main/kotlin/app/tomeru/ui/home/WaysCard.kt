// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.home

import android.Manifest.permission.READ_CONTACTS
import android.os.Build
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.fault.Background
import app.tomeru.notice.Rehearsal
import app.tomeru.notice.Way
import app.tomeru.platform.clock
import app.tomeru.route.Route
import app.tomeru.ui.Permissions
import app.tomeru.ui.Practice
import app.tomeru.ui.guide.Guide
import app.tomeru.ui.setup.Setup
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.mark
import app.tomeru.views.onPress
import app.tomeru.views.showOrHide
import app.tomeru.words.Words

/** The card of the first screen that tells how a call is warned of on this phone, and lets the family try it. */
internal class WaysCard(
    private val screen: HomeActivity,
    private val permissions: Permissions,
    private val background: Background,
) {
    private val words = Words(screen)
    private val rehearsal = Rehearsal(screen.applicationContext)
    private var works = true

    init {
        screen.find<Button>(R.id.rehearse).onPress {
            if (rehearsal.isOn) rehearsal.end() else rehearsal.begin()
            show(works)
        }
        screen.find<Button>(R.id.overlay_allow).onPress { screen.openElsewhere(permissions.overlayPage) }
        screen.find<Button>(R.id.contacts_allow).onPress { permissions.askForContacts(0) }
        screen.find<Button>(R.id.maker).onPress { screen.startActivity(Route.MAKER.intent(screen)) }
    }

    /** Shows what is known now; [works]: whether calls come to this app, without which none is warned of. */
    fun show(works: Boolean) {
        this.works = works
        background.run({ Way.all(screen.applicationContext) }, ::show, { show(emptyList()) })
        val left = rehearsal.leftMillis
        screen.find<TextView>(R.id.rehearsal_state).showOrHide(
            if (left == 0L ||
                !works
            ) {
                null
            } else {
                listOf(screen.getString(Practice.how(screen)), until(left)).joinToString("\n")
            },
        )
        screen.find<Button>(R.id.rehearse).run {
            setText(if (left == 0L) R.string.rehearsal_begin else R.string.rehearsal_end)
            // Where every call rings, none is rehearsed; and calls come to no app that is not chosen.
            isVisible = works && Setup(screen).isChosen
        }
        // Android 10 says more: there it matters for every call, see Protection.
        val sees = permissions.has(READ_CONTACTS) || Build.VERSION.SDK_INT == Build.VERSION_CODES.Q
        screen.find<TextView>(R.id.contacts_unseen).isVisible = !sees
        screen.find<Button>(R.id.contacts_allow).isVisible = !sees
        screen.find<Button>(R.id.maker).isVisible = Guide.hasMaker(screen)
    }

    private fun until(left: Long) =
        screen.getString(R.string.rehearsal_until, words.timeOfDay(screen.clock.millis + left))

    private fun show(states: List<Way.State>) {
        val rows = screen.find<ViewGroup>(R.id.ways)
        rows.removeAllViews()
        for (state in states) {
            val row = screen.layoutInflater.inflate(R.layout.way, rows, false)
            val (text, icon, color) = if (works && state.isOn) ON else OFF
            val said = screen.getString(R.string.offer_line, screen.getString(name(state.way)), screen.getString(text))
            row.requireViewById<TextView>(R.id.outcome).mark(said, icon, color)
            row.requireViewById<TextView>(R.id.detail).showOrHide(seen(state).takeIf { works })
            rows.addView(row)
        }
        screen.find<Button>(R.id.overlay_allow).isVisible = states.any { it.way == Way.OVERLAY && !it.isOn }
    }

    private fun seen(state: Way.State): String? = when {
        state.way == Way.VOICE -> null
        state.lastMillis == null -> screen.getString(R.string.way_unseen)
        else -> screen.getString(R.string.way_seen, words.time(state.lastMillis))
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
