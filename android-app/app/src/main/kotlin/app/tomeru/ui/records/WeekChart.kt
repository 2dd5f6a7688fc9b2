// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.records

import android.content.Context
import android.graphics.Canvas
import android.graphics.Paint
import android.graphics.Typeface
import android.util.AttributeSet
import android.util.TypedValue
import android.view.View
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.record.Week
import app.tomeru.words.Words
import java.time.DayOfWeek
import java.time.format.TextStyle
import java.util.Locale

/** A bar for each day of a week, with its number above and its weekday below; a sentence for screen readers. */
class WeekChart(context: Context, attributes: AttributeSet?) : View(context, attributes) {
    private val locale: Locale = context.resources.configuration.locales[0]
    private val words = Words(context)
    private val bar = Paint(Paint.ANTI_ALIAS_FLAG).apply { color = context.getColor(R.color.protected_) }
    private val base = Paint().apply {
        color = context.getColor(R.color.outline)
        strokeWidth = dp(1f)
    }
    private val text = Paint(Paint.ANTI_ALIAS_FLAG).apply {
        color = context.getColor(R.color.text)
        textAlign = Paint.Align.CENTER
    }
    private var week: Week? = null

    /** Shows [week]. */
    fun show(week: Week) {
        this.week = week
        contentDescription = week.days.joinToString(context.getString(R.string.list_separator)) { day ->
            context.resources.getQuantityString(
                R.plurals.week_day,
                day.count,
                name(day.date.dayOfWeek, TextStyle.FULL),
                words.count(day.count.toLong()),
            )
        }
        requestLayout()
        invalidate()
    }

    private fun name(day: DayOfWeek, style: TextStyle) = day.getDisplayName(style, locale)

    private fun dp(value: Float) = value * resources.displayMetrics.density

    /** As large as other text, unless seven columns have no room for that. */
    private fun textSize(): Float {
        val wanted = TypedValue.applyDimension(TypedValue.COMPLEX_UNIT_SP, TEXT_SP, resources.displayMetrics)
        return minOf(wanted, width / DAYS * TEXT_SHARE)
    }

    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val width = MeasureSpec.getSize(widthSpec)
        val line = TypedValue.applyDimension(TypedValue.COMPLEX_UNIT_SP, TEXT_SP, resources.displayMetrics) * LINE
        setMeasuredDimension(width, (2 * line + dp(BARS_DP)).toInt())
    }

    override fun onDraw(canvas: Canvas) {
        Barrier.run(Fault.SCREEN_FAILED) { draw(canvas, week?.days ?: return@run) }
    }

    private fun draw(canvas: Canvas, days: List<Week.Day>) {
        text.textSize = textSize()
        val line = text.textSize * LINE
        val column = width / DAYS
        val bottom = height - line
        val most = maxOf(days.maxOf { it.count }, 1)
        val room = bottom - line
        days.forEachIndexed { index, day ->
            val shown = if (layoutDirection == LAYOUT_DIRECTION_RTL) days.lastIndex - index else index
            val middle = column * (shown + HALF)
            val today = index == days.lastIndex
            text.typeface = if (today) Typeface.DEFAULT_BOLD else Typeface.DEFAULT
            val top = bottom - room * day.count / most
            val half = column * BAR_SHARE / 2
            if (day.count > 0) canvas.drawRoundRect(middle - half, top, middle + half, bottom, dp(4f), dp(4f), bar)
            if (day.count > 0) canvas.drawText(words.count(day.count.toLong()), middle, top - dp(4f), text)
            canvas.drawText(name(day.date.dayOfWeek, TextStyle.NARROW), middle, height - text.descent(), text)
        }
        canvas.drawLine(0f, bottom, width.toFloat(), bottom, base)
    }

    private companion object {
        const val DAYS = 7f
        const val TEXT_SP = 16f
        const val LINE = 1.4f
        const val BARS_DP = 96f
        const val BAR_SHARE = 0.6f
        const val HALF = 0.5f

        /** The text's height as a share of the column's width: two digits fit side by side. */
        const val TEXT_SHARE = 0.75f
    }
}
