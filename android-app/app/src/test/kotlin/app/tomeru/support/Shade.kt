// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Notification
import android.app.NotificationManager
import android.os.Build
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowNotificationManager

/**
 * Takes as many notices of the app as Android does. One more is dropped without a word to anybody, unless it takes the
 * place of one that is shown (AOSP, `NotificationManagerService.checkDisqualifyingFeatures`, `getNotificationCount`).
 */
@Implements(NotificationManager::class)
open class Shade : ShadowNotificationManager() {
    @Implementation
    override fun notify(tag: String?, id: Int, notification: Notification?) {
        if (activeNotifications.count { it.id != id || it.tag != tag } < MOST) super.notify(tag, id, notification)
    }

    companion object {
        /** `MAX_PACKAGE_NOTIFICATIONS`, read in Android 10, 11, and 13 to 16. */
        val MOST = if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) 25 else 50
    }
}
