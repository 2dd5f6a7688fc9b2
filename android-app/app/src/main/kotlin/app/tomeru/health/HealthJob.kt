// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import app.tomeru.core.Fault
import app.tomeru.fault.BackgroundJob
import app.tomeru.record.Recorder

/** The daily check; records are tidied although no call comes. */
class HealthJob : BackgroundJob(Fault.LOOK_FAILED) {
    override fun work() {
        Recorder.of(applicationContext).tidy()
        HealthCheck(applicationContext).run()
    }
}
