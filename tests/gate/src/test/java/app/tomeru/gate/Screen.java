// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.net.Uri;
import android.os.Build;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ListView;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.List;
import org.robolectric.Robolectric;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.shadows.ShadowActivity;
import org.robolectric.shadows.ShadowAlertDialog;

/** One of the app's screens, opened by its name in the manifest and pressed as a person would. */
final class Screen {
  private final ActivityController<? extends Activity> controller;

  private Screen(ActivityController<? extends Activity> controller) {
    this.controller = controller;
  }

  /** Opens the screen that the manifest calls {@code name}. */
  static Screen open(String name) {
    return open(name, new Intent());
  }

  static Screen open(String name, Intent intent) {
    return new Screen(Robolectric.buildActivity(Components.type(name, Activity.class), intent).setup());
  }

  /** Opens what was asked for with {@code intent}: a screen of the app. */
  static Screen follow(Intent intent) {
    return open(intent.getComponent().getClassName(), intent);
  }

  Activity activity() {
    return controller.get();
  }

  ShadowActivity shadow() {
    return shadowOf(activity());
  }

  /** As when the phone is turned. */
  void recreate() {
    controller.recreate();
  }

  void resume() {
    controller.pause().resume();
  }

  <T extends View> T view(String id) {
    return activity().requireViewById(Res.id(id));
  }

  String text(String id) {
    return ((TextView) view(id)).getText().toString();
  }

  boolean shows(String id) {
    View view = activity().findViewById(Res.id(id));
    return view != null && view.isShown();
  }

  void press(String id) {
    assertTrue(id + " is not shown among " + texts(), shows(id));
    view(id).performClick();
  }

  void await(String id) {
    Wait.until(id + " is shown", () -> shows(id), this::texts);
  }

  void await(String id, String text) {
    Wait.until(id + " says " + text, () -> shows(id) && text(id).equals(text), this::texts);
  }

  /** Waits until {@code text} stands somewhere. */
  void awaitText(String text) {
    Wait.until("the screen says " + text, () -> texts().contains(text), this::texts);
  }

  /** Waits for the place of messages to say the text called {@code name}. */
  void awaitMessage(String name, Object... filledIn) {
    await("message", Res.text(name, filledIn));
  }

  /** Its work ended, and it tells of no fault but those that are {@code expected}. */
  void assertWell(String... expected) {
    Wait.quiet();
    paint();
    assertEquals(activity().getClass().getName() + " says " + texts(), List.of(), Faults.in(texts(), expected));
  }

  /** What draws itself is drawn, too. */
  private void paint() {
    View all = activity().getWindow().getDecorView();
    all.measure(View.MeasureSpec.makeMeasureSpec(720, View.MeasureSpec.EXACTLY),
        View.MeasureSpec.makeMeasureSpec(1280, View.MeasureSpec.EXACTLY));
    all.layout(0, 0, 720, 1280);
    all.draw(new Canvas(Bitmap.createBitmap(720, 1280, Bitmap.Config.ARGB_8888)));
  }

  /** Every text that can be seen. */
  List<String> texts() {
    return texts(activity().getWindow().getDecorView());
  }

  static List<String> texts(View view) {
    List<String> found = new ArrayList<>();
    collect(view, found);
    return found;
  }

  private static void collect(View view, List<String> into) {
    if (view.getVisibility() != View.VISIBLE) return;
    if (view instanceof TextView && !((TextView) view).getText().toString().isEmpty()) {
      into.add(((TextView) view).getText().toString());
    }
    if (view instanceof ViewGroup) {
      for (View child : children((ViewGroup) view)) collect(child, into);
    }
  }

  static List<View> children(ViewGroup group) {
    List<View> children = new ArrayList<>();
    for (int index = 0; index < group.getChildCount(); index++) children.add(group.getChildAt(index));
    return children;
  }

  List<View> children(String id) {
    return children((ViewGroup) view(id));
  }

  /** The row beneath {@code id}, in whichever card, that can be pressed and says {@code name}; waits for it. */
  View row(String id, String name) {
    View[] found = new View[1];
    Wait.until("a row " + name, () -> {
      found[0] = row(view(id), name);
      return found[0] != null;
    }, this::texts);
    return found[0];
  }

  private static View row(View view, String name) {
    if (view.isClickable() && texts(view).contains(name)) return view;
    if (!(view instanceof ViewGroup)) return null;
    for (View child : children((ViewGroup) view)) {
      View row = row(child, name);
      if (row != null) return row;
    }
    return null;
  }

  /** How many rows of the list can be pressed. */
  int rows() {
    return places().size();
  }

  void pressRow(int row) {
    this.<ListView>view("list").performItemClick(null, places().get(row), 0);
  }

  /** Where they are: neither the head nor the days between them. */
  private List<Integer> places() {
    ListView list = view("list");
    List<Integer> places = new ArrayList<>();
    for (int place = list.getHeaderViewsCount(); place < list.getCount(); place++) {
      if (list.getAdapter().isEnabled(place)) places.add(place);
    }
    return places;
  }

  /** Presses the choice {@code text} of the dialog that is shown. */
  void choose(String text) {
    var dialog = shadowOf((AlertDialog) ShadowAlertDialog.getLatestDialog());
    List<String> choices = new ArrayList<>();
    for (CharSequence item : dialog.getItems()) choices.add(item.toString());
    assertTrue(choices + " have no " + text, choices.contains(text));
    dialog.clickOnItem(choices.indexOf(text));
  }

  /** Says yes in the dialog that is shown. */
  void confirm() {
    ((AlertDialog) ShadowAlertDialog.getLatestDialog()).getButton(AlertDialog.BUTTON_POSITIVE).performClick();
  }

  /** What was opened last; it is gone then. */
  Intent opened() {
    Intent intent = shadow().getNextStartedActivity();
    if (intent == null) throw new AssertionError("nothing was opened by " + texts());
    return intent;
  }

  /** Another app was asked with {@code action} for a result, and gives {@code uri}. */
  void answer(String action, Uri uri) {
    var asked = shadow().getNextStartedActivityForResult();
    assertEquals(action, asked.intent.getAction());
    shadow().receiveResult(asked.intent, Activity.RESULT_OK, new Intent().setData(uri));
  }

  /** The person is asked for a permission, and gives it. */
  void allow() {
    var asked = shadow().getLastRequestedPermission();
    if (asked == null) throw new AssertionError("no permission was asked for");
    shadowOf(activity().getApplication()).grantPermissions(asked.requestedPermissions);
    activity().onRequestPermissionsResult(asked.requestCode, asked.requestedPermissions, new int[asked.requestedPermissions.length]);
  }

  static boolean isAtLeast(int version) {
    return Build.VERSION.SDK_INT >= version;
  }
}
