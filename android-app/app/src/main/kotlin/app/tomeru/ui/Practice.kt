// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.Manifest.permission.READ_CONTACTS
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Build
import app.tomeru.R

/** How to rehearse the warning. */
internal object Practice {
    /** As a sentence. Calls from contacts may not come to the app: without its permission, and on Android 10. */
    fun how(context: Context): Int {
        val seesContacts = Build.VERSION.SDK_INT >= Build.VERSION_CODES.R &&
            context.checkSelfPermission(READ_CONTACTS) == PERMISSION_GRANTED
        return if (seesContacts) R.string.rehearsal_how else R.string.rehearsal_how_stranger
    }
}
