// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.AlertDialog
import android.view.View
import android.widget.Button
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.fault.Background
import app.tomeru.settings.SettingsStore
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onYes
import app.tomeru.views.say
import app.tomeru.words.Words

/** The buttons that a screen about one number has: ask the police or the family, stop it, let it ring. */
internal class NumberActions(private val screen: Screen, private val background: Background) {
    /**
     * Shows them for the number with [key], which is kept as it is: a call is compared by its key, and read as a person
     * writes it, it may be another number. A forged number, which [forged] tells, must not be allowed by a slip of the
     * finger. What happens [already] to its calls is not offered.
     */
    fun show(
        key: String?,
        forged: Boolean,
        home: String,
        offersToAllow: Boolean = true,
        already: Action? = null,
    ) {
        screen.showHelp()
        button(R.id.block).isVisible = key != null && already != Action.REJECT
        button(R.id.allow).isVisible = key != null && !forged && offersToAllow && already != Action.ALLOW
        if (key == null) return
        button(R.id.block).onYes {
            save(R.string.said_blocked, key, home) { store, note -> store.block(key, note) }
        }
        button(R.id.allow).onYes { ask(key, home) }
    }

    /** It weakens the protection: a second press, which says what comes of it. */
    private fun ask(key: String, home: String) = screen.show(
        AlertDialog.Builder(screen)
            .setTitle(R.string.allow_ask)
            .setMessage(screen.getString(R.string.allow_ask_detail, Words(screen).grouped(key, home)))
            .onYes(R.string.countries_ring) {
                save(R.string.said_allowed, key, home) { store, note -> store.allow(key, note) }
            }
            .setNegativeButton(R.string.cancel, null),
    )

    private fun button(id: Int): Button = screen.find<View>(R.id.number_actions).requireViewById(id)

    private fun save(said: Int, key: String, home: String, work: (SettingsStore, String) -> Unit) {
        val note = screen.title.toString()
        background.run(
            { work(SettingsStore(screen), note) },
            { screen.say(screen.getString(said, Words(screen).grouped(key, home))) },
            screen::sayFailed,
        )
    }
}
