// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.graphics.Bitmap
import android.graphics.Color
import android.graphics.Rect
import android.util.TypedValue
import android.view.View
import android.view.ViewGroup
import android.widget.AdapterView
import android.widget.EditText
import android.widget.ImageView
import android.widget.TextView
import app.tomeru.R
import org.junit.Assert.assertTrue

/**
 * What holds for every screen: nothing is cut off, every control can be hit and has words, every text can be read.
 *
 * Sizes are those of "Make apps more accessible" (developer.android.com: 48 dp), contrasts those of WCAG 2.2 (1.4.3:
 * 4.5:1; 3:1 for text of 24 sp, or of 19 sp and bold), computed from [picture].
 */
class Inspection(private val name: String, private val picture: Bitmap) {
    private var headings = 0
    private var lowest = 0

    /** Inspects all of [root]; returns how high the picture has to be to show its last view. */
    fun of(root: View): Int {
        inspect(root)
        assertTrue("$name has no heading", headings > 0)
        val margin = (MARGIN_DP * root.resources.displayMetrics.density).toInt()
        return (lowest + margin).coerceAtMost(picture.height)
    }

    /** Inspects [view], which is no whole screen. */
    fun ofPart(view: View) = inspect(view)

    /** Whether [view] is a row of a list: no heading, and nothing that stands before, between or after the rows. */
    private fun isRow(view: View): Boolean {
        val list = view.parent as? AdapterView<*> ?: return false
        val type = list.adapter.getItemViewType(list.getPositionForView(view))
        return view is ViewGroup && type >= 0
    }

    private fun inspect(view: View) {
        if (view.visibility != View.VISIBLE) return
        if (view is ViewGroup) (0 until view.childCount).forEach { inspect(view.getChildAt(it)) }
        if (view.isAccessibilityHeading) headings++
        val density = view.resources.displayMetrics.density
        // The rows of a list are pressed through the list.
        val pressed = (view.isClickable && view !is AdapterView<*>) || isRow(view)
        if (pressed && view.id != R.id.column) {
            assertTrue("$name: $view is too low to hit", view.height >= TOUCH_DP * density)
            assertTrue("$name: $view is too narrow to hit", view.width >= TOUCH_DP * density)
            assertTrue("$name: $view says nothing", hasWords(view))
            // Rows are reached through their list.
            assertTrue("$name: no key gets to $view", view.isFocusable || view.parent is AdapterView<*>)
            // A launcher's widgets are pressed as they are.
            val isPlain = view !is ViewGroup || view.id == R.id.widget
            assertTrue("$name: $view does not look as if it could be pressed", isPlain || leadsOn(view))
        }
        val isChevron = view is ImageView && view.id == R.id.next
        assertTrue("$name: what leads nowhere has a chevron", !isChevron || isWithinPressed(view))
        if (view is ImageView && view.importantForAccessibility != View.IMPORTANT_FOR_ACCESSIBILITY_NO) {
            assertTrue("$name: $view says nothing", hasWords(view))
        }
        if (view is TextView) inspectText(view)
        if (view !is ViewGroup) lowest = maxOf(lowest, place(view).bottom)
    }

    private fun isWithinPressed(view: View) = generateSequence(view.parent as? View) { it.parent as? View }
        .any { it.parent is AdapterView<*> || (it.isClickable && it !is AdapterView<*>) }

    /** Whether [view], a row, ends with a chevron. */
    private fun leadsOn(view: View) = view.findViewById<View>(R.id.next)?.isShown == true

    private fun hasWords(view: View): Boolean = when {
        !view.contentDescription.isNullOrEmpty() -> true
        view is EditText -> !view.text.isNullOrEmpty() || !view.hint.isNullOrEmpty() || isLabelled(view)
        view is TextView -> view.text.isNotEmpty()
        view is ViewGroup -> (0 until view.childCount).any { hasWords(view.getChildAt(it)) }
        else -> false
    }

