// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.AlertDialog
import android.view.View
import android.widget.Button
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.fault.Background
import app.tomeru.platform.core
import app.tomeru.settings.SettingsStore
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onYes
import app.tomeru.views.say
import app.tomeru.words.Words

/** The buttons that a screen about one number has: ask the police or the family, stop it, let it ring. */
internal class NumberActions(private val screen: Screen, private val background: Background) {
    /**
     * Shows them for [number], in any spelling; a forged number, which [forged] tells, must not be allowed by a slip
     * of the finger. What happens [already] to its calls is not offered.
     */
    fun show(
        number: String?,
        forged: Boolean,
        home: String,
        offersToAllow: Boolean = true,
        already: Action? = null,
    ) {
        screen.showHelp()
        button(R.id.block).isVisible = number != null && already != Action.REJECT
        button(R.id.allow).isVisible = number != null && !forged && offersToAllow && already != Action.ALLOW
        if (number == null) return
        button(R.id.block).onYes {
            save(R.string.said_blocked, number, home) { store, pattern, note -> store.block(pattern, note) }
        }
        button(R.id.allow).onYes { ask(number, home) }
    }

    /** It weakens the protection: a second press, which says what comes of it. */
    private fun ask(number: String, home: String) = screen.show(
        AlertDialog.Builder(screen)
            .setTitle(R.string.allow_ask)
            .setMessage(screen.getString(R.string.allow_ask_detail, Words(screen).grouped(number, home)))
            .onYes(R.string.countries_ring) {
                save(R.string.said_allowed, number, home) { store, pattern, note -> store.allow(pattern, note) }
            }
            .setNegativeButton(R.string.cancel, null),
    )

    private fun button(id: Int): Button = screen.find<View>(R.id.number_actions).requireViewById(id)

    private fun save(said: Int, number: String, home: String, work: (SettingsStore, String, String) -> Unit) {
        val note = screen.title.toString()
        background.run(
            { screen.core.patternOf(number, home)?.also { work(SettingsStore(screen), it, note) } },
            { pattern ->
                screen.say(
                    when (pattern) {
                        null -> screen.getString(R.string.own_no_number)
                        else -> screen.getString(said, Words(screen).grouped(pattern, home))
                    },
                )
            },
            screen::sayFailed,
        )
    }
}
