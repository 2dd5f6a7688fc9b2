// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import android.graphics.RectF

/**
 * Draws what stands under the warning on a phone, roughly: where makers put the caller and the buttons of a call.
 *
 * @param width of the screen in dp, as [height]
 */
class DrawnCall(private val canvas: Canvas, private val width: Int, private val height: Int, density: Float) {
    private val paint = Paint(Paint.ANTI_ALIAS_FLAG)

    init {
        canvas.scale(density, density)
    }

    /** A phone that rings over its lock screen, or while nobody uses it: the call fills the screen. */
    fun ringing() {
        fill(0xFF203040.toInt())
        statusBar()
        text("+1 844-298-0122", TOP, 28f)
        text("着信中", TOP + 32, 16f)
        button(0.22f, 0xFFD93025.toInt())
        button(0.78f, 0xFF1E8E3E.toInt())
    }

    /**
     * A phone in use: an app below, and the call in a small notice at the top, which lies above other apps' windows.
     */
    fun inUse() {
        fill(0xFFE8EAED.toInt())
        statusBar()
        paint.color = 0xFFC4C9CE.toInt()
        for (line in 0..height / LINE) canvas.drawRect(16f, 40f + line * LINE, width - 60f, 52f + line * LINE, paint)
    }

    /** That small notice; it is drawn last. */
    fun smallNotice() {
        paint.color = Color.WHITE
        canvas.drawRoundRect(RectF(8f, STATUS + 4f, width - 8f, STATUS + 132f), 24f, 24f, paint)
        paint.color = 0xFF1A1C1B.toInt()
        paint.textSize = 16f
        paint.textAlign = Paint.Align.LEFT
        canvas.drawText("着信  +1 844-298-0122", 28f, STATUS + 40f, paint)
        for ((at, color) in listOf(0.28f to 0xFFD93025.toInt(), 0.72f to 0xFF1E8E3E.toInt())) {
            paint.color = color
            val middle = width * at
            canvas.drawRoundRect(RectF(middle - 60, STATUS + 72f, middle + 60, STATUS + 112f), 20f, 20f, paint)
        }
    }

    /** A call that is spoken. */
    fun spoken() {
        fill(0xFF203040.toInt())
        statusBar()
        text("+1 844-298-0122", TOP, 28f)
        text("00:12", TOP + 32, 16f)
        paint.color = 0xFF34485C.toInt()
        for (row in 0..1) for (column in 0..2) circle(0.2f + 0.3f * column, height * 0.55f + row * 84, 28f)
        button(0.5f, 0xFFD93025.toInt())
    }

    private fun fill(color: Int) = canvas.drawColor(color)

    private fun statusBar() {
        paint.color = 0x33000000
        canvas.drawRect(0f, 0f, width.toFloat(), STATUS, paint)
    }

    private fun text(text: String, y: Float, size: Float) {
        paint.color = Color.WHITE
        paint.textSize = size
        paint.textAlign = Paint.Align.CENTER
        canvas.drawText(text, width / 2f, y, paint)
    }

    private fun button(at: Float, color: Int) {
        paint.color = color
        circle(at, height - if (height < LOW) 44f else 100f, 36f)
    }

    private fun circle(at: Float, y: Float, radius: Float) = canvas.drawCircle(width * at, y, radius, paint)

    companion object {
        /** The height of the status bar in dp. */
        const val STATUS = 24f
        private const val TOP = 100f

        /** A phone that lies on its side. */
        private const val LOW = 400
        private const val LINE = 28
    }
}
