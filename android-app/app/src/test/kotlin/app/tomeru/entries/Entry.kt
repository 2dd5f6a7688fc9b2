// SPDX-License-Identifier: Apache-2.0
package app.tomeru.entries

import app.tomeru.core.Fault
import app.tomeru.support.Kind
import app.tomeru.support.Seam
import kotlin.reflect.KClass

/**
 * One way in which Android, or a thread of the app, comes to the app's code, and one thing that breaks under it.
 *
 * @property component the class that Android calls
 * @property name what is called, and what it is about
 * @property told what the first screen is to say of it; null where it is said at once, or nothing was lost
 * @property act goes this way, with the seam broken by the kind it gets, and says what was seen; it fails if that is
 * not
 * what is to be
 */
internal class Entry(
    val component: KClass<*>,
    val name: String,
    val seam: Seam,
    val told: (Kind) -> Fault?,
    val act: (Kind) -> String,
) {
    constructor(component: KClass<*>, name: String, seam: Seam, told: Fault?, act: (Kind) -> String) :
        this(component, name, seam, { told }, act)
}
