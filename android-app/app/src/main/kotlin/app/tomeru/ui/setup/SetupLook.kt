// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.setup

import android.app.Activity
import android.content.res.ColorStateList
import android.view.View
import android.view.ViewGroup
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.TextView
import app.tomeru.R
import app.tomeru.ui.setup.Setup.Step
import app.tomeru.views.LARGE
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.letters
import app.tomeru.views.mark

/** How the pages of set-up look, in the views of the layout `setup`: how far one is, a picture, buttons at the end. */
internal class SetupLook(private val screen: Activity, private val setup: Setup) {
    /**
     * Keeps the buttons at the end of the screen, where there is room for them and for what they are about; in two
     * columns they are in sight beside it.
     */
    fun pinButtons() {
        val isLow = screen.resources.configuration.screenHeightDp < HIGH_DP
        val isOneColumn = screen.find<LinearLayout>(R.id.columns).orientation == LinearLayout.VERTICAL
        if (isLow || screen.letters > LARGE || !isOneColumn) return
        val buttons = screen.find<View>(R.id.setup_buttons)
        (buttons.parent as ViewGroup).removeView(buttons)
        val column = screen.find<View>(R.id.column)
        buttons.setPadding(column.paddingLeft, 0, column.paddingRight, column.paddingBottom)
        screen.find<ViewGroup>(R.id.screen).addView(buttons)
    }

    /** Shows how far [step] is, and its picture. */
    fun show(step: Step) {
        val counts = step < Step.END
        val done = setup.steps.indexOf(step) + 1
        val bars = screen.find<LinearLayout>(R.id.setup_bars)
        bars.isVisible = counts
        bars.removeAllViews()
        if (counts) for (at in 1..setup.count) bars.addView(bar(at <= done))
        screen.find<TextView>(R.id.setup_progress).run {
            isVisible = counts
            text = screen.getString(R.string.setup_progress, done, setup.count)
        }
        val (picture, color) = picture(step)
        screen.find<ImageView>(R.id.setup_picture).run {
            setImageResource(picture)
            setColorFilter(screen.getColor(color))
        }
        screen.find<View>(R.id.role_picture).isVisible = step == Step.ROLE
    }

    /** Shows [text], a line each; with a tick if they are [ticked]. */
    fun tell(text: CharSequence, ticked: Boolean) {
        val points = screen.find<ViewGroup>(R.id.setup_points)
        points.removeAllViews()
        for (line in text.split('\n')) {
            val point = screen.layoutInflater.inflate(R.layout.point, points, false) as TextView
            if (ticked) point.mark(line, R.drawable.ic_tick, R.color.text) else point.text = line
            points.addView(point)
        }
    }

    private fun bar(done: Boolean) = View(screen).apply {
        val density = resources.displayMetrics.density
        layoutParams = LinearLayout.LayoutParams(0, ViewGroup.LayoutParams.MATCH_PARENT, 1f).apply {
            marginEnd = (GAP_DP * density).toInt()
        }
        setBackgroundResource(R.drawable.card)
        backgroundTintList = ColorStateList.valueOf(context.getColor(if (done) R.color.button else R.color.divider))
    }

    private fun picture(step: Step): Pair<Int, Int> = when (step) {
        Step.PURPOSE -> R.drawable.ic_shield to R.color.protected_

        Step.PRESET -> R.drawable.ic_globe to R.color.button

        Step.NOTICES -> R.drawable.ic_bell to R.color.button

        Step.OVERLAY -> R.drawable.ic_triangle to R.color.partly

        Step.CONTACTS -> R.drawable.ic_family to R.color.button

        Step.ROLE -> R.drawable.ic_shield to R.color.button

        Step.FIXED_LINE, Step.SUSPENSION -> R.drawable.ic_phone to R.color.button

        Step.END -> if (setup.isChosen) {
            R.drawable.ic_shield to R.color.protected_
        } else {
            R.drawable.ic_stopped to
                R.color.stopped
        }
    }

    private companion object {
        const val GAP_DP = 4

        /** Lower is a phone that lies on its side. */
        const val HIGH_DP = 480
    }
}
