// SPDX-License-Identifier: Apache-2.0
package app.tomeru.health

import android.app.Notification
import android.app.NotificationManager
import android.app.role.RoleManager
import android.content.ComponentName
import android.content.Context
import android.content.Intent
import android.content.ServiceConnection
import android.os.IBinder
import android.telecom.CallScreeningService
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Action
import app.tomeru.fault.Barrier
import app.tomeru.fault.Deadline
import app.tomeru.notice.Notices
import app.tomeru.platform.clock
import app.tomeru.platform.core
import app.tomeru.platform.systemService
import app.tomeru.record.CallStore
import app.tomeru.screening.ScreeningService
import app.tomeru.settings.SettingsStore
import java.util.concurrent.CountDownLatch

/**
 * Takes a made-up call through every part that a real one needs, and reports for each whether it worked and how long it
 * took. Nothing of it remains except its notice, which the user should see. Not for the main thread.
 */
class SelfTest(private val context: Context) {
    /** A part that a call needs. */
    enum class Part(val text: Int) {
        ROLE(R.string.test_role),
        SERVICE(R.string.test_service),
        TABLE(R.string.test_table),
        SETTINGS(R.string.test_settings),
        DECISION(R.string.test_decision),
        NOTICE(R.string.test_notice),
        RECORD(R.string.test_record),
    }

    /** Whether [part] worked, and how long it took in microseconds. */
    data class Result(val part: Part, val worked: Boolean, val micros: Long)

    /** Tests every part, and hands each result to [told] as soon as it is known. */
    fun run(told: (Result) -> Unit) {
        var record: CallRecord? = null
        for (part in Part.entries) {
            val began = System.nanoTime()
            // What failed is said at once.
            val worked = Barrier.ask(null, { false }) {
                when (part) {
                    Part.ROLE -> isChosen()
                    Part.SERVICE -> isBound()
                    Part.TABLE -> context.core.tableIsIntact()
                    Part.SETTINGS -> SettingsStore(context).load().problem == null
                    Part.DECISION -> TestCall(context).decide().also { record = it }.fault == null
                    Part.NOTICE -> record?.let(::isShown) ?: false
                    Part.RECORD -> record?.let(::isRecorded) ?: false
                }
            }
            told(Result(part, worked, (System.nanoTime() - began) / NANOS))
        }
    }

    private fun isChosen() = context.systemService<RoleManager>().isRoleHeld(RoleManager.ROLE_CALL_SCREENING)

    /** The binder that Telecom would get. Calls over it take types that only the system can construct. */
    private fun isBound(): Boolean {
        val bound = CountDownLatch(1)
        val connection = object : ServiceConnection {
            override fun onServiceConnected(name: ComponentName?, binder: IBinder?) {
                Barrier.run(null, bound::countDown)
            }

            override fun onServiceDisconnected(name: ComponentName?) = Unit
        }
        val intent = Intent(CallScreeningService.SERVICE_INTERFACE)
            .setClass(context, ScreeningService::class.java)
            .addCategory(NOT_TELECOM)
        return try {
            context.bindService(intent, connection, Context.BIND_AUTO_CREATE).also { willBind ->
                if (willBind) Deadline.within(context.clock, LONGEST_MILLIS, bound::await)
            }
        } finally {
            context.unbindService(connection)
        }
    }

    private fun isShown(record: CallRecord): Boolean {
        val manager = context.systemService<NotificationManager>()
        if (!manager.areNotificationsEnabled()) return false
        // A notice from an earlier test proves nothing.
        shown(manager).forEach { manager.cancel(it.tag, it.id) }
        Notices(context).test(record)
        // A call that rings has no notice.
        if (record.action == Action.ALLOW) return true
        repeat(LOOKS) {
            if (shown(manager).isNotEmpty()) return true
            context.clock.sleep(LOOK_MILLIS)
        }
        return false
    }

    private fun shown(manager: NotificationManager) = manager.activeNotifications.filter {
        it.notification.extras.getString(Notification.EXTRA_SUB_TEXT) == context.getString(R.string.test_call)
    }

    private fun isRecorded(record: CallRecord): Boolean {
        val store = CallStore.of(context)
        store.add(listOf(record))
        return try {
            store.find(record.uid) == record
        } finally {
            store.delete(listOf(record))
        }
    }

    private companion object {
        const val LONGEST_MILLIS = 5_000L

        /** Telecom's intent has no category: what binds with one is not counted as a call's. */
        const val NOT_TELECOM = "app.tomeru.SELF_TEST"

        /** Android shows a notice a moment after it was posted. */
        const val LOOKS = 10
        const val LOOK_MILLIS = 100L
        const val NANOS = 1_000L
    }
}
