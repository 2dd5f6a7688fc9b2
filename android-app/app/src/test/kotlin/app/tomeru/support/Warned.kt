// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.os.Looper
import android.view.View
import android.view.WindowManager
import app.tomeru.platform.systemService
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowLooper
import org.robolectric.shadows.ShadowSystemClock
import org.robolectric.shadows.ShadowWindowManagerImpl
import java.time.Duration

/** What a person sees and hears of a warning, and the time that passes meanwhile. For classes with [Posts]. */
class Warned(private val app: Application) {
    private val manager = app.systemService<NotificationManager>()

    /** The windows over the call's screen; those of the app's own screens are others. */
    fun windows(): List<View> {
        val windows: ShadowWindowManagerImpl = Shadow.extract(app.systemService<WindowManager>())
        return windows.views.filter {
            (it.layoutParams as WindowManager.LayoutParams).type == WindowManager.LayoutParams.TYPE_APPLICATION_OVERLAY
        }
    }

    /** The parameters of the one window. */
    fun place() = windows().single().layoutParams as WindowManager.LayoutParams

    /** The notices of warnings that are shown. */
    fun notices(): List<Notification> =
        shadowOf(manager).allNotifications.filter { it.category == Notification.CATEGORY_CALL }

    /** The channels of the posts of warnings since the last question, in order. */
    fun posts(): List<String> = Posts.seen.filter { it.category == Notification.CATEGORY_CALL }.map { it.channelId }
        .also { Posts.seen.clear() }

    /** Time passes, and whoever waits for it has done what was due, step by step. */
    fun pass(seconds: Long) = repeat((seconds * STEPS).toInt()) {
        ShadowSystemClock.advanceBy(Duration.ofMillis(STEP_MILLIS))
        settle()
    }

    /** Time passes for all but the process. */
    fun freeze(seconds: Long) {
        ShadowSystemClock.advanceBy(Duration.ofSeconds(seconds))
        settle()
    }

    /** Whatever is due is done. */
    fun settle() {
        ShadowLooper.getAllLoopers().filter { it != Looper.getMainLooper() && it.thread.name == "warning" }.forEach {
            // One that has just ended has nothing left to do.
            if (it.thread.isAlive) runCatching { shadowOf(it).idle() }
        }
        shadowOf(Looper.getMainLooper()).idle()
    }

    private companion object {
        const val STEPS = 2
        const val STEP_MILLIS = 500L
    }
}

/** Keeps each post of a notice, repeated ones among them, and refuses them on demand. */
@Implements(NotificationManager::class)
class Posts : Shade() {
    @Implementation
    public override fun notify(tag: String?, id: Int, notification: Notification?) {
        check(!isBroken) { "no notices today" }
        notification?.let(seen::add)
        super.notify(tag, id, notification)
    }

    companion object {
        /** All posts, in order. */
        val seen = java.util.Collections.synchronizedList(mutableListOf<Notification>())

        /** Whether every post throws. */
        @Volatile
        var isBroken = false

        /** As at the beginning. */
        fun repair() {
            isBroken = false
            seen.clear()
        }
    }
}
