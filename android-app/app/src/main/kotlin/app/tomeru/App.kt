// SPDX-License-Identifier: Apache-2.0
package app.tomeru

import android.app.Application
import android.content.Context
import app.tomeru.fault.Barrier
import app.tomeru.fault.LastWords

/** The process: before anything else in it runs, faults have a place to go. Before the first unlock, too. */
open class App : Application() {
    override fun attachBaseContext(base: Context) {
        super.attachBaseContext(base)
        Barrier.install(this)
        LastWords.install(this)
    }
}
