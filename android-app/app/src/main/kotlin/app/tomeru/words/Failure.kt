// SPDX-License-Identifier: Apache-2.0
package app.tomeru.words

import android.content.Context
import app.tomeru.R
import app.tomeru.core.CoreMissing
import app.tomeru.core.SettingsException
import app.tomeru.platform.core

/** What to say about a fault to someone who sees that something was not done. */
internal object Failure {
    /** The sentence for [fault]; [otherwise] is used if only the kind of work tells what went wrong. */
    fun text(context: Context, fault: Throwable, otherwise: Int = R.string.something_failed): String =
        context.getString(
            when (fault) {
                is CoreMissing -> if (fault.callsAreScreened) R.string.part_missing else R.string.core_missing
                is LinkageError -> if (context.core.ringPathWorks()) otherwise else R.string.core_missing
                is SettingsException -> R.string.settings_not_saved
                else -> otherwise
            },
        )
}
