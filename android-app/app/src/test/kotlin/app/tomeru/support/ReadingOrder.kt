// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Activity
import android.view.View
import android.view.ViewGroup
import android.widget.AdapterView
import android.widget.Button
import android.widget.Checkable
import android.widget.CompoundButton
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.ListView
import android.widget.RadioButton
import android.widget.TextView
import org.junit.Assert.assertEquals
import java.io.File

/**
 * What TalkBack reads on a screen, in its order: a file a screen in `tests/reading-order`, one line for each stop, so
 * that a change of order is seen in review. The order of siblings is Android's own (`addChildrenForAccessibility`); what
 * is a stop, and that it reads what is within it, is TalkBack's (its `AccessibilityNodeInfoUtils.shouldFocusNode`).
 *
 * `-Dtomeru.keep=true` writes the files anew, as `scripts/screens --keep` does.
 */
object ReadingOrder {
    private val folder = File(Vectors.root, "tests/reading-order")
    private val keeps = System.getProperty("tomeru.keep") == "true"

    /** Compares what is read of [screen] with the file called [name], which begins with the name of its class. */
    fun check(name: String, screen: Activity) {
        val read = (listOf(screen.javaClass.simpleName, "") + of(screen.window.decorView))
            .joinToString("\n", postfix = "\n")
        val file = File(folder, "$name.txt")
        if (keeps) file.apply { parentFile?.mkdirs() }.writeText(read)
        val known = if (file.exists()) file.readText() else ""
        assertEquals("$file: if TalkBack shall read it so now, run the test again with -Dtomeru.keep=true", known, read)
    }

    /** The screens that have a file, by the names of their classes. */
    fun screens(): Set<String> =
        checkNotNull(folder.listFiles()).map { it.useLines { lines -> lines.first() } }.toSet()

    /** The lines of [root], whose views are attached to a window. */
    fun of(root: View): List<String> = buildList { add(root, this) }

    private fun add(view: View, lines: MutableList<String>) {
        if (!view.isShown) return
        val said = said(view)
        val isStop = isPressed(view) || view.isScreenReaderFocusable || isHeld(view)
        if (isStop && said.isNotEmpty()) lines += line(view, said)
        for (child in children(view)) {
            // A stop has read the texts within it that are no stops themselves.
            if (isStop) addStops(child, lines) else add(child, lines)
        }
        if (!isStop && own(view).isNotEmpty()) lines += line(view, said)
    }

    private fun addStops(view: View, lines: MutableList<String>) {
        if (isPressed(view)) return add(view, lines)
        children(view).forEach { addStops(it, lines) }
    }

    private fun children(view: View): List<View> = ArrayList<View>().also {
        if (view is ViewGroup) view.addChildrenForAccessibility(it)
    }

    /** A group that keys get to is one thing; what scrolls, and a column that takes the focus from fields, is none. */
    private fun isHeld(view: View) = view is LinearLayout && view.isFocusable && !view.isFocusableInTouchMode

    private fun isPressed(view: View) = (view.isClickable && view !is AdapterView<*>) || isRow(view)

    /** A row of a list that can be pressed. */
    private fun isRow(view: View): Boolean {
        val list = view.parent as? ListView ?: return false
        val place = list.getPositionForView(view)
        return list.onItemClickListener != null && place >= 0 && list.adapter.isEnabled(place)
    }

    private fun own(view: View): String = when {
        view.contentDescription != null -> view.contentDescription.toString()
        view is EditText -> view.text.ifEmpty { view.hint ?: "" }.toString()
        view is TextView -> view.text.toString()
        else -> ""
    }

    private fun said(view: View): String = own(view).ifEmpty {
        children(view).filterNot(::isPressed).map(::said).filter(String::isNotEmpty).joinToString(" | ")
    }

    private fun line(view: View, said: String): String {
        val kind = when {
            view is EditText -> "field"
            view is RadioButton -> "choice"
            view is CompoundButton -> "switch"
            view is Button -> "button"
            isPressed(view) -> "row"
            view.isAccessibilityHeading -> "heading"
            else -> "text"
        }
        val notes = listOfNotNull(
            "on".takeIf { (view as? Checkable)?.isChecked == true },
            "off".takeIf { !view.isEnabled },
            view.stateDescriptionOrNull(),
            "live".takeIf { isLive(view) },
        )
        val plain = said.replace("\u2060", "").replace(Regex("[\u2066-\u2069]"), "").replace('\u00A0', ' ')
            .replace('\u2011', '-').replace("\n", " / ")
        return kind.padEnd(KIND) + plain + notes.joinToString("") { " [$it]" }
    }

    private fun View.stateDescriptionOrNull() = stateDescription?.toString()

    private fun isLive(view: View) = view.accessibilityLiveRegion != View.ACCESSIBILITY_LIVE_REGION_NONE

    private const val KIND = 9
}
