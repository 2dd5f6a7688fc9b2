// SPDX-License-Identifier: Apache-2.0
package app.tomeru.channel

import android.app.NotificationManager

/**
 * Whether Android would show one more notice of the app. Where it has too many it drops the next without a word, be it a
 * warning (AOSP, `NotificationManagerService.checkDisqualifyingFeatures`: 25 on Android 10 and 11, 50 from 13 on).
 */
internal val NotificationManager.hasRoom: Boolean get() = activeNotifications.size < FULL

/**
 * Some less than 25: Android counts what it adds to group notices, and those that it is still taking away, and tells an
 * app of neither.
 */
private const val FULL = 20
