// SPDX-License-Identifier: Apache-2.0
package app.tomeru.pass

import android.app.job.JobParameters
import android.app.job.JobService
import kotlin.concurrent.thread

/** Says that a timed pass ended. */
class PassEnd : JobService() {
    override fun onStartJob(parameters: JobParameters?): Boolean {
        thread(name = "pass") {
            // The core has ended the pass in any case; if it cannot be said now, then later.
            val settled = runCatching { TimedPass(applicationContext).settle() }
            jobFinished(parameters, settled.isFailure)
        }
        return true
    }

    /** Android wants the job to end; it may come again. */
    override fun onStopJob(parameters: JobParameters?): Boolean = true
}
