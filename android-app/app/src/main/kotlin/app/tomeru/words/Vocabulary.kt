// SPDX-License-Identifier: Apache-2.0
package app.tomeru.words

import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Hint
import app.tomeru.core.Kind
import app.tomeru.core.Origin
import app.tomeru.core.Preset
import app.tomeru.core.Reason
import app.tomeru.core.Strangers

// Everything that the core can say, as texts and as groups that are treated alike. Each `when` names every case, so that
// the compiler finds what a new one forgets; nothing else in the app lists them all.

/** Where a call comes from, as a string resource. */
internal val Origin.text: Int
    get() = when (this) {
        Origin.EMERGENCY -> R.string.origin_emergency
        Origin.DOMESTIC -> R.string.origin_domestic
        Origin.INTERNATIONAL -> R.string.origin_international
        Origin.GLOBAL_SERVICE -> R.string.origin_global_service
        Origin.UNASSIGNED -> R.string.origin_unassigned
        Origin.DISGUISED_DOMESTIC -> R.string.origin_disguised_domestic
        Origin.IMPOSSIBLE -> R.string.origin_impossible
        Origin.HIDDEN -> R.string.origin_hidden
        Origin.UNREADABLE -> R.string.origin_unreadable
    }

/** A kind of call that users can choose an action for, as a string resource. */
internal val Kind.text: Int
    get() = when (this) {
        Kind.INTERNATIONAL -> R.string.origin_international
        Kind.GLOBAL_SERVICE -> R.string.kind_global_service
        Kind.UNASSIGNED -> R.string.origin_unassigned
        Kind.DISGUISED_DOMESTIC -> R.string.origin_disguised_domestic
        Kind.IMPOSSIBLE -> R.string.origin_impossible
        Kind.HIDDEN_RESTRICTED -> R.string.kind_hidden_restricted
        Kind.HIDDEN_PAYPHONE -> R.string.kind_hidden_payphone
        Kind.HIDDEN_UNKNOWN -> R.string.kind_hidden_unknown
        Kind.DOMESTIC_PREMIUM -> R.string.kind_domestic_premium
        Kind.DOMESTIC_UNKNOWN -> R.string.kind_domestic_unknown
        Kind.UNREADABLE -> R.string.kind_unreadable
        Kind.POLICE_SHOWN -> R.string.kind_police_shown
        Kind.EMERGENCY_SHOWN -> R.string.kind_emergency_shown
    }

/** What happens to a call, as a string resource. */
internal val Action.text: Int
    get() = when (this) {
        Action.ALLOW -> R.string.action_allow
        Action.WARN -> R.string.action_warn
        Action.SILENCE -> R.string.action_silence
        Action.REJECT -> R.string.action_reject
    }

/** What happens to calls from a number, a sentence, as a string resource. */
internal val Action.verdict: Int
    get() = when (this) {
        Action.ALLOW -> R.string.verdict_allow
        Action.WARN -> R.string.verdict_warn
        Action.SILENCE -> R.string.verdict_silence
        Action.REJECT -> R.string.verdict_reject
    }

/** A way of protection, as it is chosen, as a string resource. */
internal val Preset.text: Int
    get() = when (this) {
        Preset.STOP -> R.string.preset_stop
        Preset.WARN -> R.string.preset_warn
        Preset.KNOWN -> R.string.preset_known
    }

/** Whether calls from abroad ring, without a warning. */
internal val Strangers.ring: Boolean get() = !onlyKnownRing && abroad == Action.ALLOW

/** How settings protect the phone, a sentence, as a string resource. */
internal val Strangers.state: Int
    get() = when {
        onlyKnownRing -> R.string.state_protected_known

        ring -> R.string.state_partly_ring

        otherForSome -> when (abroad) {
            Action.REJECT -> R.string.state_protected_but
            Action.SILENCE -> R.string.state_protected_silence_but
            Action.WARN, Action.ALLOW -> R.string.state_protected_warn_but
        }

        else -> when (abroad) {
            Action.REJECT -> R.string.state_protected_stop
            Action.SILENCE -> R.string.state_protected_silence
            Action.WARN, Action.ALLOW -> R.string.state_protected_warn
        }
    }

