// SPDX-License-Identifier: Apache-2.0
@file:JvmName("Handles")

package app.tomeru.call

import android.net.Uri

/**
 * The text of a call's handle, as the core reads it: of a `tel:` URI what follows the scheme, of any other URI all of it.
 * Escapes are undone here, once: the core gets characters, never bytes.
 */
val Uri.handleText: String
    @JvmName("textOf")
    get() {
        // A number sign that was not escaped begins a fragment.
        val text = schemeSpecificPart.orEmpty() + fragment?.let { "#$it" }.orEmpty()
        return if (scheme == null || scheme.equals("tel", ignoreCase = true)) text else "$scheme:$text"
    }
