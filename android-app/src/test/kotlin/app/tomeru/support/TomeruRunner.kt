// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import org.junit.runners.model.FrameworkMethod
import org.robolectric.RobolectricTestRunner
import org.robolectric.internal.bytecode.InstrumentationConfiguration

/**
 * Keeps the bridge to the core outside of the class loader that Robolectric makes for each Android version: a native
 * library can be loaded into one class loader only.
 */
class TomeruRunner(type: Class<*>) : RobolectricTestRunner(type) {
    override fun createClassLoaderConfig(method: FrameworkMethod): InstrumentationConfiguration =
        InstrumentationConfiguration.Builder(super.createClassLoaderConfig(method))
            .doNotAcquirePackage("app.tomeru.core")
            .build()
}
