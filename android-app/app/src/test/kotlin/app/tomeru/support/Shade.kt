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
        val others = activeNotifications.map { it.tag to it.id } - putOff - (tag to id)
        if (others.size < MOST && (tag to id) !in putOff) super.notify(tag, id, notification)
    }

    @Implementation
    override fun cancel(tag: String?, id: Int) {
        if ((tag to id) !in putOff) super.cancel(tag, id)
    }

    /**
     * What was put off ("snoozed"): each new one with its tag and id is dropped, it is told of even once it was taken away,
     * and it does not count (AOSP, `SnoozeHelper.isSnoozed`, `getAppActiveNotifications`).
     */
    private val putOff = mutableSetOf<Pair<String?, Int>>()

    /** The tags of those with [id] that a person sees. */
    fun seen(id: Int): List<String?> =
        activeNotifications.map { it.tag to it.id }.filter { it !in putOff && it.second == id }.map { it.first }

    /** As a person, or an app that reads notices, does with one that is shown. */
    fun putOff(tag: String?, id: Int) {
        check(getNotification(tag, id) != null) { "it is not shown" }
        putOff += tag to id
    }

    companion object {
        /** `MAX_PACKAGE_NOTIFICATIONS`, read in Android 10, 11, and 13 to 16. */
        val MOST = if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) 25 else 50
    }
}
