// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import android.app.Service;
import android.content.Intent;
import android.content.pm.ActivityInfo;
import android.content.pm.ComponentInfo;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;
import android.content.pm.ResolveInfo;
import android.os.IBinder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.robolectric.Robolectric;
import org.robolectric.RuntimeEnvironment;

/** What the manifest declares, made from its names as the platform does. */
final class Components {
  private Components() {}

  /** The names of all of it; an alias counts as what it leads to. */
  static Set<String> all() {
    PackageInfo info;
    try {
      info = packages().getPackageInfo(Res.PACKAGE, PackageManager.GET_ACTIVITIES | PackageManager.GET_SERVICES
          | PackageManager.GET_RECEIVERS | PackageManager.GET_PROVIDERS | PackageManager.MATCH_DISABLED_COMPONENTS);
    } catch (PackageManager.NameNotFoundException e) {
      throw new AssertionError(e);
    }
    Set<String> names = new TreeSet<>();
    for (ComponentInfo[] some : new ComponentInfo[][] {info.activities, info.services, info.receivers, info.providers}) {
      if (some != null) for (ComponentInfo one : some) names.add(classOf(one));
    }
    return names;
  }

  private static String classOf(ComponentInfo one) {
    String target = one instanceof ActivityInfo ? ((ActivityInfo) one).targetActivity : null;
    return target == null ? one.name : target;
  }

  private static PackageManager packages() {
    return RuntimeEnvironment.getApplication().getPackageManager();
  }

  static <T> Class<? extends T> type(String name, Class<T> kind) {
    String full = name.startsWith(".") ? Res.PACKAGE + name : name;
    try {
      return Class.forName(full).asSubclass(kind);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("R8 left no class of this name of the manifest: " + full, e);
    }
  }

  static <T extends Service> T service(String name, Class<T> kind) {
    return Robolectric.setupService(type(name, kind));
  }

  /** The service that answers {@code action}, which only the holder of {@code permission} may bind. */
  static String serviceFor(String action, String permission) {
    List<ResolveInfo> found = packages().queryIntentServices(new Intent(action).setPackage(Res.PACKAGE), 0);
    if (found.size() != 1) throw new AssertionError(action + " is answered by " + found);
    if (!permission.equals(found.get(0).serviceInfo.permission)) throw new AssertionError("who may bind " + action + "?");
    return found.get(0).serviceInfo.name;
  }

  /** Binds as the system would. */
  static IBinder bind(String name, String action) {
    IBinder binder = service(name, Service.class).onBind(new Intent(action));
    if (binder == null) throw new AssertionError(name + " gives no binder");
    return binder;
  }
}
