// SPDX-License-Identifier: Apache-2.0
package app.tomeru.channel

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.ContentResolver
import android.content.Context
import android.media.AudioAttributes
import android.net.Uri
import app.tomeru.R
import app.tomeru.platform.systemService
import app.tomeru.words.keptWhole

/** What a channel still does; the person can mute it and switch it off in the phone's settings. */
enum class ChannelState { ON, MUTED, OFF }

/** The notification channels; each can be switched off separately in the system settings. */
enum class Channel(
    private val id: String,
    private val title: Int,
    private val detail: Int,
    private val importance: Int,
) {
    /** While a call rings: on top of everything, without a sound of its own. */
    RING_WARNING(
        "ring_warning",
        R.string.warning_channel,
        R.string.warning_channel_detail,
        NotificationManager.IMPORTANCE_HIGH,
    ),

    /** The same, spoken. A channel's sound is fixed when it is made: another sound needs another id. */
    RING_VOICE(
        "ring_voice",
        R.string.voice_channel,
        R.string.voice_channel_detail,
        NotificationManager.IMPORTANCE_HIGH,
    ) {
        override fun sound(context: Context): Uri = voice(context)

        /** Whoever muted the warning before it had a voice does not want to hear it. */
        override val inherits: Channel get() = RING_WARNING
    },

    /** After a call was stopped: quiet. */
    STOPPED("stopped", R.string.stopped_channel, R.string.stopped_channel_detail, NotificationManager.IMPORTANCE_LOW),

    /** Right after the owner's own call was stopped: in sight at once, or nobody knows why it did not go through. */
    OUTGOING(
        "outgoing",
        R.string.outgoing_channel,
        R.string.outgoing_channel_detail,
        NotificationManager.IMPORTANCE_HIGH,
    ),

    /** When the phone is no longer protected. */
    HEALTH("health", R.string.health_channel, R.string.health_channel_detail, NotificationManager.IMPORTANCE_HIGH),

    /** A timed pass that is on or over: quiet. */
    PASS("pass", R.string.pass_channel, R.string.pass_channel_detail, NotificationManager.IMPORTANCE_LOW),
    ;

    /** The sound that it is made with, or null for none. */
    protected open fun sound(context: Context): Uri? = null

    /** The channel that did its work before; what the person muted there is muted here, too. */
    protected open val inherits: Channel? = null

    /**
     * Its name in the phone's settings, as `Settings.EXTRA_CHANNEL_ID` wants it; the channel is there when this
     * returns.
     */
    fun made(context: Context): String {
        val manager = context.systemService<NotificationManager>()
        manager.createNotificationChannel(
            NotificationChannel(id, context.getString(title), firstImportance(manager)).apply {
                description = context.getString(detail)
                setSound(sound(context), sound(context)?.let { RINGTONE })
            },
        )
        return id
    }

    /**
     * The importance to be made with. Once a channel is there Android takes a lower one only, and from nobody but the
     * person after they changed anything in it (AOSP, `PreferencesHelper.createNotificationChannel`): so what another
     * channel hands over counts when this one is made, and never again.
     */
    private fun firstImportance(manager: NotificationManager): Int {
        if (manager.getNotificationChannel(id) != null) return importance
        val before = inherits?.let { manager.getNotificationChannel(it.id) } ?: return importance
        return minOf(importance, before.importance)
    }

    /** A notice of this kind; the channel exists when this returns. The lock screen may show [public] in its place. */
    fun builder(context: Context, title: CharSequence, public: CharSequence = title): Notification.Builder {
        made(context)
        return bare(context, title).setPublicVersion(bare(context, public).build())
    }

    /** A notice of this kind that Android draws: [text] where it is folded, [whole] where it is open. */
    fun said(
        context: Context,
        title: String,
        text: String,
        whole: String = text,
        public: String = title,
    ): Notification.Builder = builder(context, keptWhole(title), keptWhole(public))
        .setContentText(keptWhole(text))
        .setStyle(Notification.BigTextStyle().bigText(keptWhole(whole)))

    /** Whether the person has not switched it off. */
    fun isOn(context: Context): Boolean = state(context) != ChannelState.OFF

    /** What the user lets it do. */
    fun state(context: Context): ChannelState {
        val channel = context.systemService<NotificationManager>().getNotificationChannel(made(context))
        return when {
            channel == null -> ChannelState.ON
            channel.importance == NotificationManager.IMPORTANCE_NONE -> ChannelState.OFF
            channel.importance < importance || (sound(context) != null && channel.sound == null) -> ChannelState.MUTED
            else -> ChannelState.ON
        }
    }

    private fun bare(context: Context, title: CharSequence): Notification.Builder {
        val isUrgent = importance == NotificationManager.IMPORTANCE_HIGH
        return Notification.Builder(context, id)
            .setSmallIcon(if (isUrgent) R.drawable.ic_triangle else R.drawable.ic_shield)
            .setColor(context.getColor(if (isUrgent) R.color.partly else R.color.protected_))
            .setContentTitle(title)
            .setVisibility(Notification.VISIBILITY_PRIVATE)
    }

    internal companion object {
        /** As loud as the ring, and heard while it rings. */
        private val RINGTONE: AudioAttributes = AudioAttributes.Builder()
            .setUsage(AudioAttributes.USAGE_NOTIFICATION_RINGTONE)
            .setContentType(AudioAttributes.CONTENT_TYPE_SPEECH)
            .build()

        /** The recorded sentence, by name: numbers of resources change with an update. */
        fun voice(context: Context): Uri = with(context.resources) {
            Uri.Builder()
                .scheme(ContentResolver.SCHEME_ANDROID_RESOURCE)
                .authority(context.packageName)
                .appendPath(getResourceTypeName(R.raw.warning_voice))
                .appendPath(getResourceEntryName(R.raw.warning_voice))
                .build()
        }
    }
}

/** Marks a test next to the app's name: nobody called. */
fun Notification.Builder.asTest(context: Context): Notification.Builder =
    setSubText(context.getString(R.string.test_call))
