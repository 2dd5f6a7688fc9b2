// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.content.Context
import android.util.AttributeSet
import android.util.TypedValue
import android.view.View
import android.widget.LinearLayout
import android.widget.TextView
import app.tomeru.R
import app.tomeru.views.isVisible

/**
 * The red card of the warning. Whatever the size of the text, it takes a part of the screen's height only: first the
 * number goes, then the kind of call, then letters shrink, and last the button moves up beside the order. Order, advice
 * and button stay, and are whole.
 */
internal class WarningCard(context: Context, attributes: AttributeSet?) : LinearLayout(context, attributes) {
    /** The width and the height for which the parts were chosen. */
    private var fitted: Pair<Int, Int>? = null

    /** Whether the call is spoken, and one line is enough. */
    var isAnswered = false
        set(answered) {
            field = answered
            // The texts are others, too.
            fitted = null
            requestLayout()
        }

    override fun onMeasure(widthMeasureSpec: Int, heightMeasureSpec: Int) {
        // In a window, what is around the card is for its shadow.
        val around = (parent as? View)?.run { paddingTop + paddingBottom } ?: 0
        val most = (resources.displayMetrics.heightPixels * PART).toInt() - around
        val wanted = MeasureSpec.getSize(widthMeasureSpec) to most
        if (fitted != wanted) fit(widthMeasureSpec, most)
        fitted = wanted
        super.onMeasure(widthMeasureSpec, UNLIMITED)
    }

    private fun fit(width: Int, most: Int) {
        val steps = if (isAnswered) listOf(ONE_LINE) else STEPS
        steps.firstOrNull { step ->
            take(step, width)
            super.onMeasure(width, UNLIMITED)
            measuredHeight <= most
        }
    }

    private fun take(step: Step, width: Int) {
        part<TextView>(R.id.notice_kind).isVisible = step.kind
        part<TextView>(R.id.notice_where).run { isVisible = step.where && text.isNotEmpty() }
        part<TextView>(R.id.notice_what_to_do).run {
            isVisible = step.advice > 0
            if (isVisible) setSize(step.advice)
        }
        part<View>(R.id.notice_close).isVisible = !step.isClosedAbove
        part<View>(R.id.notice_close_short).isVisible = step.isClosedAbove
        part<View>(R.id.notice_icon).isVisible = !isAnswered
        val title = part<TextView>(R.id.notice_title)
        val largest = if (isAnswered) ANSWERED_SIZES else ORDER_SIZES
        val lines = if (isAnswered) 2 else 1
        // Where two lines are allowed, one is still better.
        for (most in 1..lines) {
            val sizes = if (most == lines) largest else largest.filter { it >= READABLE }
            for (size in sizes) {
                title.setSize(size)
                super.onMeasure(width, UNLIMITED)
                if (title.lineCount <= most) return
            }
        }
    }

    private fun TextView.setSize(sp: Int) = setTextSize(TypedValue.COMPLEX_UNIT_SP, sp.toFloat())

    private fun <T : View> part(id: Int): T = requireViewById(id)

    /** What is shown; [advice] in sp, 0: not at all. */
    private data class Step(
        val where: Boolean = false,
        val kind: Boolean = false,
        val advice: Int,
        val isClosedAbove: Boolean = false,
    )

    private companion object {
        /** Of the screen's height. */
        const val PART = 0.4f
        val UNLIMITED = MeasureSpec.makeMeasureSpec(0, MeasureSpec.UNSPECIFIED)

        /** In sp; a narrow phone with large text needs the small ones for eight letters in a line. */
        val ORDER_SIZES = 40 downTo 10
        val ANSWERED_SIZES = 26 downTo 10
        const val READABLE = 18

        val STEPS = listOf(Step(where = true, kind = true, advice = 20), Step(kind = true, advice = 20)) +
            listOf(20, 18, 16, 14, 12, 10).map { Step(advice = it) } +
            listOf(16, 14, 12, 10).map { Step(advice = it, isClosedAbove = true) }
        val ONE_LINE = Step(advice = 0, isClosedAbove = true)
    }
}
