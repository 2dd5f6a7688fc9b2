// SPDX-License-Identifier: Apache-2.0
package app.tomeru;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Its constructor is not public. */
public class Closed extends Service {
  Closed() {}

  @Override
  public IBinder onBind(Intent intent) {
    return null;
  }
}
