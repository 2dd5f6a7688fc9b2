// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.app.job.JobParameters
import android.app.job.JobService
import kotlin.concurrent.thread

/** A job whose work reads files: done beside the main thread, and once more later if it fails. */
abstract class BackgroundJob : JobService() {
    /** What is to be done; not on the main thread. */
    protected abstract fun work()

    override fun onStartJob(parameters: JobParameters?): Boolean {
        thread(name = "job") {
            val done = runCatching(::work)
            jobFinished(parameters, done.isFailure)
        }
        return true
    }

    /** Android wants the job to end; it may come again. */
    override fun onStopJob(parameters: JobParameters?): Boolean = true
}
