// SPDX-License-Identifier: Apache-2.0
package app.tomeru.platform

import android.content.Context

/**
 * The platform's service of a type.
 *
 * @throws IllegalStateException if this device has none
 */
@JvmSynthetic
inline fun <reified T> Context.systemService(): T =
    checkNotNull(getSystemService(T::class.java)) { "this device has no ${T::class.java.simpleName}" }
