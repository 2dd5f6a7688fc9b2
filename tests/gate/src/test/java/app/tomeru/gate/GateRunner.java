// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import java.lang.reflect.Method;
import org.junit.runners.model.FrameworkMethod;
import org.junit.runners.model.InitializationError;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.internal.bytecode.InstrumentationConfiguration;
import org.robolectric.internal.bytecode.Sandbox;

/** Robolectric, with an eye on what no thread catches. */
public class GateRunner extends RobolectricTestRunner {
  public GateRunner(Class<?> type) throws InitializationError {
    super(type);
  }

  @Override
  protected InstrumentationConfiguration createClassLoaderConfig(FrameworkMethod method) {
    return new InstrumentationConfiguration.Builder(super.createClassLoaderConfig(method))
        .doNotAcquireClass(Uncaught.class)
        .build();
  }

  @Override
  protected void beforeTest(Sandbox sandbox, FrameworkMethod method, Method bootstrapped) throws Throwable {
    Uncaught.watch();
    super.beforeTest(sandbox, method, bootstrapped);
  }
}
