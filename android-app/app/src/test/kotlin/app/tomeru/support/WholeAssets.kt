// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.content.res.AssetManager.AssetInputStream
import android.graphics.ImageDecoder
import android.os.Build
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.GraphicsShadowPicker
import org.robolectric.shadows.ShadowImageDecoder
import org.robolectric.shadows.ShadowNativeImageDecoder
import org.robolectric.util.ReflectionHelpers
import org.robolectric.util.ReflectionHelpers.ClassParameter.from
import java.io.IOException
import java.nio.ByteBuffer

/**
 * Gives the image decoder the length of the file it decodes.
 *
 * Robolectric 4.16.1's own `createFromAsset` gives the -1 that ended its reading loop instead. The native decoder
 * then looks at 10,000 bytes however short the file is, and the process dies where memory ends before that: now and
 * then, when the system's template of a notification (Android 12 and later) tries whether our small icon is a picture.
 */
@Implements(
    value = ImageDecoder::class,
    minSdk = Build.VERSION_CODES.P,
    shadowPicker = WholeAssets.Picker::class,
    callNativeMethodsByDefault = true,
)
class WholeAssets : ShadowNativeImageDecoder() {
    /** Where nothing is drawn, the decoder is Robolectric's pretended one. */
    class Picker : GraphicsShadowPicker<Any>(ShadowImageDecoder::class.java, WholeAssets::class.java)

    companion object {
        @JvmStatic
        @Implementation(methodName = "createFromAsset") // by another name, for Kotlin hides no static method of Java
        fun decoderOf(
            asset: AssetInputStream,
            animated: Boolean,
            source: ImageDecoder.Source,
        ): ImageDecoder {
            val bytes = asset.readBytes()
            val file = ByteBuffer.allocateDirect(bytes.size).put(bytes)
            try {
                return ReflectionHelpers.callStaticMethod(
                    ImageDecoder::class.java,
                    "nCreate",
                    from(ByteBuffer::class.java, file),
                    from(Int::class.java, 0),
                    from(Int::class.java, bytes.size),
                    from(Boolean::class.java, animated),
                    from(ImageDecoder.Source::class.java, source),
                )
            } catch (e: RuntimeException) {
                throw e.cause as? IOException ?: e // what is no picture ends as the framework expects
            }
        }
    }
}
