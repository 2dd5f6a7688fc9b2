// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.content.Context
import android.os.Build
import android.telephony.SubscriptionManager
import android.telephony.TelephonyManager
import app.tomeru.core.RingCore
import app.tomeru.fault.Barrier

/**
 * Where the phone belongs and where it is, as ISO 3166-1 alpha-2.
 *
 * @property home the SIM's country; Japan if it cannot be told
 * @property secondHome the country of another SIM, if it is another one; Android does not tell which SIM is called
 * @property network the country of the network it is in; [home] if it cannot be told
 */
data class Places(val home: String, val secondHome: String?, val network: String) {
    /** For the core. */
    val packed: Long get() = RingCore.places(home, secondHome, network)

    companion object {
        private const val JAPAN = "JP"

        /** A phone in Japan. */
        val JAPANESE = Places(JAPAN, null, JAPAN)

        /** Asks the telephony service; needs no permission. */
        fun of(context: Context): Places {
            // A dead telephony service, or one that refuses, must not keep a call from being screened.
            val telephony = quiet { context.getSystemService(TelephonyManager::class.java) } ?: return JAPANESE
            val home = country { telephony.simCountryIso } ?: JAPAN
            val second = simCountries(context, telephony).firstOrNull { it != home }
            return Places(home, second, country { telephony.networkCountryIso } ?: home)
        }

        private fun simCountries(context: Context, telephony: TelephonyManager): List<String> {
            val count = quiet { slots(telephony) } ?: 1
            return (0 until count).mapNotNull { slot ->
                subscription(context, slot)?.let { id ->
                    country { telephony.createForSubscriptionId(id).simCountryIso }
                }
            }
        }

        private fun slots(telephony: TelephonyManager): Int = when {
            Build.VERSION.SDK_INT >= Build.VERSION_CODES.R -> {
                telephony.activeModemCount
            }

            else -> {
                @Suppress("DEPRECATION")
                telephony.phoneCount
            }
        }

        private fun subscription(context: Context, slot: Int): Int? = quiet {
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE) {
                SubscriptionManager.getSubscriptionId(slot).takeIf(SubscriptionManager::isValidSubscriptionId)
            } else {
                @Suppress("DEPRECATION")
                context.getSystemService(SubscriptionManager::class.java)?.getSubscriptionIds(slot)?.firstOrNull()
            }
        }

        private fun country(ask: () -> String?): String? = quiet(ask)?.uppercase()?.ifEmpty { null }

        private fun <T> quiet(ask: () -> T?): T? = Barrier.ask(null, { null }, ask)
    }
}
