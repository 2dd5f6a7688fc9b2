// SPDX-License-Identifier: Apache-2.0
package app.tomeru.channel

import android.app.NotificationManager

/**
 * Whether Android would show one more notice of the app. Where it has too many it drops the next without a word, be it a
 * warning (AOSP, `NotificationManagerService.checkDisqualifyingFeatures`: 25 on Android 10 and 11, 50 from 13 on). Of what
 * it tells an app it does not count what was put off ("snoozed"), and tells of that even once it was taken away: of stopped
 * calls no more count than are shown at once.
 */
internal val NotificationManager.hasRoom: Boolean
    get() {
        val (stopped, others) = activeNotifications.partition { it.id == STOPPED_ID }
        return minOf(stopped.size, MOST_STOPPED) + others.size < FULL
    }

/**
 * Takes away the notices with this [id], but the one with [tag] if there is such a tag. A notice that must be seen has a tag of its own each time:
 * where the one before was put off, Android drops each new one with its id and tag (AOSP, `SnoozeHelper.isSnoozed`), and
 * taking it away does not change that.
 */
internal fun NotificationManager.cancelOthers(id: Int, tag: String? = null) = activeNotifications
    .filter { it.id == id && (tag == null || it.tag != tag) }
    .forEach { cancel(it.tag, id) }

/** Of the notices of stopped calls. */
internal const val STOPPED_ID = 2

/** Of single calls eight, and those of the day, of the self-test and of two answers. */
private const val MOST_STOPPED = 12

/** Some less than 25: Android counts those that it is still taking away. */
private const val FULL = 20
