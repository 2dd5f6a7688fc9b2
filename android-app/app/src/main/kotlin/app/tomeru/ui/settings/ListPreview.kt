// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.content.Context
import app.tomeru.circumstances.KnownNumbers
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.ListEffect
import app.tomeru.core.ListSource
import app.tomeru.core.NumberList
import app.tomeru.core.Report
import app.tomeru.core.SettingsException
import app.tomeru.platform.clock
import app.tomeru.platform.core
import app.tomeru.settings.SettingsFolder
import app.tomeru.settings.SettingsStore

/**
 * What a file of numbers would do.
 *
 * @property source how it was read
 * @property effects what happens to calls from the samples of [report], in their order
 * @property replaced the list whose place it takes
 * @property knowsOwn whether the whole of the contacts and of the dialled numbers was compared
 */
internal class ListPreview(
    val source: ListSource,
    val report: Report,
    val effects: List<ListEffect>,
    val replaced: NumberList?,
    val knowsOwn: Boolean,
) {
    companion object {
        /**
         * Reads [file], whose numbers in national form belong to [home], for the place of the list [replaces]. Not for
         * the main thread.
         *
         * @throws SettingsException if the system refused to read
         */
        fun of(context: Context, file: ListFile, home: String, replaces: UInt?): ListPreview {
            val own = KnownNumbers.read(context)
            val source = ListSource(file.path, home, own.contacts, own.dialled)
            val report = file.read(source)
            val list = SettingsStore(context).load().settings.policy.lists.find { it.id == replaces }
            val effects = context.core.listEffects(
                SettingsFolder.of(context).path,
                report.samples.map { it.number },
                list,
                PhonePlaces(context).now().packed,
                context.clock.seconds,
            )
            return ListPreview(source, report, effects, list, own.isWhole)
        }
    }
}
