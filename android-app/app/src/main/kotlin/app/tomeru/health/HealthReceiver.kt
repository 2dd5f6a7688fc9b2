// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.fault.FaultLog
import kotlin.concurrent.thread

/** Looks after the phone was started and unlocked, and after the app was updated: then a role may be lost. */
class HealthReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        // Only the system may send these; any other intent is nobody's.
        if (intent.action !in ACTIONS) return
        Barrier.run(Fault.LOOK_FAILED) {
            val pending = goAsync()
            Barrier.thread("health", Fault.LOOK_FAILED, ended = { pending?.finish() }) {
                val check = HealthCheck(context.applicationContext)
                Barrier.run(Fault.LOOK_FAILED, check::schedule)
                check.run()
            }
        }
    }

    private companion object {
        val ACTIONS = setOf(Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED)
    }
}
