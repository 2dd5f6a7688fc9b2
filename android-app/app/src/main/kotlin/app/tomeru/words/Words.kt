// SPDX-License-Identifier: Apache-2.0
package app.tomeru.words

import android.content.Context
import android.icu.text.DateFormat
import android.icu.text.NumberFormat
import android.icu.text.SimpleDateFormat
import android.telephony.PhoneNumberUtils
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.Action
import app.tomeru.core.Fault
import app.tomeru.core.Hint
import app.tomeru.core.Kind
import app.tomeru.core.Origin
import app.tomeru.core.Pass
import app.tomeru.core.Reason
import app.tomeru.fault.Barrier
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.ui.check.Check
import java.time.LocalDate
import java.util.Date
import java.util.Locale

/** What the core found, in the words of the person's language. */
class Words(private val context: Context) {
    private val locale: Locale = context.resources.configuration.locales[0]

    /** What happens to a call. */
    fun action(action: Action): String = context.getString(
        when (action) {
            Action.ALLOW -> R.string.action_allow
            Action.WARN -> R.string.action_warn
            Action.SILENCE -> R.string.action_silence
            Action.REJECT -> R.string.action_reject
        },
    )

    /** Where a call comes from. */
    fun origin(origin: Origin): String = context.getString(origin.text)

    /** A kind of call that users can choose an action for. */
    fun kind(kind: Kind): String = context.getString(kind.text)

    /** Why, as a sentence. */
    fun reason(reason: Reason): String = context.getString(
        when (reason) {
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
            Reason.NOT_A_NUMBER -> R.string.reason_not_a_number
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
        },
    )

    /** What went wrong. */
    fun fault(fault: Fault): String = context.getString(
        when (fault) {
            Fault.CORE_UNAVAILABLE -> R.string.fault_core_unavailable
            Fault.CORE_FAILED -> R.string.fault_core_failed
            Fault.DEADLINE -> R.string.fault_deadline
            Fault.APP_FAILED -> R.string.fault_app_failed
            Fault.LIST_UNREADABLE -> R.string.fault_list_unreadable
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
        },
    )

    /**
     * The country of a call: the platform's name of the region, or the country code alone; null if there is neither.
     */
    fun country(region: String?, more: Boolean, code: Int?): String? {
        val name = region?.let { Locale.Builder().setRegion(it).build().getDisplayCountry(locale) }
        return when {
            name != null && more -> context.getString(R.string.country_several, name)
            name != null -> name
            code != null -> context.getString(R.string.country_code_only, code)
            else -> null
        }
    }

    /** A time as people write it, with the day. */
    fun time(millis: Long): String =
        SimpleDateFormat(context.getString(R.string.date_and_time), locale).format(Date(millis))

    /** The time of day as people write it. */
    fun timeOfDay(millis: Long): String =
        SimpleDateFormat(context.getString(R.string.time_of_day), locale).format(Date(millis))

    /** A day as people write it, with its weekday. */
    fun day(date: LocalDate): String {
        val today = Clock.day(context.clock.millis)
        val skeleton = if (date.year == today.year) "MMMMdEEE" else "yMMMMdEEE"
        val name = written(date, skeleton)
        return when (date) {
            today -> context.getString(R.string.today, name)
            today.minusDays(1) -> context.getString(R.string.yesterday, name)
            else -> name
        }
    }

    /** A month as people write it; [month] is as in the data, such as 2026-11. */
    fun month(month: String): String = written(LocalDate.parse("$month-01"), "yMMMM")

    private fun written(date: LocalDate, skeleton: String): String =
        DateFormat.getInstanceForSkeleton(skeleton, locale).format(Date(Clock.beginning(date)))

    /** When something ends: the time, and the day if it is not today. */
    fun until(millis: Long): String {
        // Midnight belongs to the day before it.
        val isToday = Clock.day(millis - 1) == Clock.day(context.clock.millis)
        return if (isToday) timeOfDay(millis) else time(millis)
    }

    /** A short time in seconds, to the thousandth. */
    fun seconds(micros: Long): String = NumberFormat.getInstance(locale)
        .apply {
            minimumFractionDigits = THOUSANDTHS
            maximumFractionDigits = THOUSANDTHS
        }
        .format(micros / MICROS)

    /** A number of things. */
    fun count(count: Long): String = NumberFormat.getInstance(locale).format(count)

    /** The country and the number of a call, or null if there is neither. */
    fun where(record: CallRecord): String? {
        val number = record.number?.let { grouped(record.key ?: it, record.home) }
        // A domestic number's country says nothing, and a forged number has none.
        val country = if (record.origin == Origin.INTERNATIONAL) country(record) else null
        return listOfNotNull(country, number?.replace(' ', NO_BREAK)).joinToString(" ").ifEmpty { null }
    }

    /** The country of a call, or null. */
    fun country(record: CallRecord): String? = country(record.region, record.hasMoreRegions, record.countryCode)

    /** What else makes a call suspicious, one sentence each. */
    fun signs(record: CallRecord): List<String> = signs(record.signs)

    /** What each of [hints] means, one sentence each. */
    fun signs(hints: Set<Hint>): List<String> = hints.filterNot {
        // That it imitates the police says it all.
        it == Hint.POLICE_BAIT && Hint.IMITATES_POLICE in hints
    }.map {
        context.getString(
            when (it) {
                Hint.PLUS_MISSING -> R.string.says_plus_missing
                Hint.TOLL_FREE -> R.string.says_toll_free
                Hint.POLICE_BAIT -> R.string.says_police_bait
                Hint.IMITATES_POLICE -> R.string.says_imitates_the_police
            },
        )
    }

    /** A timed pass that is on. */
    fun pass(pass: Pass): String {
        val until = until(pass.until * Clock.MILLIS)
        return when (val country = country(pass.country, more = false, code = null)) {
            null -> context.getString(R.string.pass_all_until, until)
            else -> context.getString(R.string.pass_country_until, until, country)
        }
    }

    /** A number as people write it: grouped by the platform for its country; as it is where the platform cannot. */
    fun grouped(number: String, home: String = PhonePlaces(context).now().home): String =
        // The platform's metadata is a file of its own that may be missing; a warning is worth more than its looks.
        Barrier.ask(null, { number }) { PhoneNumberUtils.formatNumber(number, home) ?: number }

    private companion object {
        const val MICROS = 1_000_000.0
        const val THOUSANDTHS = 3

        /** A number stays on one line. */
        const val NO_BREAK = '\u00A0'
    }
}
