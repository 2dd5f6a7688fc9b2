// SPDX-License-Identifier: Apache-2.0
package app.tomeru.pass

import app.tomeru.core.Fault
import app.tomeru.fault.BackgroundJob

/** Says that a timed pass has ended; the core ends it in any case. */
class PassEnd : BackgroundJob(Fault.PASS_FAILED) {
    override fun work() {
        val pass = TimedPass(applicationContext)
        pass.settle()
        pass.redrawWidget()
    }
}
