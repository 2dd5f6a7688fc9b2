// SPDX-License-Identifier: Apache-2.0
package app.tomeru.circumstances

import android.Manifest.permission.READ_CONTACTS
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.provider.ContactsContract
import android.provider.ContactsContract.CommonDataKinds.Phone
import app.tomeru.fault.Barrier
import app.tomeru.fault.Deadline
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.provider.Provider
import app.tomeru.record.CallStore
import app.tomeru.settings.SettingsStore

/**
 * The numbers that the person knows.
 *
 * @property contacts as they stand in the contacts
 * @property dialled the keys of those that were dialled within the time that the settings have for it
 * @property isWhole whether these are the whole of both
 */
class KnownNumbers private constructor(
    val contacts: List<String>,
    val dialled: List<String>,
    val isWhole: Boolean,
) {
    companion object {
        private const val BUDGET_MILLIS = 3_000L
        private const val MOST = 10_000
        private const val DAY_SECONDS = 24 * 60 * 60L

        /** What can be read of them in time; asks another process and reads files: not for the main thread. */
        @JvmStatic
        fun read(context: Context): KnownNumbers {
            val contacts = within(context) { contacts(context) }
            val dialled = within(context) { dialled(context) }
            val isCut = listOfNotNull(contacts, dialled).any { it.size >= MOST }
            val isWhole = contacts != null && dialled != null && !isCut && !CallStore.lostMemory(context)
            return KnownNumbers(contacts.orEmpty(), dialled.orEmpty(), isWhole)
        }

        private fun within(context: Context, read: () -> List<String>?): List<String>? =
            Barrier.ask(null, { null }) { Deadline.within(context.clock, BUDGET_MILLIS, read) }

        /** Null if they may not be read, or nobody waits for them any more. */
        private fun contacts(context: Context): List<String>? {
            if (context.checkSelfPermission(READ_CONTACTS) != PERMISSION_GRANTED) return null
            val uri = Phone.CONTENT_URI.buildUpon()
                .appendQueryParameter(ContactsContract.LIMIT_PARAM_KEY, "$MOST")
                .build()
            return Provider(context, uri).rows(arrayOf(Phone.NUMBER)) {
                val numbers = mutableListOf<String>()
                // A provider may know no limit.
                while (numbers.size < MOST && Provider.toNextRow(it)) {
                    if (Thread.currentThread().isInterrupted) return@rows null
                    numbers += it.getString(0) ?: continue
                }
                numbers
            }
        }

        private fun dialled(context: Context): List<String> {
            val days = SettingsStore(context).load().settings.policy.dialledDays.toLong()
            val from = (context.clock.seconds - days * DAY_SECONDS) * Clock.MILLIS
            return CallStore.of(context).dialledSince(from, MOST)
        }
    }
}
