// SPDX-License-Identifier: Apache-2.0
package app.tomeru.pass

import app.tomeru.circumstances.BackgroundJob
import app.tomeru.core.Fault

/** Says that a timed pass ended; the core has ended it in any case. */
class PassEnd : BackgroundJob(Fault.PASS_FAILED) {
    override fun work() = TimedPass(applicationContext).settle()
}
