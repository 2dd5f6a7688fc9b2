// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.pass.TimedPass

/** Checks after the phone was started and unlocked, and after an update: a role may have been lost. */
class HealthReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        // Only the system may send these; ignore everything else.
        if (intent.action !in ACTIONS) return
        Barrier.run(Fault.LOOK_FAILED) {
            val pending = goAsync()
            Barrier.thread("health", Fault.LOOK_FAILED, ended = { pending?.finish() }) {
                val check = HealthCheck(context.applicationContext)
                Barrier.run(Fault.LOOK_FAILED, check::schedule)
                // A reboot takes away the notice about a pass, not the pass. Settings that cannot be read are told below.
                Barrier.run(null) { TimedPass(context.applicationContext).settle() }
                check.run()
            }
        }
    }

    private companion object {
        val ACTIONS = setOf(Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED)
    }
}
