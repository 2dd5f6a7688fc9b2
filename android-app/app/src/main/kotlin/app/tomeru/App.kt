// SPDX-License-Identifier: Apache-2.0
package app.tomeru

import android.app.Application
import android.content.Context
import app.tomeru.fault.Barrier
import app.tomeru.fault.LastWords

/** The process. Faults have a place to go before anything else runs, including before the first unlock. */
open class App : Application() {
    override fun attachBaseContext(base: Context) {
        super.attachBaseContext(base)
        Barrier.install(this)
        LastWords.install(this, wholeApp = true)
    }
}
