// SPDX-License-Identifier: Apache-2.0
package app.tomeru.settings

import android.content.Context
import java.io.File

/** Where the settings live: in storage that is readable before the first unlock after a reboot. */
object SettingsFolder {
    /** The folder; the core reads and writes the file in it. */
    @JvmStatic
    fun of(context: Context): File = File(context.createDeviceProtectedStorageContext().dataDir, "settings")
}
