// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.app.Application
import android.app.NotificationChannel
import android.app.NotificationManager
import app.tomeru.channel.Channel
import app.tomeru.channel.ChannelState
import app.tomeru.platform.systemService
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 35])
class ChannelTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val manager = app.systemService<NotificationManager>()

    /** What an earlier version of the app made, and what the person made of it. */
    private fun before(importance: Int) =
        manager.createNotificationChannel(NotificationChannel("ring_warning", "as it was", importance))

    @Test
    fun `a warning that was muted before there was a voice stays muted`() {
        before(NotificationManager.IMPORTANCE_LOW)
        assertEquals(ChannelState.MUTED, Channel.RING_VOICE.state(app))
        assertEquals(ChannelState.MUTED, Channel.RING_WARNING.state(app))
        assertEquals(WarnNotice.LISTED, WarnPlan.of(Surroundings(app).now(null)).notice)
    }

    @Test
    fun `one that was switched off stays off`() {
        before(NotificationManager.IMPORTANCE_NONE)
        assertEquals(ChannelState.OFF, Channel.RING_VOICE.state(app))
        assertEquals(ChannelState.OFF, Channel.RING_WARNING.state(app))
        assertEquals(WarnNotice.NONE, WarnPlan.of(Surroundings(app).now(null)).notice)
    }

    @Test
    fun `one that nobody touched speaks`() {
        before(NotificationManager.IMPORTANCE_HIGH)
        assertEquals(ChannelState.ON, Channel.RING_VOICE.state(app))
        assertEquals(WarnNotice.VOICE, WarnPlan.of(Surroundings(app).now(null)).notice)
    }

    @Test
    fun `a voice that was muted is not made again by the next start`() {
        val id = Channel.RING_VOICE.made(app)
        manager.getNotificationChannel(id).importance = NotificationManager.IMPORTANCE_LOW
        repeat(2) { assertEquals(ChannelState.MUTED, Channel.RING_VOICE.state(app)) }
        assertEquals(
            "who muted the voice is still warned",
            WarnNotice.QUIET,
            WarnPlan.of(Surroundings(app).now(null)).notice,
        )
    }

    @Test
    fun `a voice whose sound was taken away is muted`() {
        val id = Channel.RING_VOICE.made(app)
        manager.getNotificationChannel(id).setSound(null, null)
        assertEquals(ChannelState.MUTED, Channel.RING_VOICE.state(app))
    }
}
