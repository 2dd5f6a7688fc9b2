// SPDX-License-Identifier: Apache-2.0

import android.app.Activity;

/** Calls a method of API 33 without a guard: the guard must name it. */
class TooNew extends Activity {
  Object call() {
    return getOnBackInvokedDispatcher();
  }
}
