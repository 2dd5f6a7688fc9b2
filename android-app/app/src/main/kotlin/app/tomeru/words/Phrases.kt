// SPDX-License-Identifier: Apache-2.0
package app.tomeru.words

import android.graphics.text.LineBreakConfig
import android.os.Build
import android.text.SpannableString
import android.text.style.LineBreakConfigSpan

/**
 * [text] with its Japanese phrases whole where somebody else draws it, on Android 15 alone: older ones have no span for
 * it, and newer ones take all spans out of a notice (AOSP, `Notification.stripStyling` under `cleanUpSpansAndNewLines`). The
 * app's own views ask for whole phrases themselves (`lineBreakWordStyle`). The letters stay as they are: marks between them
 * would change how they are read aloud.
 */
fun keptWhole(text: String): CharSequence {
    if (Build.VERSION.SDK_INT != Build.VERSION_CODES.VANILLA_ICE_CREAM) return text
    val byPhrase = LineBreakConfig.Builder().setLineBreakWordStyle(LineBreakConfig.LINE_BREAK_WORD_STYLE_PHRASE).build()
    return SpannableString(text).apply { setSpan(LineBreakConfigSpan(byPhrase), 0, length, 0) }
}
