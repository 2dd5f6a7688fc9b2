// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import android.content.Context

/** Whether the person wants the warning to be spoken; kept where a call before the first unlock can read it. */
class WarnVoice(context: Context) {
    private val store =
        context.createDeviceProtectedStorageContext().getSharedPreferences("warning", Context.MODE_PRIVATE)

    /** On unless switched off. */
    var isWanted: Boolean
        get() = store.getBoolean(VOICE, true)
        set(wanted) = store.edit().putBoolean(VOICE, wanted).apply()

    private companion object {
        const val VOICE = "voice"
    }
}
