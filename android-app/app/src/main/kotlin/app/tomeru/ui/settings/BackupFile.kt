// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.app.Activity
import android.content.Intent
import android.net.Uri
import app.tomeru.R
import app.tomeru.fault.Background
import app.tomeru.platform.core
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.TextFiles
import app.tomeru.views.say
import app.tomeru.words.Failure

/** Saves the settings to a file and restores them; nothing changes before the user has seen what would. */
internal class BackupFile(private val activity: Activity, private val background: Background) {
    /** Asks where to put the file. */
    fun askWhereTo() = activity.startActivityForResult(TextFiles.create(TYPE, NAME), WRITE)

    /** Asks which file it is. */
    fun askWhereFrom() = activity.startActivityForResult(TextFiles.open(), READ)

    /** For `onActivityResult`. */
    fun onResult(request: Int, result: Int, data: Intent?) {
        val uri = data?.data
        if (result != Activity.RESULT_OK || uri == null) return
        when (request) {
            WRITE -> write(uri)

            READ -> activity.startActivity(
                Route.OFFER.intent(activity).setData(uri),
            )
        }
    }

    private fun write(to: Uri) = background.run(
        { TextFiles.write(activity, to, activity.core.backup(SettingsStore(activity).load().settings)) },
        { activity.say(activity.getString(R.string.records_exported)) },
        { activity.say(Failure.text(activity, it, R.string.records_not_exported)) },
    )

    private companion object {
        const val WRITE = 1
        const val READ = 2
        const val TYPE = "application/json"
        const val NAME = "tomeru-settings.json"
    }
}
