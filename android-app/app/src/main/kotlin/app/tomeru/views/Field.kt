// SPDX-License-Identifier: Apache-2.0
package app.tomeru.views

import android.content.ClipData
import android.content.ClipboardManager
import android.content.Context
import android.text.InputFilter
import android.util.AttributeSet
import android.view.ContentInfo
import android.view.DragEvent
import android.widget.EditText
import app.tomeru.R
import app.tomeru.platform.systemService

/**
 * The first [most] letters of the text in it; null if there is none. Not `coerceToText`: it fetches what another app only
 * points to, on the main thread, however long that is.
 */
internal fun ClipData.firstText(most: Int): String? =
    takeIf { itemCount > 0 }?.getItemAt(0)?.text?.take(most)?.toString()

/**
 * A field for a number or a name. Whatever comes into it is a text: Android's own field fetches what another app only
 * points to, on the main thread, however long that is (AOSP, `TextView.paste`, `TextViewOnReceiveContentListener`,
 * `ClipData.Item.coerceToText`). And it is short: Android keeps it when the screen is left, and ends a process that hands
 * over more than about a megabyte then (AOSP, `PendingTransactionActions.StopInfo.run`).
 */
class Field(context: Context, attributes: AttributeSet?) : EditText(context, attributes) {
    init {
        filters += InputFilter.LengthFilter(MOST)
    }

    /** A press that is held, keys, a keyboard's button and a screen reader all paste here. */
    override fun onTextContextMenuItem(id: Int): Boolean {
        if (id != android.R.id.paste && id != android.R.id.pasteAsPlainText) return super.onTextContextMenuItem(id)
        context.guarded { insert(context.systemService<ClipboardManager>().primaryClip) }
        return true
    }

    /** Nothing is dropped on it. */
    override fun onDragEvent(event: DragEvent): Boolean = false

    /** What comes in any other way, since Android 12; before, there is none that has more than a text. */
    override fun onReceiveContent(payload: ContentInfo): ContentInfo? {
        val isFilledIn = payload.source == ContentInfo.SOURCE_AUTOFILL
        context.guarded { if (isFilledIn) fill(payload.clip) else insert(payload.clip) }
        return null
    }

    /** What is filled in takes the place of what was there (AOSP, `TextViewOnReceiveContentListener`). */
    private fun fill(clip: ClipData) {
        setText(clip.firstText(MOST) ?: return)
        setSelection(length())
    }

    private fun insert(clip: ClipData?) {
        val copied = clip?.firstText(MOST) ?: return context.sayOnScreen(context.getString(R.string.nothing_copied))
        val marked = listOf(selectionStart, selectionEnd).map { it.coerceAtLeast(0) }.takeIf { isFocused }
        val end = marked?.max() ?: length()
        setSelection(end)
        text.replace(marked?.min() ?: 0, end, copied)
    }

    private companion object {
        /** More letters than any number, or name of a country, has. */
        const val MOST = 256
    }
}
