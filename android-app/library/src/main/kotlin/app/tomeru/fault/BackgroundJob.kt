// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import android.app.job.JobParameters
import android.app.job.JobService
import app.tomeru.core.Fault

/**
 * A job whose work reads files: runs off the main thread, and again later if it fails.
 *
 * @param fault what did not work then
 */
abstract class BackgroundJob(private val fault: Fault) : JobService() {
    /** What to do; not called on the main thread. */
    protected abstract fun work()

    final override fun onStartJob(parameters: JobParameters?): Boolean {
        Barrier.thread("job", fault, ended = { worked -> jobFinished(parameters, !worked) }, ::work)
        return true
    }

    /** Android stops the job; it may be run again. */
    final override fun onStopJob(parameters: JobParameters?): Boolean = true
}
