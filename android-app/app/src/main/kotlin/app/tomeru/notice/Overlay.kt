// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.annotation.SuppressLint
import android.app.KeyguardManager
import android.content.Context
import android.graphics.PixelFormat
import android.hardware.display.DisplayManager
import android.os.Build
import android.view.ContextThemeWrapper
import android.view.Display
import android.view.Gravity
import android.view.LayoutInflater
import android.view.View
import android.view.WindowManager
import android.view.WindowManager.LayoutParams
import android.widget.ImageView
import android.widget.TextView
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.fault.Barrier
import app.tomeru.hooks.Hook
import app.tomeru.hooks.Hooks
import app.tomeru.platform.systemService
import app.tomeru.views.onPress

/**
 * The warning over the screen of the call, one window for whatever rings. All of it on the main thread.
 *
 * While it rings it is in the middle: the phone's own notice of the call, which lies above it, covers the top, and the
 * buttons of the call are at the bottom. It is shown over the lock screen, too, once the call's screen is there: that
 * screen shows the number itself, so this one may; no notice does, for a notice may be seen where no call is. It
 * takes neither the focus nor a touch beside it. It never turns the screen on: the phone that is woken too early shows
 * the call as a small notice (AOSP, `FullScreenIntentDecision`).
 */
internal object Overlay {
    @SuppressLint("StaticFieldLeak") // it holds a window of the application, and is let go with it
    private var shown: Shown? = null

    private class Shown(val windows: WindowManager, val view: View) {
        val card: WarningCard = view.requireViewById(R.id.notice_card)
        var answered = ""
    }

    /** Shows the warning about [record], in place of one that is still there; its button calls [closed]. */
    fun show(context: Context, record: CallRecord, closed: () -> Unit) {
        val now = shown ?: made(context)
        val text = WarningText(context, record)
        fill(now.view, text)
        now.answered = text.answered
        now.card.changed = ::replace
        for (id in listOf(R.id.notice_close, R.id.notice_close_short)) {
            now.view.requireViewById<View>(id).onPress {
                Barrier.run(null) { Hooks(context).fired(Hook.OVERLAY_CLOSED) }
                closed()
            }
        }
        now.card.watchDrawing { Barrier.run(null) { note(context) } }
        val place = place(now.view, isAnswered = false)
        if (shown == null) now.windows.addView(now.view, place) else now.windows.updateViewLayout(now.view, place)
        shown = now
    }

    private fun note(context: Context) {
        val locked = context.systemService<KeyguardManager>().isKeyguardLocked
        Hooks(context).fired(if (locked) Hook.OVERLAY_DRAWN_LOCKED else Hook.OVERLAY_DRAWN)
    }

    /** The call is spoken: one line is left, out of the way. */
    fun answered() {
        val now = shown ?: return
        calm(now.view, now.answered)
        replace()
    }

    private fun replace() {
        shown?.run { windows.updateViewLayout(view, place(view, card.isAnswered)) }
    }

    /** The call is over. */
    fun remove() {
        val now = shown ?: return
        shown = null
        now.windows.removeView(now.view)
    }

    private fun made(context: Context): Shown {
        val own = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            // A service has no display of its own.
            val display = context.systemService<DisplayManager>().getDisplay(Display.DEFAULT_DISPLAY)
            context.createDisplayContext(display).createWindowContext(LayoutParams.TYPE_APPLICATION_OVERLAY, null)
        } else {
            context
        }
        return Shown(own.systemService(), view(own))
    }

    /** The window's view, without words yet. */
    @SuppressLint("InflateParams") // a window has no parent
    internal fun view(context: Context): View =
        LayoutInflater.from(ContextThemeWrapper(context, R.style.Theme_Tomeru)).inflate(R.layout.overlay, null)

    /** Writes [text] on it, for a call that rings. */
    internal fun fill(view: View, text: WarningText) {
        fun set(id: Int, value: String?) {
            view.requireViewById<TextView>(id).text = value
        }
        view.requireViewById<ImageView>(R.id.notice_icon).setImageResource(text.icon)
        set(R.id.notice_title, text.order)
        set(R.id.notice_kind, text.kind)
        set(R.id.notice_where, text.where)
        set(R.id.notice_what_to_do, text.advice)
        view.requireViewById<WarningCard>(R.id.notice_card).isAnswered = false
        // Said by TalkBack when the window comes or changes.
        view.accessibilityPaneTitle = view.context.getString(R.string.warning_pane, text.kind, text.order)
    }

    /** Writes [line] on [view], what matters once somebody answered. */
    internal fun calm(view: View, line: String) {
        view.requireViewById<TextView>(R.id.notice_title).text = line
        view.requireViewById<WarningCard>(R.id.notice_card).isAnswered = true
        view.accessibilityPaneTitle = line
    }

    /** Where the window of [view] is. */
    @Suppress("DEPRECATION") // FLAG_SHOW_WHEN_LOCKED: its replacement is for activities
    internal fun place(view: View, isAnswered: Boolean): LayoutParams {
        val screen = view.resources.displayMetrics
        val widest = view.resources.getDimensionPixelSize(R.dimen.warning_width)
        // In the screen, the middle is that of the whole screen; not in it, the top is below the status bar.
        val inScreen = if (isAnswered) 0 else LayoutParams.FLAG_LAYOUT_IN_SCREEN
        return LayoutParams(
            minOf(screen.widthPixels, widest),
            LayoutParams.WRAP_CONTENT,
            LayoutParams.TYPE_APPLICATION_OVERLAY,
            LayoutParams.FLAG_NOT_FOCUSABLE or LayoutParams.FLAG_SHOW_WHEN_LOCKED or inScreen,
            PixelFormat.TRANSLUCENT,
        ).apply {
            gravity = if (isAnswered) Gravity.TOP or Gravity.CENTER_HORIZONTAL else Gravity.CENTER
            title = view.context.getString(R.string.app_name)
        }
    }
}
