// SPDX-License-Identifier: Apache-2.0
package app.tomeru.pass

import android.app.job.JobParameters
import android.app.job.JobService
import kotlin.concurrent.thread

/** Says that a timed pass ended. */
class PassEnd : JobService() {
    override fun onStartJob(parameters: JobParameters?): Boolean {
        thread(name = "pass") {
            try {
                TimedPass(applicationContext).settle()
            } finally {
                jobFinished(parameters, false)
            }
        }
        return true
    }

    /** Android wants the job to end; it may come again. */
    override fun onStopJob(parameters: JobParameters?): Boolean = true
}
