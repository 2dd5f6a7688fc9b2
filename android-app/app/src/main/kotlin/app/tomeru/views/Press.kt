// SPDX-License-Identifier: Apache-2.0
package app.tomeru.views

import android.app.Activity
import android.app.AlertDialog
import android.content.Context
import android.content.ContextWrapper
import android.text.Editable
import android.text.TextWatcher
import android.view.MotionEvent
import android.view.View
import android.widget.AbsListView
import android.widget.EditText
import android.widget.ListView
import android.widget.RadioGroup
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.words.Failure

/*
 * What users do to a screen, behind the barrier: the only place where listeners are set.
 */

/** Runs [action], which belongs to something visible; a fault in it is reported on the screen where possible. */
internal fun Context.guarded(action: () -> Unit): Boolean =
    Barrier.ask(Fault.SCREEN_FAILED, this::sayFailed) {
        action()
        true
    }

private fun Context.sayFailed(thrown: Throwable): Boolean {
    Barrier.run(null) {
        sayOnScreen(Failure.text(this, thrown))
    }
    return false
}

/** Says [text] on the screen that a view belongs to, if it has a place for messages. */
internal fun Context.sayOnScreen(text: String) {
    screen()?.say(text)
}

/** The screen that a view belongs to, if it has a place for messages. */
private fun Context.screen(): Activity? = generateSequence(this) { (it as? ContextWrapper)?.baseContext }
    .firstNotNullOfOrNull { it as? Activity }
    ?.takeIf { it.findViewById<View>(R.id.message) != null }

/** Does [action] when the view is pressed. */
internal fun View.onPress(action: () -> Unit) = setOnClickListener { context.guarded(action) }

/**
 * Does [action], which agrees to something, when the view is pressed; not through a window of another app, which may
 * show something else than what is agreed to.
 */
internal fun View.onYes(action: () -> Unit) {
    refuseCovered { context.sayOnScreen(context.getString(R.string.covered)) }
    onPress(action)
}

/**
 * Drops touches that come through a window of another app, and calls [refused]. A window beside the finger does not
 * count: the handles at the edge that some phones and apps always show are such windows, and nobody could press anything.
 */
internal fun View.refuseCovered(refused: () -> Unit) = setOnTouchListener { view, touch ->
    val isCovered = touch.flags and MotionEvent.FLAG_WINDOW_IS_OBSCURED != 0
    if (isCovered) {
        context.guarded {
            // It may have begun beside the window.
            view.isPressed = false
            view.cancelLongPress()
            if (touch.actionMasked == MotionEvent.ACTION_UP) refused()
        }
    }
    isCovered
}

/** Does [action] with the row that is pressed. */
internal fun ListView.onPressRow(action: (Any?) -> Unit) = setOnItemClickListener { _, _, position, _ ->
    context.guarded { action(getItemAtPosition(position)) }
}

/** Calls [reached] whenever the list is scrolled to its end. */
internal fun ListView.onEnd(reached: () -> Unit) = setOnScrollListener(object : AbsListView.OnScrollListener {
    override fun onScrollStateChanged(view: AbsListView, state: Int) = Unit

    override fun onScroll(view: AbsListView, first: Int, visible: Int, total: Int) {
        if (first + visible >= total) context.guarded(reached)
    }
})

/** Calls [changed] whenever something was typed. */
internal fun EditText.onChange(changed: () -> Unit) = addTextChangedListener(object : TextWatcher {
    override fun beforeTextChanged(text: CharSequence?, start: Int, count: Int, after: Int) = Unit

    override fun onTextChanged(text: CharSequence?, start: Int, before: Int, count: Int) = Unit

    override fun afterTextChanged(text: Editable?) {
        context.guarded(changed)
    }
})

/** Does [action] when the keyboard's button [wanted] (`EditorInfo.IME_ACTION_*`) is pressed. */
internal fun TextView.onKey(wanted: Int, action: () -> Unit) = setOnEditorActionListener { _, pressed, _ ->
    if (pressed == wanted) context.guarded(action)
    pressed == wanted
}

/** Does [action] with the choice (its id) that is made; null: with none any more. */
internal fun RadioGroup.onChoice(action: ((Int) -> Unit)?) =
    setOnCheckedChangeListener(action?.let { { _, id -> context.guarded { it(id) } } })

/** A button of the dialog that says yes. */
internal fun AlertDialog.Builder.onYes(text: Int, action: () -> Unit): AlertDialog.Builder =
    setPositiveButton(text) { _, _ -> context.guarded(action) }

/** The rows of the dialog; [action] gets the place of the one that is pressed. */
internal fun AlertDialog.Builder.onRow(texts: List<String>, action: (Int) -> Unit): AlertDialog.Builder =
    setItems(texts.toTypedArray()) { _, index -> context.guarded { action(index) } }

/** Its rows, of which [chosen] is the one in force; pressing one closes it. */
internal fun AlertDialog.Builder.onChoice(
    texts: List<String>,
    chosen: Int,
    action: (Int) -> Unit,
): AlertDialog.Builder =
    setSingleChoiceItems(texts.toTypedArray(), chosen) { dialog, index ->
        dialog.dismiss()
        context.guarded { action(index) }
    }
