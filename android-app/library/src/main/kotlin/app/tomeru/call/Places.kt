// SPDX-License-Identifier: Apache-2.0
package app.tomeru.call

import app.tomeru.core.RingCore

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
        /** The country of a phone that does not tell. */
        const val JAPAN: String = "JP"

        /** A phone in Japan. */
        @JvmField
        val JAPANESE: Places = Places(JAPAN, null, JAPAN)
    }
}
