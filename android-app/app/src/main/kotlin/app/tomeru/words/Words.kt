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
import app.tomeru.core.AreaText
import app.tomeru.core.Fault
import app.tomeru.core.Hint
import app.tomeru.core.Kind
import app.tomeru.core.Origin
import app.tomeru.core.Pass
import app.tomeru.core.Reason
import app.tomeru.fault.Barrier
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.platform.core
import java.time.LocalDate
import java.util.Date
import java.util.Locale

/** What the core found, in the words of the person's language. */
class Words(private val context: Context) {
    private val locale: Locale = context.resources.configuration.locales[0]

    /** What happens to a call. */
    fun action(action: Action): String = context.getString(action.text)

    /** Where a call comes from. */
    fun origin(origin: Origin): String = context.getString(origin.text)

    /** A kind of call that users can choose an action for. */
    fun kind(kind: Kind): String = context.getString(kind.text)

    /** Why, as a sentence. */
    fun reason(reason: Reason): String = context.getString(reason.text)

    /** What went wrong. */
    fun fault(fault: Fault): String = context.getString(fault.text)

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

    /** A time as people write it, with the day, its year and weekday. */
    fun moment(millis: Long): String =
        context.getString(R.string.moment, written(Clock.day(millis), "yMMMMdEEE"), timeOfDay(millis))

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

    /** A day as people write it, with its year. */
    fun date(date: LocalDate): String = written(date, "yMMMMd")

    /** A month as people write it; [month] is as in the data, such as 2026-11. */
    fun month(month: String): String = SimpleDateFormat(context.getString(R.string.month), locale)
        .format(Date(Clock.beginning(LocalDate.parse("$month-01"))))

    private fun written(date: LocalDate, skeleton: String): String =
        DateFormat.getInstanceForSkeleton(skeleton, locale).format(Date(Clock.beginning(date))).let {
            // Japanese texts have the wide ones throughout; the platform's dates do not.
            if (locale.language == Locale.JAPANESE.language) it.replace('(', '（').replace(')', '）') else it
        }

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

    /** The country or the area, and the number of a call, or null if there is none of them. */
    fun where(record: CallRecord): String? = joined(place(record), number(record))

    /** The country or the area of a call, or null; a forged number has no place. */
    fun place(record: CallRecord): String? = when (record.origin) {
        Origin.INTERNATIONAL -> country(record)
        Origin.DOMESTIC -> areaOf(record)?.let { context.getString(R.string.area_number, it) }
        else -> null
    }

    /** The same without an area, which would make a number that may be forged look the more trustworthy. */
    fun whereFrom(record: CallRecord): String? =
        joined(if (record.origin == Origin.INTERNATIONAL) country(record) else null, number(record))

    private fun joined(place: String?, number: String): String? {
        val parts = listOfNotNull(place, number)
        return parts.filter(String::isNotEmpty).joinToString(" ").ifEmpty { null }
    }

    /** The number of a call as people write it; empty if there is none. */
    fun number(record: CallRecord): String =
        record.key?.let { grouped(it, record.home) } ?: othersText(record.number.orEmpty())

    /** A number that may not be the caller's own would look the more trustworthy with its area. */
    private fun areaOf(record: CallRecord): String? =
        record.key?.takeUnless { record.reason in DOUBTFUL || record.signs.isNotEmpty() }?.let(::area)

    private fun area(key: String): String? =
        // The number is worth more than its area, where the core cannot be asked.
        Barrier.ask(null, { null }) { context.core.areaOfKey(key)?.let(::area) }

    /** The name of an area. */
    fun area(area: AreaText): String = if (locale.language == Locale.JAPANESE.language) area.ja else area.en

    /** The country of a call, or null. */
    fun country(record: CallRecord): String? = country(record.region, record.hasMoreRegions, record.countryCode)

    /** What else makes a call suspicious, one sentence each. */
    fun signs(record: CallRecord): List<String> = signs(record.signs)

    /** What each of [hints] means, one sentence each. */
    fun signs(hints: Set<Hint>): List<String> = hints.filterNot {
        // That it imitates the police says it all.
        it == Hint.POLICE_BAIT && Hint.IMITATES_POLICE in hints
    }.map { context.getString(it.text) }

    /** A timed pass that is on. */
    fun pass(pass: Pass): String {
        val until = until(pass.until * Clock.MILLIS)
        return when (val country = country(pass.country, more = false, code = null)) {
            null -> context.getString(R.string.pass_all_until, until)
            else -> context.getString(R.string.pass_country_until, until, country)
        }
    }

    /**
     * A number as people write it: grouped by the platform for its country, otherwise by as many digits as are read at
     * once. No line ends within it.
     */
    fun grouped(number: String, home: String = PhonePlaces(context).now().home): String {
        // The platform's metadata is a file of its own that may be missing; a warning is worth more than its looks.
        val written = Barrier.ask(null, { number }) { PhoneNumberUtils.formatNumber(number, home) ?: number }
        // It leaves out a zero that was shown behind the code; that number is another one.
        val isSame = (number.startsWith('+') && !written.startsWith('+')) || digits(written) == digits(number)
        val grouped = if (written == number || !isSame) inGroups(number) else written
        return grouped.replace(' ', NO_BREAK).replace('-', UNBROKEN)
    }

    private fun digits(text: String) = text.filter(Char::isDigit)

    /** [text] with the characters that other apps know from a keyboard, in place of those that keep a number whole. */
    fun breakable(text: String): String = text.replace(NO_BREAK, ' ').replace(UNBROKEN, '-')

    private fun inGroups(number: String): String {
        val digits = number.removePrefix("+")
        if (digits.length <= MOST_AT_ONCE || !digits.all { it in '0'..'9' }) return number
        val groups = (digits.length + MOST_AT_ONCE - 1) / MOST_AT_ONCE
        // As even as can be, the longer first.
        val sizes = List(groups) { (digits.length + groups - 1 - it) / groups }
        val starts = sizes.runningFold(0, Int::plus)
        val parts = sizes.indices.map { digits.substring(starts[it], starts[it + 1]) }
        return number.take(number.length - digits.length) + parts.joinToString("-")
    }

    private companion object {
        const val MICROS = 1_000_000.0
        const val THOUSANDTHS = 3

        val DOUBTFUL = setOf(Reason.POLICE_SHOWN, Reason.EMERGENCY_SHOWN, Reason.VERIFICATION_FAILED)

        /** A number stays on one line. */
        const val NO_BREAK = '\u00A0'
        const val UNBROKEN = '\u2011'

        /** Digits that are read at once. */
        const val MOST_AT_ONCE = 4
    }
}
