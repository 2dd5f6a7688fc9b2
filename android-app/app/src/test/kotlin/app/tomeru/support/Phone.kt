// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Application
import android.net.Uri
import android.os.SystemClock
import android.os.UserManager
import android.telephony.SubscriptionManager
import android.telephony.TelephonyManager
import app.tomeru.call.CallRecord
import app.tomeru.platform.systemService
import app.tomeru.record.CallStore
import app.tomeru.record.Recorder
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowSubscriptionManager.SubscriptionInfoBuilder
import java.io.File
import java.util.concurrent.CountDownLatch

/** The phone that a call comes to: its clock, which it [sets], its SIMs, its storage. */
class Phone(private val app: Application, sets: Boolean = true) {
    private val database: File get() = app.getDatabasePath("calls.db")

    init {
        if (sets) at(NOW)
    }

    /** The clocks stand at [millis]. */
    fun at(millis: Long) {
        app.test.time.set({ millis }, { millis - BOOTED })
    }

    /** The clocks go on as the machine's do. */
    fun repair() {
        app.test.time.set(System::currentTimeMillis, SystemClock::elapsedRealtime)
    }

    /** SIMs of these countries in the slots, and a network of [network]. */
    fun place(sims: List<String>, network: String) {
        val telephony = app.systemService<TelephonyManager>()
        shadowOf(telephony).run {
            setSimCountryIso(sims.first().lowercase())
            setNetworkCountryIso(network.lowercase())
            setPhoneCount(sims.size)
            setActiveModemCount(sims.size)
        }
        val infos = sims.mapIndexed { slot, country ->
            // Robolectric knows one SIM's country only.
            val own = object : TelephonyManager(app) {
                override fun getSimCountryIso() = country.lowercase()
            }
            shadowOf(telephony).setTelephonyManagerForSubscriptionId(slot + 1, own)
            SubscriptionInfoBuilder.newBuilder().setId(slot + 1).setSimSlotIndex(slot).buildSubscriptionInfo()
        }
        shadowOf(app.systemService<SubscriptionManager>()).setActiveSubscriptionInfoList(infos)
    }

    /** Nothing was dialled, nothing recorded. */
    fun forget() {
        settle()
        CallStore.of(app).erase()
        CallStore.pending(app).erase()
        app.createDeviceProtectedStorageContext().getSharedPreferences("emergency", 0).edit().clear().commit()
    }

    /** The records cannot be read: their table is not there. */
    fun breakRecords() = rename("dialled", "dialled_away")

    /** They can again. */
    fun mendRecords() = rename("dialled_away", "dialled")

    /** Does [work] while settings can be neither read nor written; they are as before then. */
    fun withoutSettings(work: () -> Unit) {
        val folder = app.createDeviceProtectedStorageContext().dataDir.resolve("settings")
        val away = folder.resolveSibling("settings_away")
        check(folder.renameTo(away))
        // No folder can be made where a file is.
        folder.writeText("")
        work()
        folder.delete()
        check(away.renameTo(folder))
    }

    private fun rename(from: String, to: String) {
        settle()
        android.database.sqlite.SQLiteDatabase.openDatabase(database.path, null, 0).use { db ->
            val there = db.rawQuery("SELECT 1 FROM sqlite_master WHERE name = ?", arrayOf(from)).use { it.count == 1 }
            if (there) db.execSQL("ALTER TABLE $from RENAME TO $to")
        }
    }

    /** All records, the newest first, those that wait for the unlock among them. */
    fun records(): List<CallRecord> {
        settle()
        return CallStore.pending(app).newest(MOST) + CallStore.of(app).newest(MOST)
    }

    /** The record of the last call. */
    fun lastRecord(): CallRecord {
        settle()
        return (CallStore.of(app).newest(1).ifEmpty { CallStore.pending(app).newest(1) }).single()
    }

    /** Everything that was handed to the records is written. */
    fun settle() {
        val written = CountDownLatch(1)
        Recorder.of(app).run(written::countDown)
        Wait.forEvent(written)
    }

    /** [text] as Android hands it over. */
    fun handle(text: String): String {
        val scheme = text.substringBefore(':', "tel")
        return if (scheme == "tel") Uri.fromParts("tel", text, null).toString() else text
    }

    /** The phone was unlocked since it was switched on, or was not. */
    fun unlocked(unlocked: Boolean) = shadowOf(app.systemService<UserManager>()).setUserUnlocked(unlocked)

    companion object {
        /** The time of the vectors: 1800000000 s after 1970. */
        const val NOW = 1_800_000_000_000L
        private const val MOST = 10_000
        private const val BOOTED = NOW - 400 * 24 * 60 * 60 * 1_000L
    }
}
