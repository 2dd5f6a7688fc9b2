// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import app.tomeru.fault.BackgroundJob

/** The daily look. */
class HealthJob : BackgroundJob() {
    override fun work() {
        HealthCheck(applicationContext).run()
    }
}
