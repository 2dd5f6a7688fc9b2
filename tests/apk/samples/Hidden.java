// SPDX-License-Identifier: Apache-2.0

import android.app.Activity;

/** Calls hidden methods, one of them through a subclass of its own: the guard must name both. */
class Hidden extends Activity {
  String call() {
    return android.os.SystemProperties.get("ro.serialno") + isResumed();
  }
}
