// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.content.Context
import app.tomeru.core.Policy
import app.tomeru.core.Preset
import app.tomeru.core.loadSettings
import app.tomeru.core.recommendedSettings
import app.tomeru.core.saveSettings
import app.tomeru.settings.SettingsFolder
import app.tomeru.settings.SettingsStore
import java.io.File

/** What the user chose, before a test begins. */
object Chosen {
    /** The recommended settings with [preset] and what [change] makes of their policy. */
    fun preset(context: Context, preset: Preset, change: (Policy) -> Policy = { it }) {
        val settings = recommendedSettings()
        val chosen = settings.copy(policy = change(settings.policy.copy(preset = preset)))
        // What the test before left to a thread may be saving, too.
        SettingsStore(context).exclusively { folder -> saveSettings(folder, chosen) }
    }

    /** The policy of a JSON document, as a vector has it. */
    fun policy(context: Context, json: String) {
        val folder = SettingsFolder.of(context).apply { mkdirs() }
        File(folder, "settings.json").writeText("""{"version":3,"policy":$json}""")
        val stored = loadSettings(folder.path)
        check(stored.problem == null) { "not understood: $json" }
        // What is saved is in force; the process would not read the file again.
        saveSettings(folder.path, stored.settings)
    }
}
