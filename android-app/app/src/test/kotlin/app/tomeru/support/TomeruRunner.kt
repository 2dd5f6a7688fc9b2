// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import org.junit.runners.model.FrameworkMethod
import org.robolectric.DefaultTestLifecycle
import org.robolectric.RobolectricTestRunner
import org.robolectric.TestLifecycle
import org.robolectric.internal.bytecode.InstrumentationConfiguration
import java.lang.reflect.Method

/**
 * Keeps the bridge to the core outside of the class loader that Robolectric makes for each Android version: a native
 * library can be loaded into one class loader only. And gives every test the app's time to control, and an end to all
 * that it began.
 */
class TomeruRunner(type: Class<*>) : RobolectricTestRunner(type) {
    override fun createClassLoaderConfig(method: FrameworkMethod): InstrumentationConfiguration =
        InstrumentationConfiguration.Builder(super.createClassLoaderConfig(method))
            .doNotAcquirePackage("app.tomeru.core")
            .build()

    override fun getTestLifecycleClass(): Class<out TestLifecycle> = Lifecycle::class.java

    /** Made by Robolectric in the class loader of the test. */
    class Lifecycle : DefaultTestLifecycle() {
        override fun beforeTest(method: Method) {
            super.beforeTest(method)
            Budgets.reset()
        }

        /** A thread that outlives its test would work on the screens of a phone that is gone, in the midst of the next. */
        override fun afterTest(method: Method) {
            Wait.quiet()
            super.afterTest(method)
        }
    }
}
