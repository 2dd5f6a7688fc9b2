// SPDX-License-Identifier: Apache-2.0
package app.tomeru.platform

import android.content.Context
import android.os.StrictMode
import app.tomeru.call.Question
import app.tomeru.core.Core

/**
 * What the code takes from the machine that it runs on, in one place. Android constructs services, receivers and
 * screens by itself, so they find it through their application: one that is an [Owner] gives another platform, as that
 * of the tests does.
 *
 * @property clock the time
 * @property decide the native function of the ring path
 * @property core the core's functions for everything but the ring path
 * @property beforeRecords what comes before the records are read or written; nothing, outside of tests
 * @property mainThread what is noticed of slow work on the main thread while the app is debugged
 */
class Platform(
    val clock: Clock = DeviceClock,
    val decide: (Question) -> Long = Question::ask,
    val core: Core = Core(),
    val beforeRecords: () -> Unit = {},
    val mainThread: () -> StrictMode.ThreadPolicy = {
        StrictMode.ThreadPolicy.Builder().detectAll().penaltyLog().build()
    },
) {
    /** An application with a platform of its own. */
    interface Owner {
        /** The one that counts wherever its context is known. */
        val platform: Platform
    }

    companion object {
        private val DEVICE = Platform()

        /** The platform of the application behind [context]; that of the device if it names none. */
        @JvmStatic
        fun of(context: Context): Platform =
            // While an application is being made it has no application context yet: it is one itself.
            ((context.applicationContext ?: context) as? Owner)?.platform ?: DEVICE
    }
}

/** The time for whatever runs in this context. */
val Context.clock: Clock @JvmSynthetic get() = Platform.of(this).clock

/** The core's functions, but for the ring path, for whatever runs in this context. */
val Context.core: Core @JvmSynthetic get() = Platform.of(this).core
