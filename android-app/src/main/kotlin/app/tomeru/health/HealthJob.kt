// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.app.job.JobParameters
import android.app.job.JobService
import kotlin.concurrent.thread

/** The daily look. */
class HealthJob : JobService() {
    override fun onStartJob(parameters: JobParameters?): Boolean {
        thread(name = "health") {
            val done = runCatching { HealthCheck(applicationContext).run() }
            jobFinished(parameters, done.isFailure)
        }
        return true
    }

    /** Android wants the job to end; it may come again. */
    override fun onStopJob(parameters: JobParameters?): Boolean = true
}
