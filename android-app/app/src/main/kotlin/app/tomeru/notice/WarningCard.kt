// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.content.Context
import android.content.res.Configuration
import android.graphics.Canvas
import android.text.TextPaint
import android.util.AttributeSet
import android.util.TypedValue
import android.view.View
import android.widget.LinearLayout
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.views.isVisible

/**
 * The red card of the warning. Whatever the size of the text, it takes a part of the screen's height only: first the
 * number goes, then letters shrink a little, then the kind of call goes, then letters shrink more, and last the button
 * moves up beside the order. Order, advice and button stay, and are whole; the button never has larger letters than the
 * order.
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

    /** Called when the phone was turned, or its letters grew. */
    var changed: () -> Unit = {}

    /** Called when it is drawn, once after [watchDrawing]. */
    private var drawn: (() -> Unit)? = null

    /** Calls [drawn] when it is drawn next. */
    fun watchDrawing(drawn: () -> Unit) {
        this.drawn = drawn
        invalidate()
    }

    override fun dispatchDraw(canvas: Canvas) {
        super.dispatchDraw(canvas)
        drawn?.let { told ->
            drawn = null
            told()
        }
    }

    override fun onConfigurationChanged(newConfig: Configuration?) {
        super.onConfigurationChanged(newConfig)
        fitted = null
        Barrier.run(Fault.NOTICE_FAILED, changed)
    }

    override fun onMeasure(widthMeasureSpec: Int, heightMeasureSpec: Int) {
        // In a window, what is around the card is for its shadow.
        val around = (parent as? View)?.run { paddingTop + paddingBottom } ?: 0
        val most = (resources.displayMetrics.heightPixels * PART).toInt() - around
        val wanted = MeasureSpec.getSize(widthMeasureSpec) to most
        // Android measures in the middle of its own work: a card that does not fit is better than a process that ends.
        if (fitted != wanted) Barrier.run(Fault.NOTICE_FAILED) { fit(widthMeasureSpec, most) }
        fitted = wanted
        super.onMeasure(widthMeasureSpec, UNLIMITED)
    }

    private fun fit(width: Int, most: Int) {
        for (step in if (isAnswered) listOf(ONE_LINE) else STEPS) {
            take(step)
            super.onMeasure(width, UNLIMITED)
            sizeTitle(step)
            super.onMeasure(width, UNLIMITED)
            if (measuredHeight <= most) return
        }
    }

    private fun take(step: Step) {
        // Everybody can find the button; its letters grow with the others only as far as the order has room, too.
        capLetters(R.id.notice_close, R.dimen.warning_close)
        capLetters(R.id.notice_close_short, R.dimen.warning_close_short)
        part<View>(R.id.notice_icon).isVisible = !isAnswered
        part<TextView>(R.id.notice_kind).run {
            isVisible = step.kind > 0
            if (isVisible) setTextSize(TypedValue.COMPLEX_UNIT_SP, step.kind.toFloat())
        }
        part<TextView>(R.id.notice_where).run { isVisible = step.where && text.isNotEmpty() }
        part<View>(R.id.notice_close).isVisible = !step.isTight
        part<View>(R.id.notice_close_short).isVisible = step.isTight
        val above = pixels(if (step.isTight) R.dimen.warning_padding_tight else R.dimen.warning_padding)
        setPadding(paddingLeft, above, paddingRight, above)
        part<TextView>(R.id.notice_what_to_do).run {
            isVisible = step.advice > 0
            if (isVisible) setTextSize(TypedValue.COMPLEX_UNIT_SP, step.advice.toFloat())
            val inside = pixels(if (step.isTight) R.dimen.warning_box_tight else R.dimen.warning_box)
            setPadding(paddingLeft, inside, paddingRight, inside)
        }
    }

    /** As large as its place lets it be, on one line; once answered on two if one would be too small. */
    private fun sizeTitle(step: Step) {
        val title = part<TextView>(R.id.notice_title)
        val room = title.measuredWidth
        val highest = if (step.isTight) pixels(R.dimen.warning_head_tight) else Int.MAX_VALUE
        val paint = TextPaint(title.paint)

        fun fits(size: Int): Boolean {
            paint.textSize = inPixels(size)
            val height = paint.fontMetrics.run { descent - ascent }
            return paint.measureText(title.text.toString()) <= room && height <= highest
        }

        val sizes = if (isAnswered) ANSWERED_SIZES else ORDER_SIZES
        val onOneLine = sizes.firstOrNull(::fits) ?: sizes.last
        if (isAnswered && onOneLine < READABLE) return sizeOnTwoLines(title, room)
        title.setTextSize(TypedValue.COMPLEX_UNIT_SP, onOneLine.toFloat())
    }

    private fun sizeOnTwoLines(title: TextView, room: Int) {
        for (size in ANSWERED_SIZES) {
            title.setTextSize(TypedValue.COMPLEX_UNIT_SP, size.toFloat())
            title.measure(MeasureSpec.makeMeasureSpec(room, MeasureSpec.EXACTLY), UNLIMITED)
            if (title.lineCount <= 2) return
        }
    }

    private fun capLetters(button: Int, most: Int) =
        part<TextView>(button).setTextSize(TypedValue.COMPLEX_UNIT_PX, minOf(inPixels(CLOSE), pixels(most).toFloat()))

    private fun <T : View> part(id: Int): T = requireViewById(id)

    private fun pixels(dimension: Int) = resources.getDimensionPixelSize(dimension)

    /** [size] in sp. */
    private fun inPixels(size: Int) =
        TypedValue.applyDimension(TypedValue.COMPLEX_UNIT_SP, size.toFloat(), resources.displayMetrics)

    /**
     * What is shown; [kind] and [advice] in sp, 0: not at all; [isTight]: with little around it, the button beside the
     * order.
     */
    private data class Step(
        val where: Boolean = false,
        val kind: Int = 0,
        val advice: Int,
        val isTight: Boolean = false,
    )

    private companion object {
        /** Of the screen's height. */
        const val PART = 0.4f
        val UNLIMITED = MeasureSpec.makeMeasureSpec(0, MeasureSpec.UNSPECIFIED)

        /** In sp; a narrow phone with large text needs the small ones for eight letters in a line. */
        val ORDER_SIZES = 40 downTo 8
        val ANSWERED_SIZES = 26 downTo 8
        const val READABLE = 18
        const val CLOSE = 18

        val STEPS = listOf(
            Step(where = true, kind = 22, advice = 20),
            Step(kind = 22, advice = 20),
            Step(kind = 20, advice = 18),
            Step(kind = 18, advice = 16),
            Step(kind = 16, advice = 14),
        ) + listOf(20, 18, 16, 14, 12, 10).map { Step(advice = it) } +
            listOf(20, 18, 16, 14, 12, 10, 8).map { Step(advice = it, isTight = true) }
        val ONE_LINE = Step(advice = 0, isTight = true)
    }
}
