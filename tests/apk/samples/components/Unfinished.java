// SPDX-License-Identifier: Apache-2.0
package app.tomeru;

import android.content.BroadcastReceiver;

/** Abstract. */
public abstract class Unfinished extends BroadcastReceiver {}