    private fun isLabelled(view: View): Boolean {
        fun labels(other: View): Boolean = other.labelFor == view.id || children(other).any(::labels)
        return labels(view.rootView)
    }

    private fun children(view: View) = if (view is ViewGroup) {
        (0 until view.childCount).map(
            view::getChildAt,
        )
    } else {
        emptyList()
    }

    private fun inspectText(view: TextView) {
        val text = view.text.ifEmpty { view.hint ?: "" }
        if (text.isEmpty()) return
        val layout = checkNotNull(view.layout) { "$name: a text that is not laid out" }
        for (line in 0 until layout.lineCount) {
            assertTrue("$name: '$text' is cut off", layout.getEllipsisCount(line) == 0)
            assertTrue("$name: '$text' is too wide", layout.getLineMax(line) <= layout.width + 1)
        }
        val room = view.width - view.totalPaddingLeft - view.totalPaddingRight
        assertTrue("$name: '$text' is cut off", layout.height <= view.height && layout.getLineMax(0) <= room + 1)
        if (WHOLE.any(name::startsWith)) Breaks.inspect(name, view)
        inspectContrast(view, text)
    }

    private fun inspectContrast(view: TextView, text: CharSequence) {
        val place = place(view)
        if (!Rect(0, 0, picture.width, picture.height).contains(place)) return
        val pixels = IntArray(place.width() * place.height())
        picture.getPixels(pixels, 0, place.width(), place.left, place.top, place.width(), place.height())
        val counts = counts(pixels)
        val background = counts.maxBy { it.value }.key
        val contrast = counts.keys.maxOf { contrast(it, background) }
        val sp = TypedValue.applyDimension(TypedValue.COMPLEX_UNIT_SP, 1f, view.resources.displayMetrics)
        val large = view.textSize / sp >= if (view.typeface?.isBold == true) LARGE_BOLD_SP else LARGE_SP
        val least = if (large) LEAST_LARGE else LEAST
        assertTrue("$name: '$text' has a contrast of $contrast", contrast >= least)
    }

    /** Where [view] is in the picture; it need not be in a window. */
    private fun place(view: View): Rect {
        val place = Rect(0, 0, view.width, view.height)
        var inner = view
        while (true) {
            place.offset(inner.left, inner.top)
            inner = inner.parent as? View ?: return place
            place.offset(-inner.scrollX, -inner.scrollY)
        }
    }

    companion object {
        /** Screens whose lines end between phrases, by the beginnings of their pictures' names. */
        private val WHOLE = listOf(
            "home",
            "check",
            "guide",
            "limits",
            "paid",
            "after-call",
            "offer",
            "wait",
            "ways",
            "widget",
            "warning",
            "record",
            "countries",
            "settings",
            "own-numbers",
            "list",
            "family",
            "setup",
            "self-test",
            "maker",
        )

        private const val TOUCH_DP = 48
        private const val MARGIN_DP = 20
        private const val LARGE_SP = 24f
        private const val LARGE_BOLD_SP = 19f
        private const val LEAST = 4.5
        private const val LEAST_LARGE = 3.0

        /** The contrast of two colours (WCAG 2.2, "contrast ratio"). */
        fun contrast(one: Int, other: Int): Double {
            val (light, dark) = listOf(one, other).map { Color.luminance(it).toDouble() }.sortedDescending()
            return (light + FLARE) / (dark + FLARE)
        }

        private const val FLARE = 0.05

        /** How often each colour is among [pixels], which it sorts: millions of them are too many to box. */
        private fun counts(pixels: IntArray): Map<Int, Int> {
            pixels.sort()
            val counts = HashMap<Int, Int>()
            var begin = 0
            for (end in 1..pixels.size) {
                if (end < pixels.size && pixels[end] == pixels[begin]) continue
                counts[pixels[begin]] = end - begin
                begin = end
            }
            return counts
        }
    }
}
