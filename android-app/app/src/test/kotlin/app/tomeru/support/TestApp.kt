// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Application
import android.os.StrictMode
import android.os.SystemClock
import app.tomeru.App
import app.tomeru.call.Question
import app.tomeru.core.Core
import app.tomeru.platform.Clock
import app.tomeru.platform.Platform
import java.util.concurrent.Future

/** The application of the tests: the machine that it runs on is the test's. Robolectric makes one for each test. */
class TestApp : App(), Platform.Owner {
    /** What the native function is; a fault may stand in its place. */
    @Volatile
    var decide: (Question) -> Long = Question::ask

    /** What comes before each function of the core but those of the ring path. */
    @Volatile
    var beforeCore: () -> Unit = {}

    /** What comes before the records are read or written. */
    @Volatile
    var beforeRecords: () -> Unit = {}

    /** What is noticed of slow work on the main thread. */
    var mainThread: () -> StrictMode.ThreadPolicy = { StrictMode.ThreadPolicy.LAX }

    /** The time of day and since boot, in milliseconds; waits take the time that [Budgets] gives them. */
    val time = Time()

    override val platform = Platform(
        time,
        decide = { decide(it) },
        core = Core { beforeCore() },
        beforeRecords = { beforeRecords() },
        mainThread = { mainThread() },
    )

    /** A clock that goes as the machine's does until it is set. */
    class Time : Clock {
        @Volatile
        private var ofDay: () -> Long = System::currentTimeMillis

        @Volatile
        private var sinceBoot: () -> Long = SystemClock::elapsedRealtime

        override val millis: Long get() = ofDay()

        override val elapsedMillis: Long get() = sinceBoot()

        /** From now on it is [millis] since 1970 and [elapsedMillis] since boot. */
        fun set(millis: () -> Long, elapsedMillis: () -> Long) {
            ofDay = millis
            sinceBoot = elapsedMillis
        }

        override fun await(work: Future<*>, millis: Long) = Budgets.await(work, millis)

        override fun sleep(millis: Long) = Budgets.pass(millis)
    }
}

/** The application as the tests have it. */
val Application.test: TestApp get() = this as TestApp
