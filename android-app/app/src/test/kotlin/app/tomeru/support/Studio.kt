// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Activity
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.LocaleList
import android.view.View
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import java.io.File

/** How a screen is looked at. */
data class Look(
    val language: String,
    val theme: String = "notnight",
    val scale: Float = 1f,
    val width: Int = 360,
    val height: Int = TALL,
    val more: String = "",
    val density: String = "xhdpi",
) {
    /** For the name of a picture. */
    val name = "${language.take(2)}-${if (theme == "night") "dark" else "light"}-${(scale * 100).toInt()}-$width"

    /** As high as a tall phone, unless letters are large: for a screen whose buttons lie at its lower edge. */
    val onPhone get() = if (scale > 1) this else copy(height = PHONE)

    companion object {
        /** So high that nothing has to be scrolled. */
        const val TALL = 3_000
        private const val PHONE = 891

        /**
         * Both languages, light and dark, at normal and double text size, on a narrow and a wide phone: half of the
         * sixteen, in which any three of the four meet in every way. `-Dtomeru.looks=all` is every one.
         */
        val DRAWN = listOf("ja-rJP", "en-rUS").flatMapIndexed { language, tag ->
            listOf("notnight", "night").flatMapIndexed { theme, mode ->
                listOf(1f, 2f).flatMapIndexed { size, scale ->
                    listOf(320, 411).filterIndexed { phone, _ -> isAll || (language + theme + size + phone) % 2 == 0 }
                        .map { Look(tag, mode, scale, it) }
                }
            }
        }

        private val isAll get() = System.getProperty("tomeru.looks") == "all"
    }
}

/** Draws screens with the real widgets into target/screens, and inspects them. */
object Studio {
    private val folder = File(Vectors.root, "target/screens").apply { mkdirs() }

    /** The phone is held so from now on. */
    fun hold(look: Look) {
        val more = if (look.more.isEmpty()) "" else "${look.more}-"
        // The order of qualifiers is Android's.
        val size = "w${look.width}dp-h${look.height}dp"
        RuntimeEnvironment.setQualifiers("${look.language}-$more$size-${look.theme}-${look.density}")
        RuntimeEnvironment.setFontScale(look.scale)
        // As on a phone: Japanese breaks its lines between phrases only if the language of the process is Japanese.
        LocaleList.setDefault(RuntimeEnvironment.getApplication().resources.configuration.locales)
    }

    /** Opens a screen, lets [prepare] bring it to where it is looked at, draws it as [name] and inspects it. */
    inline fun <reified T : Activity> draw(
        name: String,
        look: Look,
        intent: Intent? = null,
        prepare: (T) -> Unit,
    ): Bitmap {
        hold(look)
        Robolectric.buildActivity(T::class.java, intent).use { controller ->
            val screen = controller.setup().get()
            prepare(screen)
            return picture("$name-${look.name}", screen)
        }
    }

    /** The picture of [screen] as it is, cut at its last view. */
    fun picture(name: String, screen: Activity): Bitmap {
        Wait.until { true }
        val root = screen.window.decorView
        // A button that was just chosen is still on its way there.
        root.jumpDrawablesToCurrentState()
        if (name.endsWith(READ)) ReadingOrder.check(name.removeSuffix(READ), screen)
        val whole = Bitmap.createBitmap(root.width, root.height, Bitmap.Config.ARGB_8888)
        root.draw(Canvas(whole))
        val picture = Bitmap.createBitmap(whole, 0, 0, whole.width, Inspection(name, whole).of(root))
        write(picture, File(folder, "$name.png"))
        return picture
    }

    /** The picture of [view] alone, [widthDp] wide, and [mostDp] high at most. */
    fun picture(name: String, view: View, widthDp: Int, mostDp: Int? = null) {
        val density = view.resources.displayMetrics.density
        val exactly = View.MeasureSpec.makeMeasureSpec((widthDp * density).toInt(), View.MeasureSpec.EXACTLY)
        val most = mostDp?.let { View.MeasureSpec.makeMeasureSpec((it * density).toInt(), View.MeasureSpec.AT_MOST) }
        view.measure(exactly, most ?: View.MeasureSpec.makeMeasureSpec(0, View.MeasureSpec.UNSPECIFIED))
        view.layout(0, 0, view.measuredWidth, view.measuredHeight)
        val picture = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        view.draw(Canvas(picture))
        write(picture, File(folder, "$name.png"))
        Inspection(name, picture).ofPart(view)
    }

    /** The look in which the order of reading is written down: the others have the same. */
    private val READ = "-${Look("ja-rJP", width = 320).name}"

    /** Writes [picture] to [file]. */
    fun write(
        picture: Bitmap,
        file: File,
    ) = file.outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
}
