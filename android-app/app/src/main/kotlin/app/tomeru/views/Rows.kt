// SPDX-License-Identifier: Apache-2.0
package app.tomeru.views

import android.content.Context
import android.graphics.drawable.GradientDrawable
import android.graphics.drawable.LayerDrawable
import android.view.View
import android.view.ViewGroup
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.TextView
import app.tomeru.R

/**
 * Writes into a view of the layout `row`: its [name], what stands [side] of it, a phone [number], the [value] in force and
 * a [detail]; null: nothing.
 */
internal fun View.row(
    name: CharSequence,
    side: CharSequence? = null,
    number: CharSequence? = null,
    value: CharSequence? = null,
    detail: CharSequence? = null,
) {
    requireViewById<LinearLayout>(R.id.head).lieSideBySide(context.letters <= LARGE)
    requireViewById<TextView>(R.id.name).text = name
    requireViewById<TextView>(R.id.side).showOrHide(side)
    requireViewById<TextView>(R.id.number).showOrHide(number)
    requireViewById<TextView>(R.id.value).showOrHide(value)
    requireViewById<TextView>(R.id.detail).showOrHide(detail)
}

/** The icon of a view of the layout `row`: at its beginning, or beside the detail where names need the whole width. */
internal fun View.icon(icon: Int, color: Int) {
    val shade = context.getColor(color)
    val isBeside = context.letters <= LARGE
    requireViewById<ImageView>(R.id.icon).run {
        isVisible = isBeside
        setImageResource(icon)
        setColorFilter(shade)
    }
    requireViewById<TextView>(R.id.detail).sign(if (isBeside) 0 else icon, shade)
}

/** Gives the row the corners that its card has where it begins or ends. */
internal fun View.shape(isFirst: Boolean, isLast: Boolean) {
    val radius = CARD_DP * resources.displayMetrics.density
    val (above, below) = listOf(isFirst, isLast).map { if (it) radius else 0f }
    val shape = (background.mutate() as LayerDrawable).getDrawable(0) as GradientDrawable
    shape.cornerRadii = floatArrayOf(above, above, above, above, below, below, below, below)
}

/** Gives all rows of this card the corners that they have in it. */
internal fun ViewGroup.shapeRows() {
    for (at in 0 until childCount) getChildAt(at).shape(at == 0, at == childCount - 1)
}

/** Lays the parts (style `Part`) side by side or beneath each other. */
internal fun LinearLayout.lieSideBySide(yes: Boolean) {
    orientation = if (yes) LinearLayout.HORIZONTAL else LinearLayout.VERTICAL
}

/** How large the letters are that the person chose; 1 is as usual. */
internal val Context.letters: Float get() = resources.configuration.fontScale

/** How many letters of the usual size fit side by side, as a width in dp. */
internal val Context.room: Float get() = resources.configuration.screenWidthDp / letters

/** Above this size of letters there is no room for two things in a line. */
internal const val LARGE: Float = 1.5f

private const val CARD_DP = 20
