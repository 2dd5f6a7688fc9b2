// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.provider.ContactsContract
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.provider.ContactsContract.PhoneLookup
import android.telephony.PhoneNumberUtils
import com.google.i18n.phonenumbers.NumberParseException
import com.google.i18n.phonenumbers.PhoneNumberUtil
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat
import org.robolectric.Robolectric

/** The contacts provider: looks numbers up as the real one does, and fails on demand. */
class FakeContacts : Answering() {
    /** What may go wrong. */
    enum class Fault { THROWS, REVOKED, NULL, HANGS }

    /** How numbers are compared here: phones are made with either (AOSP, `ContactsDatabaseHelper`). */
    enum class Match(private val method: String) {
        LOOSE("compareLoosely"),
        STRICT("compareStrictly"),
        ;

        /** Whether the provider takes one number for the other. */
        operator fun invoke(one: String, other: String) =
            PhoneNumberUtils::class.java.getMethod(method, String::class.java, String::class.java)
                .invoke(null, one, other) as Boolean
    }

    override fun answer(uri: Uri, projection: Array<String>?): Cursor? {
        thrown?.let { throw it() }
        when (fault) {
            Fault.THROWS -> error("the provider is broken")

            // The permission went between our look at it and the provider's.
            Fault.REVOKED -> throw SecurityException("permission denial")

            Fault.NULL -> return null

            Fault.HANGS -> Budgets.hang()

            null -> Unit
        }
        lie?.let { return it() }
        Thread.sleep(slowness)
        if (uri.path == Phone.CONTENT_URI.path) {
            // Every number, of the person's own contacts alone, as many as were asked for (`ContactsProvider2`).
            val most = uri.getQueryParameter(ContactsContract.LIMIT_PARAM_KEY)?.toInt() ?: Int.MAX_VALUE
            return MatrixCursor(projection).apply { numbers.take(most).forEach { addRow(arrayOf(it)) } }
        }
        val number = checkNotNull(uri.lastPathSegment)
        val own = find(numbers, number)
        val isWorkAsked = uri.pathSegments.first() == PhoneLookup.ENTERPRISE_CONTENT_FILTER_URI.pathSegments.first()
        require(!isWorkAsked || !workIsRefused) { "the company forbids it" }
        // The work profile is asked only where the person's own contacts have nothing (`queryPhoneLookupEnterprise`).
        val found = if (isWorkAsked) own.ifEmpty { find(work, number) } else own
        return MatrixCursor(projection).apply { found.forEach { addRow(arrayOf(it)) } }
    }

    /**
     * As `ContactsDatabaseHelper` does: those whose number is the same, as E.164 or digit by digit; if there are none,
     * those that the loose comparison takes for it.
     */
    private fun find(stored: List<String>, number: String): List<String> {
        val exact = stored.filter {
            number in listOf(e164(it), PhoneNumberUtils.normalizeNumber(it))
        }

        @Suppress("DEPRECATION") // what the provider of every version used here compares with
        return exact.ifEmpty { stored.filter { PhoneNumberUtils.compare(it, number) } }
    }

    /** As `PhoneNumberUtils.formatNumberToE164`, whose metadata not every version has here. */
    private fun e164(stored: String): String? = try {
        val util = PhoneNumberUtil.getInstance()
        util.parse(stored, "JP").takeIf(util::isValidNumber)?.let { util.format(it, PhoneNumberFormat.E164) }
    } catch (e: NumberParseException) {
        null
    }

    companion object {
        private val numbers = mutableListOf<String>()
        private val work = mutableListOf<String>()

        /** Whether the company keeps the contacts of the work profile to itself. */
        var workIsRefused = false

        /** What the next queries suffer. */
        var fault: Fault? = null

        /** How long each query really takes, in milliseconds. */
        var slowness = 0L

        /** What the next queries throw, made anew each time. */
        var thrown: (() -> Throwable)? = null

        /** What the next queries answer, whatever is asked. */
        var lie: (() -> Cursor?)? = null

        /** Empty contacts, without a fault. */
        fun install() {
            numbers.clear()
            work.clear()
            workIsRefused = false
            fault = null
            slowness = 0
            thrown = null
            lie = null
            match = Match.LOOSE
            Robolectric.setupContentProvider(FakeContacts::class.java, ContactsContract.AUTHORITY)
        }

        /** How Telecom's next look-ups compare. */
        var match = Match.LOOSE

        /** Whether the system finds [number], with no fault. */
        fun has(number: String): Boolean = numbers.any { match(it, number) }

        /** One more contact in the work profile. */
        fun addAtWork(number: String) {
            work += number
        }

        /** One more contact. */
        fun add(number: String) {
            numbers += number
        }
    }
}
