// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.family

import android.graphics.Bitmap
import android.graphics.Color
import io.nayuki.qrcodegen.QrCode

/** A text as a QR code. */
internal object CodePicture {
    /** Light modules around it that readers need (ISO/IEC 18004, "quiet zone"). */
    private const val QUIET = 4

    /** Pixels per module. */
    private const val SCALE = 8

    /** The code for [text], dark on light in every theme, because readers expect that. */
    fun of(text: String): Bitmap {
        // The minimum; qrcodegen raises it where there is room. This way settings for every country fit.
        val code = QrCode.encodeText(text, QrCode.Ecc.LOW)
        val size = (code.size + 2 * QUIET) * SCALE
        val pixels = IntArray(size * size) { at ->
            val dark = code.getModule(at % size / SCALE - QUIET, at / size / SCALE - QUIET)
            if (dark) Color.BLACK else Color.WHITE
        }
        return Bitmap.createBitmap(pixels, size, size, Bitmap.Config.ARGB_8888)
    }
}
