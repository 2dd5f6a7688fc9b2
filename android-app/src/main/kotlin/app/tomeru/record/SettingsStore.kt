// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.content.Context
import app.tomeru.core.Action
import app.tomeru.core.AllowedNumber
import app.tomeru.core.BlockedNumber
import app.tomeru.core.Settings
import app.tomeru.core.SettingsException
import app.tomeru.core.StoredSettings
import app.tomeru.core.loadSettings
import app.tomeru.core.saveSettings

/** The settings: read, changed and written as one step, so that no change is lost to another. Not for the main thread. */
class SettingsStore(context: Context) {
    private val folder = SettingsFolder.of(context).path

    /** What is stored, and what was wrong with it. */
    fun load(): StoredSettings = loadSettings(folder)

    /**
     * Writes what [change] makes of the settings, and returns it.
     *
     * @throws SettingsException if it makes no sense or cannot be written; nothing changed then
     */
    fun change(change: (Settings) -> Settings): Settings = exclusively {
        change(load().settings).also { saveSettings(folder, it) }
    }

    /** Runs [work], which changes the settings of the folder it gets by other means. */
    fun <T> exclusively(work: (folder: String) -> T): T = synchronized(LOCK) { work(folder) }

    /** The number [pattern] (as `patternOf` gives it) rings from now on; [note] says why. */
    fun allow(pattern: String, note: String): Settings = change { settings ->
        val policy = settings.policy
        settings.copy(
            policy = policy.copy(
                allowed = policy.allowed.filter { it.number != pattern } + AllowedNumber(pattern, note),
                blocked = policy.blocked.filter { it.number != pattern },
            ),
        )
    }

    /** Calls from the number [pattern] are stopped from now on; [note] says why. */
    fun block(pattern: String, note: String): Settings = change { settings ->
        val policy = settings.policy
        settings.copy(
            policy = policy.copy(
                allowed = policy.allowed.filter { it.number != pattern },
                blocked = policy.blocked.filter { it.number != pattern } + BlockedNumber(pattern, Action.REJECT, note),
            ),
        )
    }

    private companion object {
        val LOCK = Any()
    }
}
