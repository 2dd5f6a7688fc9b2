// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.content.Context
import android.os.Build
import android.telephony.SubscriptionManager
import android.telephony.TelephonyManager
import app.tomeru.call.Places
import app.tomeru.fault.Barrier

/** Asks the telephony service where the phone is; needs no permission. */
class PhonePlaces(private val context: Context) {
    /** Where it is now. A service that is dead or refuses is one that cannot tell: this throws nothing. */
    fun now(): Places {
        // A dead telephony service, or one that refuses, must not keep a call from being screened.
        val telephony = quiet { context.getSystemService(TelephonyManager::class.java) } ?: return Places.JAPANESE
        val home = country { telephony.simCountryIso } ?: Places.JAPAN
        val second = simCountries(telephony).firstOrNull { it != home }
        return Places(home, second, country { telephony.networkCountryIso } ?: home)
    }

    private fun simCountries(telephony: TelephonyManager): List<String> {
        val count = quiet { slots(telephony) } ?: 1
        return (0 until count).mapNotNull { slot ->
            subscription(slot)?.let { id ->
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

    private fun subscription(slot: Int): Int? = quiet {
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
