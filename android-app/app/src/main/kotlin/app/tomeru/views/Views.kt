// SPDX-License-Identifier: Apache-2.0
package app.tomeru.views

import android.app.Activity
import android.graphics.Rect
import android.text.SpannableString
import android.text.Spanned
import android.text.style.LeadingMarginSpan
import android.text.style.RelativeSizeSpan
import android.view.View
import android.widget.EditText
import android.widget.GridLayout
import android.widget.ListView
import android.widget.TextView
import app.tomeru.R
import kotlin.math.ceil

/** The view with [id], which the screen's layout has. */
internal fun <T : View> Activity.find(id: Int): T = requireViewById(id)

/** Shows [text] in the screen's message area, and scrolls it into view. */
internal fun Activity.say(text: String) {
    val message = find<TextView>(R.id.message)
    message.text = text
    message.isVisible = true
    findViewById<ListView>(R.id.list)?.smoothScrollToPosition(0)
    message.requestRectangleOnScreen(Rect(0, 0, message.width, message.height))
}

/** Whether the view is shown; if not, it takes no space. */
internal var View.isVisible: Boolean
    get() = visibility == View.VISIBLE
    set(shown) {
        visibility = if (shown) View.VISIBLE else View.GONE
    }

/** Shows [text], or nothing. */
internal fun TextView.showOrHide(text: CharSequence?) {
    this.text = text
    isVisible = !text.isNullOrEmpty()
}

/** Shows [text], its first line (a number) smaller if it would break within [room] pixels. */
internal fun TextView.showFitting(text: String, room: Int) {
    val first = text.substringBefore('\n')
    val share = (room - compoundPaddingLeft - compoundPaddingRight) / paint.measureText(first)
    val shown = SpannableString(text)
    if (share < 1) shown.setSpan(RelativeSizeSpan(share * ALMOST), 0, first.length, 0)
    this.text = shown
}

/**
 * Shows [text]; what goes on of a line with a list's sign (a dot or a number) stands behind it, unless letters are so
 * large that a line has no room to give away.
 */
internal fun TextView.showLists(text: CharSequence) {
    val shown = SpannableString(text)
    val signs = if (context.letters > LARGE) emptySequence() else LIST_SIGN.findAll(text)
    for (sign in signs) {
        val begin = sign.range.first
        val end = text.indexOf('\n', begin).let { if (it < 0) text.length else it + 1 }
        val margin = ceil(paint.measureText(sign.value)).toInt()
        shown.setSpan(LeadingMarginSpan.Standard(0, margin), begin, end, Spanned.SPAN_PARAGRAPH)
    }
    this.text = shown
}

/** A word, a colour and an icon, always together. */
internal fun TextView.mark(text: CharSequence, icon: Int, color: Int) {
    val shade = context.getColor(color)
    this.text = text
    setTextColor(shade)
    sign(icon, shade)
}

/** Shows the drawable [icon] in the color [shade] before the text; 0: none. */
internal fun TextView.sign(icon: Int, shade: Int) {
    setCompoundDrawablesRelativeWithIntrinsicBounds(icon, 0, 0, 0)
    compoundDrawablesRelative.firstOrNull()?.mutate()?.setTint(shade)
}

/** A number that is longer than the field continues on the next line; the keyboard keeps its button. */
internal fun EditText.wrapLines() {
    setSingleLine(false)
    setHorizontallyScrolling(false)
}

/** Puts the tiles side by side where their words fit, otherwise below each other. */
internal fun GridLayout.arrange() {
    val configuration = resources.configuration
    val columns = if (configuration.screenWidthDp / configuration.fontScale >= ROOM_FOR_TWO_DP) 2 else 1
    val gap = (GAP_DP * resources.displayMetrics.density).toInt()
    columnCount = columns
    for (index in 0 until childCount) {
        val place = GridLayout.LayoutParams(
            GridLayout.spec(index / columns, GridLayout.FILL),
            GridLayout.spec(index % columns, GridLayout.FILL, 1f),
        )
        place.width = 0
        place.bottomMargin = gap
        if (index % columns > 0) place.marginStart = gap
        getChildAt(index).layoutParams = place
    }
}

/** A full-width dot, a bullet, or a number that is no telephone number. */
private val LIST_SIGN = Regex("(?:^|(?<=\n))(?:\u30FB\u2060?|\u2022 |\\d[ \u3000]+)")

/** Letters grow by whole pixels. */
private const val ALMOST = 0.98f

private const val ROOM_FOR_TWO_DP = 300
private const val GAP_DP = 12
