// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Activity
import android.app.NotificationManager
import android.content.Intent
import android.content.pm.ActivityInfo
import android.content.pm.PackageManager
import android.net.Uri
import android.os.Bundle
import android.telecom.TelecomManager
import app.tomeru.R
import app.tomeru.platform.systemService
import app.tomeru.route.Route
import app.tomeru.support.FakeDocuments
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.home.PassHourActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.xmlpull.v1.XmlPullParser

/** What any app on the phone can start changes nothing by itself. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class OthersIntentsTest : ScreenTest() {
    private fun activities() = app.packageManager.getPackageInfo(app.packageName, PackageManager.GET_ACTIVITIES)
        .activities.orEmpty().toList()

    /** What the screens began is done; their threads may still wait for more. */
    private fun settle() {
        var quiet = 0
        Wait.until {
            val busy = Thread.getAllStackTraces().any { (thread, frames) ->
                thread !== Thread.currentThread() &&
                    frames.map { it.className }.any { it.startsWith("app.tomeru.") && ".fault." !in it }
            }
            quiet = if (busy) 0 else quiet + 1
            quiet == QUIET_LOOKS
        }
    }

    private fun start(activity: ActivityInfo, intent: Intent): Activity {
        // An alias is another name of a screen, and what an intent says then.
        val type = Class.forName(activity.targetActivity ?: activity.name).asSubclass(Activity::class.java)
        return Robolectric.buildActivity(type, intent.setClassName(app, activity.name)).setup().get()
    }

    private val intents = listOf(
        Intent("app.tomeru.PASS_HOUR"),
        Intent("app.tomeru.REPAIR"),
        Intent("app.tomeru.END_PASSES"),
        Intent(Intent.ACTION_MAIN),
        Intent(Intent.ACTION_VIEW, Uri.parse("tel:+18442980122")),
        Intent(Intent.ACTION_VIEW, Uri.parse("tomeru:1?p=warn&a=&c=US.allow&d=30&e=120&end")),
        Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, "+18442980122"),
        Intent(Intent.ACTION_VIEW, FakeDocuments.add("numbers.csv", "+18442980122\n".toByteArray()))
            .putExtra(Route.REPLACES, 1),
        Intent(Intent.ACTION_SEND).setType("text/csv").putExtra(Intent.EXTRA_STREAM, "no address"),
        Intent(TelecomManager.ACTION_POST_CALL)
            .putExtra(TelecomManager.EXTRA_HANDLE, Uri.parse("tel:+18442980122")),
    )

    @Test
    fun `no intent changes the settings, not even of a phone whose protection is paused`() {
        val exported = activities().filter { it.exported }
        assertTrue(exported.map { it.name }.toString(), exported.size >= 4)
        val before = store.change { it.copy(policy = it.policy.copy(paused = true)) }
        for (activity in exported) {
            for (intent in intents) {
                start(activity, Intent(intent))
                settle()
                assertEquals("${activity.name}, ${intent.action}", before, store.load().settings)
            }
        }
        val shown = shadowOf(app.systemService<NotificationManager>()).allNotifications
        assertTrue("$shown", shown.none { it.channelId == "pass" })
    }

    @Test
    fun `the shortcut's screen is the app's own, does its work once and is not among the recent ones`() {
        val target = shortcuts().getValue("pass")
        val declared = activities().single { it.name == target }
        assertTrue("no other app can start it", !declared.exported)
        assertTrue(declared.flags and ActivityInfo.FLAG_EXCLUDE_FROM_RECENTS != 0)
        assertTrue(declared.flags and ActivityInfo.FLAG_NO_HISTORY != 0)
        val screen = start(declared, Intent(Intent.ACTION_MAIN))
        Wait.until { screen.isFinishing }
        assertEquals(1, store.load().settings.policy.passes.size)
        val home = screen.opened()
        assertEquals("app.tomeru.ui.home.HomeActivity", home.component?.className)
        assertEquals("again from the recent ones it only shows", null, home.action)
        store.change { it.copy(policy = it.policy.copy(passes = emptyList())) }
        val turned = Robolectric.buildActivity(PassHourActivity::class.java).create(Bundle()).get()
        Wait.until { turned.isFinishing }
        assertEquals("not again after a rotation", 0, store.load().settings.policy.passes.size)
    }

    private fun shortcuts(): Map<String, String> {
        val android = "http://schemas.android.com/apk/res/android"
        val parser = app.resources.getXml(R.xml.shortcuts)
        val targets = mutableMapOf<String, String>()
        var id = ""
        while (parser.next() != XmlPullParser.END_DOCUMENT) {
            if (parser.eventType != XmlPullParser.START_TAG) continue
            parser.getAttributeValue(android, "shortcutId")?.let { id = it }
            parser.getAttributeValue(android, "targetClass")?.let { targets[id] = it }
        }
        return targets
    }

    private companion object {
        const val QUIET_LOOKS = 4
    }
}
