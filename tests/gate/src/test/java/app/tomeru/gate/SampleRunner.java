// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import java.util.Properties;
import org.junit.runners.model.InitializationError;

/** Runs the sample app, with the manifest and the resources that scripts/gate-sample made for it. */
public final class SampleRunner extends GateRunner {
  static final String PACKAGE = "org.example.screener";

  public SampleRunner(Class<?> type) throws InitializationError {
    super(type);
  }

  @Override
  protected Properties getBuildSystemApiProperties() {
    String made = System.getProperty("tomeru.root") + "/target/sample/";
    Properties properties = new Properties();
    properties.setProperty("android_merged_manifest", made + "AndroidManifest.xml");
    properties.setProperty("android_resource_apk", made + "resources.apk");
    properties.setProperty("android_custom_package", PACKAGE);
    return properties;
  }
}
