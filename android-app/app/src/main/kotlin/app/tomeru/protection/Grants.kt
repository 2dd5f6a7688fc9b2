// SPDX-License-Identifier: Apache-2.0
package app.tomeru.protection

import android.Manifest.permission.READ_CONTACTS
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.provider.Settings

/**
 * What the person, or the role, let the app do beyond what it cannot do without. Android tells nobody when it is taken
 * back; whoever never gave it misses nothing.
 */
internal class Grants(private val context: Context) {
    private val store =
        context.createDeviceProtectedStorageContext().getSharedPreferences("grants", Context.MODE_PRIVATE)

    /** What can be given and lost. */
    enum class Grant { OVERLAY, CONTACTS }

    private fun has(grant: Grant) = when (grant) {
        Grant.OVERLAY -> Settings.canDrawOverlays(context)
        Grant.CONTACTS -> context.checkSelfPermission(READ_CONTACTS) == PERMISSION_GRANTED
    }

    /** From now on what there is counts as given. */
    fun remember() {
        val given = Grant.entries.filter { has(it) && !store.getBoolean(it.name, false) }
        if (given.isEmpty()) return
        store.edit().apply { given.forEach { putBoolean(it.name, true) } }.apply()
    }

    /** The person is about to decide about [grant]: if it is not there afterwards, it is not missed. */
    fun forget(grant: Grant) = store.edit().remove(grant.name).apply()

    /** Whether [grant] was given once and is not there any more. */
    fun isLost(grant: Grant): Boolean = store.getBoolean(grant.name, false) && !has(grant)
}
