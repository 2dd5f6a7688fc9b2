// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import app.tomeru.fault.FaultLog
import kotlin.concurrent.thread

/** Looks after the phone was started and unlocked, and after the app was updated: then a role may be lost. */
class HealthReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        // Only the system may send these; any other intent is nobody's.
        if (intent.action !in ACTIONS) return
        val pending = goAsync()
        thread(name = "health") {
            FaultLog.attempt("the look after a start") {
                HealthCheck(context.applicationContext).run {
                    schedule()
                    run()
                }
            }
            pending?.finish()
        }
    }

    private companion object {
        val ACTIONS = setOf(Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED)
    }
}
