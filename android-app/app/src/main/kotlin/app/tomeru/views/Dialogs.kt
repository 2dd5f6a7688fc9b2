// SPDX-License-Identifier: Apache-2.0
package app.tomeru.views

import android.app.AlertDialog
import android.graphics.text.LineBreakConfig
import android.os.Build
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.tomeru.fault.MainThread

/**
 * Makes of the platform's dialog, which is shown, what the app's screens are: phrases stay whole (Android 13 and later),
 * and all buttons are seen. [main] is the screen's.
 */
internal fun AlertDialog.refine(main: MainThread) {
    val window = checkNotNull(window) { "it is shown" }
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
        window.decorView.texts().forEach { it.lineBreakWordStyle = LineBreakConfig.LINE_BREAK_WORD_STYLE_PHRASE }
    }
    showAllButtons(main)
}

private fun View.texts(): Sequence<TextView> = when (this) {
    is TextView -> sequenceOf(this)
    is ViewGroup -> (0 until childCount).asSequence().flatMap { getChildAt(it).texts() }
    else -> emptySequence()
}

/**
 * Buttons that lie one below the other scroll in what a long text leaves them, which is the height of one: the one that
 * says no would be out of sight. What is asked for as the least height is given first (AOSP, `AlertDialogLayout`).
 */
private fun AlertDialog.showAllButtons(main: MainThread) {
    val bar = getButton(AlertDialog.BUTTON_NEGATIVE)?.parent as? ViewGroup ?: return
    val panel = bar.parent as? ViewGroup ?: return
    bar.addOnLayoutChangeListener { _, _, _, _, _, _, _, _, _ ->
        // Afterwards: what is asked for while it is laid out is forgotten.
        main.run {
            val wanted = bar.height + panel.paddingTop + panel.paddingBottom
            if (panel.height < wanted) panel.minimumHeight = wanted
        }
    }
}
