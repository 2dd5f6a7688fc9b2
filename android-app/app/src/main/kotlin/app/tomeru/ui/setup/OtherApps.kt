// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.setup

import android.Manifest.permission.BIND_SCREENING_SERVICE
import android.content.Context
import android.content.Intent
import android.telecom.CallScreeningService
import android.telecom.TelecomManager
import app.tomeru.platform.systemService
import app.tomeru.words.othersText

/**
 * The other apps on this phone that can have the job. Which of them has it now Android tells to system apps only
 * (`RoleManager.getRoleHolders` is a system API); its own question marks the one.
 */
internal class OtherApps(private val context: Context) {
    /** Their names, as the launcher has them. Asks other processes: not for the main thread. */
    fun names(): List<String> {
        val packages = context.packageManager
        // Screening by the phone app goes on without being chosen; what the choice does to it is said of all phones.
        val phoneApp = context.systemService<TelecomManager>().defaultDialerPackage
        return packages.queryIntentServices(Intent(CallScreeningService.SERVICE_INTERFACE), 0)
            .map { it.serviceInfo }
            .filter { it.permission == BIND_SCREENING_SERVICE }
            .filter { it.packageName != context.packageName && it.packageName != phoneApp }
            .distinctBy { it.packageName }
            .map { othersText(it.applicationInfo.loadLabel(packages).toString()) }
            .filter(String::isNotEmpty)
    }
}
