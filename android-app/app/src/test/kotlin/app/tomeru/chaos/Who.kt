// SPDX-License-Identifier: Apache-2.0
package app.tomeru.chaos

import android.net.Uri
import android.telecom.TelecomManager
import app.tomeru.core.Kind

/**
 * Who may call, with what is known of them from the rows of `origins.tsv` and `situations.tsv`, not from the core.
 *
 * @property number as the network shows it, or null
 * @property kind the kind of call; null where there is nothing to choose
 * @property country whose line it is, where calls of that country can be chosen about
 * @property presentation `TelecomManager.PRESENTATION_*`
 */
internal enum class Who(
    val number: String?,
    val kind: Kind?,
    val country: String? = null,
    val presentation: Int = TelecomManager.PRESENTATION_ALLOWED,
) {
    TOKYO("+81312345678", null),
    MOBILE("+819012345678", null),
    TOLL_FREE("+81120123456", null),
    MANILA("+639171234567", Kind.INTERNATIONAL, "PH"),
    CEBU("+639181234567", Kind.INTERNATIONAL, "PH"),
    LONDON("+442079460018", Kind.INTERNATIONAL, "GB"),
    AMERICAN("+18442980122", Kind.INTERNATIONAL),
    SATELLITE("+870773987654", Kind.GLOBAL_SERVICE),
    UNASSIGNED("+210123456", Kind.UNASSIGNED),
    FORGED("+1800335814321", Kind.DISGUISED_DOMESTIC),
    IMPOSSIBLE("+1844", Kind.IMPOSSIBLE),
    POLICE("+81335814321", Kind.POLICE_SHOWN),
    HELP("110", Kind.EMERGENCY_SHOWN),
    HIDDEN(null, Kind.HIDDEN_RESTRICTED, presentation = TelecomManager.PRESENTATION_RESTRICTED),
    PAYPHONE(null, Kind.HIDDEN_PAYPHONE, presentation = TelecomManager.PRESENTATION_PAYPHONE),
    UNKNOWN(null, Kind.HIDDEN_UNKNOWN, presentation = TelecomManager.PRESENTATION_UNKNOWN),
    ;

    /** As Android hands it over. */
    val handle: String? get() = number?.let { Uri.fromParts("tel", it, null).toString() }

    val isHidden: Boolean get() = number == null
    val isForged: Boolean get() = kind in setOf(Kind.UNASSIGNED, Kind.DISGUISED_DOMESTIC, Kind.IMPOSSIBLE)
    val isHome: Boolean get() = kind == null || this == POLICE

    /** Whether it may be a contact, be dialled, or stand in a list of the person's own. */
    val isPerson: Boolean get() = kind == null || kind == Kind.INTERNATIONAL

    companion object {
        val PEOPLE = entries.filter { it.isPerson }
        val ABROAD = entries.filter { it.kind == Kind.INTERNATIONAL }
    }
}
