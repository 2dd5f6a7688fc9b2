// SPDX-License-Identifier: Apache-2.0
package app.tomeru.settings

import android.content.Context
import android.os.StrictMode
import app.tomeru.core.Action
import app.tomeru.core.AllowedNumber
import app.tomeru.core.BlockedNumber
import app.tomeru.core.CoreMissing
import app.tomeru.core.CountryAction
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Settings
import app.tomeru.core.SettingsException
import app.tomeru.core.StoredSettings
import app.tomeru.platform.core

/**
 * The settings: read, changed and written as one step, so that no change overwrites another. Not for the main thread.
 */
class SettingsStore(context: Context) {
    private val core = context.core
    private val folder = SettingsFolder.of(context).path

    /** The stored settings, and what was wrong with them. Throws what `Core` throws. */
    @Throws(CoreMissing::class)
    fun load(): StoredSettings {
        StrictMode.noteSlowCall("settings")
        return core.loadSettings(folder)
    }

    private fun loadToChange(): Settings {
        StrictMode.noteSlowCall("settings")
        return core.settingsToChange(folder)
    }

    /**
     * Stores what [change] makes of the settings, and returns it.
     *
     * @throws SettingsException if the settings cannot be read now, or the result is invalid or cannot be written; nothing
     * has changed then
     */
    @Throws(CoreMissing::class, SettingsException::class)
    fun change(change: (Settings) -> Settings): Settings = exclusively {
        change(loadToChange()).also { core.saveSettings(folder, it) }
    }

    /** Runs [work], which changes the settings in the folder it gets by other means. */
    fun <T> exclusively(work: (folder: String) -> T): T = synchronized(LOCK) { work(folder) }

    /** The number [pattern] (a key, or what `patternOf` gives) rings from now on; [note] says why. */
    @Throws(CoreMissing::class, SettingsException::class)
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
    @Throws(CoreMissing::class, SettingsException::class)
    fun block(pattern: String, note: String): Settings = change { settings ->
        val policy = settings.policy
        settings.copy(
            policy = policy.copy(
                allowed = policy.allowed.filter { it.number != pattern },
                blocked = policy.blocked.filter { it.number != pattern } + BlockedNumber(pattern, Action.REJECT, note),
            ),
        )
    }

    /** What happens to calls from [country] (ISO 3166-1 alpha-2); null: the same as for other countries. */
    @Throws(CoreMissing::class, SettingsException::class)
    fun setCountry(country: String, action: Action?): Settings = change { settings ->
        val others = settings.policy.countries.filter { it.country != country }
        val chosen = action?.let { CountryAction(country, it) }
        settings.copy(policy = settings.policy.copy(countries = others + listOfNotNull(chosen)))
    }

    /** What happens to calls of [kind]; an action that the preset has anyway is not stored. */
    @Throws(CoreMissing::class, SettingsException::class)
    fun setKind(kind: Kind, action: Action): Settings = change { settings ->
        val others = settings.policy.ownActions.filter { it.kind != kind }
        val plain = settings.policy.copy(ownActions = others)
        val same = core.actionsOf(plain).any { it.kind == kind && it.action == action }
        settings.copy(policy = if (same) plain else plain.copy(ownActions = others + OwnAction(kind, action)))
    }

    private companion object {
        val LOCK = Any()
    }
}
