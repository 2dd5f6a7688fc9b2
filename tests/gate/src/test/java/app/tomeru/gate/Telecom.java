// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.robolectric.Shadows.shadowOf;

import android.content.ComponentName;
import android.content.Intent;
import android.database.sqlite.SQLiteDatabase;
import android.net.Uri;
import android.os.IBinder;
import android.os.Looper;
import android.telecom.TelecomManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plays Telecom: binds the services that the manifest names, and asks them through their real binders. */
final class Telecom {
  /** What Telecom was told about a call that comes. */
  enum Told { RINGS, SILENT, REJECTED }

  /** A call as Telecom parcels it. */
  record Call(String handle, int presentation, int direction) {
    static Call from(String number) {
      return new Call(Uri.fromParts("tel", number, null).toString(), TelecomManager.PRESENTATION_ALLOWED, 0);
    }

    static Call hidden(int presentation) {
      return new Call(null, presentation, 0);
    }

    static Call to(String number) {
      return new Call(Uri.fromParts("tel", number, null).toString(), TelecomManager.PRESENTATION_ALLOWED, 1);
    }
  }

  private final Phone phone;
  private boolean tellsOfMissedCall;
  private final IBinder screening;
  private final IBinder redirection;

  Telecom(Phone phone) {
    this.phone = phone;
    // Robolectric's SQLite must be loaded by the test's own thread; the app comes to it from others first.
    SQLiteDatabase.create(null).close();
    screening = bind("android.telecom.CallScreeningService", "android.permission.BIND_SCREENING_SERVICE");
    redirection = bind("android.telecom.CallRedirectionService", "android.permission.BIND_CALL_REDIRECTION_SERVICE");
  }

  /** Asks nothing but {@code screening}, an app's that is not Tomeru. */
  Telecom(IBinder screening) {
    phone = null;
    this.screening = screening;
    redirection = null;
  }

  private IBinder bind(String action, String permission) {
    String name = Components.serviceFor(action, permission);
    IBinder binder = Components.bind(name, action);
    // The app binds it, too, to see whether it can be bound.
    ComponentName component = new ComponentName(phone.app, name);
    shadowOf(phone.app).setComponentNameAndServiceForBindServiceForIntent(new Intent(action).setComponent(component), component, binder);
    return binder;
  }

  /**
   * Screens one call; there must be exactly one answer.
   *
   * <p>The app waits for contacts and records for a time of the clock. What a slow machine kept from it is no fault of
   * the build, and is undone and asked again.
   */
  Told screen(Call call) {
    Object record = null;
    for (int asked = 0; asked < 50; asked++) {
      Told told = screenOnce(call);
      if (!phone.wasTooSlow()) return told;
      record = phone.lastCall();
      phone.forgetLastCall();
    }
    throw new AssertionError("the contacts and the records never answered in time: " + record);
  }

  /** Whether Telecom, too, tells of the last call that was rejected: as a missed one, with "call back". */
  boolean tellsOfMissedCall() {
    return tellsOfMissedCall;
  }

  /** Screens one call; there must be exactly one answer. */
  Told screenOnce(Call call) {
    List<Told> answers = new ArrayList<>();
    Object adapter = adapter("ICallScreeningAdapter", (method, arguments) -> {
      if (!"TC@1".equals(arguments[0])) throw new AssertionError("an answer about another call: " + arguments[0]);
      answers.add(told(method, arguments));
    });
    invoke(screening, "screenCall", adapter, parcel(call));
    shadowOf(Looper.getMainLooper()).idle();
    if (answers.size() != 1) throw new AssertionError(call + " was answered " + answers);
    Wait.quiet();
    return answers.get(0);
  }

  /** Whether the owner's call to {@code number} is placed; there must be exactly one answer. */
  boolean places(String number) {
    List<String> answers = new ArrayList<>();
    Object adapter = adapter("ICallRedirectionAdapter", (method, arguments) -> answers.add(method));
    invoke(redirection, "placeCall", adapter, Uri.fromParts("tel", number, null), null, true);
    shadowOf(Looper.getMainLooper()).idle();
    if (answers.size() != 1) throw new AssertionError("the call to " + number + " was answered " + answers);
    Wait.quiet();
    return switch (answers.get(0)) {
      case "placeCallUnmodified" -> true;
      case "cancelCall" -> false;
      default -> throw new AssertionError("an answer that no Telecom knows: " + answers);
    };
  }

  /** The owner's call to {@code number} is stopped; it would be placed if a slow machine kept the contacts from the app. */
  void assertStops(String number) {
    for (int asked = 0; asked < 50; asked++) {
      if (!places(number)) return;
      phone.forgetFaults();
    }
    throw new AssertionError("the call to " + number + " was placed");
  }

  private interface Answered {
    void by(String method, Object[] arguments);
  }

  private static Object adapter(String name, Answered answered) {
    Class<?> type = type("com.android.internal.telecom." + name);
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
      if (!method.getName().equals("asBinder")) answered.by(method.getName(), arguments == null ? new Object[0] : arguments);
      return null;
    });
  }

  private Told told(String method, Object[] arguments) {
    switch (method) {
      case "allowCall":
        return Told.RINGS;
      case "silenceCall":
        return Told.SILENT;
      case "disallowCall":
        tellsOfMissedCall = (boolean) arguments[3];
        return (boolean) arguments[1] ? Told.REJECTED : Told.RINGS;
      case "onScreeningResponse":
        Object response = Arrays.stream(arguments)
            .filter(argument -> argument != null && argument.getClass().getSimpleName().equals("ParcelableCallResponse"))
            .findFirst().orElse(null);
        // The framework's own answer about an outgoing call has none.
        if (response == null) return Told.RINGS;
        tellsOfMissedCall = !flag(response, "shouldSkipNotification");
        if (flag(response, "shouldDisallowCall")) return flag(response, "shouldRejectCall") ? Told.REJECTED : Told.RINGS;
        return flag(response, "shouldSilenceCall") ? Told.SILENT : Told.RINGS;
      default:
        throw new AssertionError("an answer that no Telecom knows: " + method);
    }
  }

  private static boolean flag(Object response, String name) {
    try {
      return (boolean) response.getClass().getMethod(name).invoke(response);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void invoke(IBinder binder, String name, Object... arguments) {
    Method method = Arrays.stream(binder.getClass().getMethods()).filter(m -> m.getName().equals(name)).findFirst().orElseThrow();
    method.setAccessible(true);
    try {
      method.invoke(binder, arguments);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object parcel(Call call) {
    Constructor<?> constructor = Arrays.stream(type("android.telecom.ParcelableCall").getDeclaredConstructors())
        .max((a, b) -> a.getParameterCount() - b.getParameterCount()).orElseThrow();
    constructor.setAccessible(true);
    try {
      Object parcel = constructor.newInstance(Arrays.stream(constructor.getParameterTypes()).map(Telecom::empty).toArray());
      set(parcel, "mId", "TC@1");
      set(parcel, "mHandle", call.handle() == null ? null : Uri.parse(call.handle()));
      set(parcel, "mHandlePresentation", call.presentation());
      set(parcel, "mCallDirection", call.direction());
      return parcel;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void set(Object parcel, String name, Object value) throws ReflectiveOperationException {
    Field field = parcel.getClass().getDeclaredField(name);
    field.setAccessible(true);
    field.set(parcel, value);
  }

  private static Object empty(Class<?> type) {
    if (type == int.class) return 0;
    if (type == long.class) return 0L;
    if (type == boolean.class) return false;
    return type == List.class ? List.of() : null;
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
