// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.annotation.SuppressLint
import android.content.Context
import android.graphics.PixelFormat
import android.media.AudioManager
import android.provider.Settings
import android.view.ContextThemeWrapper
import android.view.Gravity
import android.view.LayoutInflater
import android.view.View
import android.view.WindowManager
import android.widget.TextView
import app.tomeru.R
import app.tomeru.circumstances.systemService
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.fault.MainThread
import app.tomeru.record.CallRecord
import app.tomeru.ui.onPress

/**
 * The warning over the screen of the call, for who wants it: Android's own permission to draw over other apps is the
 * switch.
 *
 * It goes when the call ends. Without a permission to see calls, the mode of the sound tells: it rings or speaks, and
 * then is normal again. On a phone that makes no sound it goes after a while, and whenever its button is pressed.
 */
class Overlay private constructor(private val windows: WindowManager, private val audio: AudioManager, val view: View) {
    private val main = MainThread(Fault.NOTICE_FAILED)
    private var looks = 0
    private var heard = false

    /** A warning that nobody takes away any more would stay over every other app. */
    private fun watch() {
        if (!Barrier.run(Fault.NOTICE_FAILED, ::look)) remove()
    }

    private fun look() {
        looks++
        val quiet = audio.mode == AudioManager.MODE_NORMAL
        heard = heard || !quiet
        if ((heard && quiet) ||
            (!heard && looks > MOST_QUIET_LOOKS)
        ) {
            remove()
        } else {
            main.run(LOOK_MILLIS, ::watch)
        }
    }

    private fun remove() {
        if (shown !== this) return
        shown = null
        main.clear()
        windows.removeView(view)
    }

    companion object {
        private const val LOOK_MILLIS = 500L

        /** 40 seconds: about as long as a phone rings before voicemail answers. */
        private const val MOST_QUIET_LOOKS = 80

        @SuppressLint("StaticFieldLeak") // it holds a window of the application, and is let go with it
        private var shown: Overlay? = null

        /** Shows the warning about [record], if Android lets us; in place of one that is still there. */
        fun show(context: Context, record: CallRecord) {
            if (!Settings.canDrawOverlays(context)) return
            shown?.remove()
            val windows = context.systemService<WindowManager>()
            val view = view(context, record)
            val overlay = Overlay(windows, context.systemService(), view)
            view.requireViewById<View>(R.id.notice_close).onPress(overlay::remove)
            windows.addView(view, place(view))
            shown = overlay
            overlay.watch()
        }

        @SuppressLint("InflateParams") // a window has no parent
        internal fun view(context: Context, record: CallRecord): View {
            val text = WarningText(context, record)
            val themed = ContextThemeWrapper(context, R.style.Theme_Tomeru)
            val view = LayoutInflater.from(themed).inflate(R.layout.overlay, null)

            fun set(id: Int, value: String?) = view.requireViewById<TextView>(id).run {
                this.text = value
                visibility = if (value == null) View.GONE else View.VISIBLE
            }
            set(R.id.notice_title, text.title.joinToString("\n"))
            set(R.id.notice_where, text.where)
            set(R.id.notice_why, text.why)
            set(R.id.notice_what_to_do, text.whatToDo)
            return view
        }

        /** At the top, and over half of the screen at most: the buttons of the call are at the bottom. */
        private fun place(view: View): WindowManager.LayoutParams {
            val screen = view.resources.displayMetrics
            val width = View.MeasureSpec.makeMeasureSpec(screen.widthPixels, View.MeasureSpec.EXACTLY)
            view.measure(width, View.MeasureSpec.makeMeasureSpec(screen.heightPixels / 2, View.MeasureSpec.AT_MOST))
            return WindowManager.LayoutParams(
                WindowManager.LayoutParams.MATCH_PARENT,
                view.measuredHeight,
                WindowManager.LayoutParams.TYPE_APPLICATION_OVERLAY,
                WindowManager.LayoutParams.FLAG_NOT_FOCUSABLE,
                PixelFormat.TRANSLUCENT,
            ).apply { gravity = Gravity.TOP }
        }
    }
}