/** Why, a sentence, as a string resource. */
internal val Reason.text: Int
    get() = when (this) {
        Reason.INTERNAL_ERROR -> R.string.reason_internal_error
        Reason.OUTGOING -> R.string.reason_outgoing
        Reason.EMERGENCY -> R.string.reason_emergency
        Reason.CONTACT -> R.string.reason_contact
        Reason.CONTACTS_UNKNOWN -> R.string.reason_contacts_unknown
        Reason.DOMESTIC -> R.string.reason_domestic
        Reason.INTERNATIONAL -> R.string.reason_international
        Reason.GLOBAL_SERVICE -> R.string.reason_global_service
        Reason.UNASSIGNED -> R.string.reason_unassigned
        Reason.DISGUISED_DOMESTIC -> R.string.reason_disguised_domestic
        Reason.IMPOSSIBLE -> R.string.reason_impossible
        Reason.HIDDEN_RESTRICTED -> R.string.reason_hidden_restricted
        Reason.HIDDEN_PAYPHONE -> R.string.reason_hidden_payphone
        Reason.HIDDEN_UNKNOWN -> R.string.reason_hidden_unknown
        Reason.UNREADABLE -> R.string.reason_unreadable
        Reason.EMERGENCY_WINDOW -> R.string.reason_emergency_window
        Reason.PAUSED -> R.string.reason_paused
        Reason.PASS -> R.string.reason_pass
        Reason.BLOCK_LIST -> R.string.reason_block_list
        Reason.ALLOW_LIST -> R.string.reason_allow_list
        Reason.IMPORTED_LIST -> R.string.reason_imported_list
        Reason.DIALLED -> R.string.reason_dialled
        Reason.DIALLED_UNKNOWN -> R.string.reason_dialled_unknown
        Reason.COUNTRY_ALLOWED -> R.string.reason_country_allowed
        Reason.COUNTRY_PASS -> R.string.reason_country_pass
        Reason.COUNTRY_HERE -> R.string.reason_country_here
        Reason.COUNTRY_UNCLEAR -> R.string.reason_country_unclear
        Reason.DOMESTIC_PREMIUM -> R.string.reason_domestic_premium
        Reason.DOMESTIC_UNKNOWN -> R.string.reason_domestic_unknown
        Reason.VERIFICATION_FAILED -> R.string.reason_verification_failed
        Reason.COUNTRY_STOPPED -> R.string.reason_country_stopped
        Reason.COUNTRY_WARNED -> R.string.reason_country_warned
        Reason.COUNTRY_SILENCED -> R.string.reason_country_silenced
        Reason.OUTGOING_STOPPED -> R.string.reason_outgoing_stopped
        Reason.COUNTRY_LINE -> R.string.reason_country_line
        Reason.SETTINGS_UNREADABLE -> R.string.reason_settings_unreadable
        Reason.POLICE_SHOWN -> R.string.reason_police_shown
        Reason.EMERGENCY_SHOWN -> R.string.reason_emergency_shown
        Reason.NOT_KNOWN -> R.string.reason_not_known
        Reason.LIST_UNREADABLE -> R.string.reason_list_unreadable
    }

/** What went wrong, a sentence, as a string resource. */
internal val Fault.text: Int
    get() = when (this) {
        Fault.CORE_UNAVAILABLE -> R.string.fault_core_unavailable
        Fault.CORE_FAILED -> R.string.fault_core_failed
        Fault.DEADLINE -> R.string.fault_deadline
        Fault.APP_FAILED -> R.string.fault_app_failed
        Fault.LIST_UNREADABLE -> R.string.fault_list_unreadable
        Fault.SETTINGS_UNREADABLE -> R.string.fault_settings_unreadable
        Fault.RECORD_FAILED -> R.string.fault_record_failed
        Fault.OUTGOING_FAILED -> R.string.fault_outgoing_failed
        Fault.RECORDS_SET_ASIDE -> R.string.fault_records_set_aside
        Fault.OLD_RECORDS_KEPT -> R.string.fault_old_records_kept
        Fault.NOTICE_FAILED -> R.string.fault_notice_failed
        Fault.BUTTON_FAILED -> R.string.fault_button_failed
        Fault.EMERGENCY_FORGOTTEN -> R.string.fault_emergency_forgotten
        Fault.LOOK_FAILED -> R.string.fault_look_failed
        Fault.WIDGET_FAILED -> R.string.fault_widget_failed
        Fault.TILE_FAILED -> R.string.fault_tile_failed
        Fault.PASS_FAILED -> R.string.fault_pass_failed
        Fault.SCREEN_FAILED -> R.string.fault_screen_failed
        Fault.TASK_FAILED -> R.string.fault_task_failed
        Fault.ENDED -> R.string.fault_ended
    }

/** What makes a call suspicious, a sentence, as a string resource. */
internal val Hint.text: Int
    get() = when (this) {
        Hint.PLUS_MISSING -> R.string.says_plus_missing
        Hint.TOLL_FREE -> R.string.says_toll_free
        Hint.POLICE_BAIT -> R.string.says_police_bait
        Hint.IMITATES_POLICE -> R.string.says_imitates_the_police
        Hint.FOREIGN_PREFIX -> R.string.says_foreign_prefix
        Hint.ODD_CHARACTERS -> R.string.says_odd_characters
    }

/** Whether nobody can have such a number, so that whoever shows it forged it. */
val Origin.isForged: Boolean
    get() = when (this) {
        Origin.UNASSIGNED, Origin.DISGUISED_DOMESTIC, Origin.IMPOSSIBLE -> true

        Origin.EMERGENCY, Origin.DOMESTIC, Origin.INTERNATIONAL, Origin.GLOBAL_SERVICE, Origin.HIDDEN,
        Origin.UNREADABLE,
        -> false
    }

/** Whether the number belongs to another country, or to none. */
val Origin.isAbroad: Boolean
    get() = when (this) {
        Origin.INTERNATIONAL, Origin.GLOBAL_SERVICE -> true

        Origin.EMERGENCY, Origin.DOMESTIC, Origin.UNASSIGNED, Origin.DISGUISED_DOMESTIC, Origin.IMPOSSIBLE,
        Origin.HIDDEN, Origin.UNREADABLE,
        -> false
    }

/** Whether calls of this kind show a number that nobody can have; see [Origin.isForged]. */
val Kind.isForged: Boolean
    get() = when (this) {
        Kind.UNASSIGNED, Kind.DISGUISED_DOMESTIC, Kind.IMPOSSIBLE -> true

        Kind.INTERNATIONAL, Kind.GLOBAL_SERVICE, Kind.HIDDEN_RESTRICTED, Kind.HIDDEN_PAYPHONE, Kind.HIDDEN_UNKNOWN,
        Kind.DOMESTIC_PREMIUM, Kind.DOMESTIC_UNKNOWN, Kind.UNREADABLE, Kind.POLICE_SHOWN, Kind.EMERGENCY_SHOWN,
        -> false
    }
