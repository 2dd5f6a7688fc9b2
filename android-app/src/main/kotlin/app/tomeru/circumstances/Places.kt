// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.content.Context
import android.telephony.TelephonyManager

/**
 * Where the phone belongs and where it is, as ISO 3166-1 alpha-2.
 *
 * @property home the SIM's country; Japan if it cannot be told
 * @property network the country of the network it is in; [home] if it cannot be told
 */
data class Places(val home: String, val network: String) {
    companion object {
        /** Asks the telephony service; needs no permission. */
        fun of(context: Context): Places = try {
            val telephony = context.getSystemService(TelephonyManager::class.java)
            val home = telephony?.simCountryIso.orEmpty().ifEmpty { JAPAN }
            Places(home.uppercase(), telephony?.networkCountryIso.orEmpty().ifEmpty { home }.uppercase())
        } catch (e: RuntimeException) {
            // A dead telephony service must not keep a call from being screened.
            Places(JAPAN, JAPAN)
        }

        private const val JAPAN = "JP"
    }
}
