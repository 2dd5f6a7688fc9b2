// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import app.tomeru.core.Fault
import app.tomeru.fault.BackgroundJob

/** The daily check. */
class HealthJob : BackgroundJob(Fault.LOOK_FAILED) {
    override fun work() {
        HealthCheck(applicationContext).run()
    }
}
