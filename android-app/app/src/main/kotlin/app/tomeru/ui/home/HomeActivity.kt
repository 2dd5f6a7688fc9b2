// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.home

import android.content.Intent
import android.os.Bundle
import android.provider.Settings
import android.view.ViewGroup
import android.widget.Button
import android.widget.GridLayout
import android.widget.ImageView
import android.widget.TextView
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.fault.Ends
import app.tomeru.fault.FaultLog
import app.tomeru.health.HealthCheck
import app.tomeru.health.HealthNotice
import app.tomeru.platform.clock
import app.tomeru.protection.Protection
import app.tomeru.record.CallStore
import app.tomeru.record.Recorder
import app.tomeru.record.Week
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.Outcome
import app.tomeru.ui.Permissions
import app.tomeru.ui.Screen
import app.tomeru.ui.setup.Setup
import app.tomeru.views.arrange
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onPress
import app.tomeru.views.onYes
import app.tomeru.views.showOrHide
import app.tomeru.words.Failure

/** The first screen: is the phone protected, what was stopped, and where to go from here. */
class HomeActivity : Screen() {
    private val permissions by lazy { Permissions(this) }
    private var repairs = false
    private lateinit var passCard: PassCard
    private lateinit var waysCard: WaysCard

    override fun create(state: Bundle?) {
        if (Setup(this).isDue) {
            open(Route.SETUP)
            return finish()
        }
        setContentView(R.layout.home)
        passCard = PassCard(this, background)
        waysCard = WaysCard(this, permissions, background)
        find<GridLayout>(R.id.tiles).arrange()
        find<GridLayout>(R.id.more).arrange()
        onPress(R.id.check) { open(Route.CHECK) }
        onPress(R.id.records) { open(Route.RECORDS) }
        onPress(R.id.countries) { open(Route.COUNTRIES) }
        onPress(R.id.guide) { open(Route.GUIDE) }
        onPress(R.id.settings) { open(Route.SETTINGS) }
        onPress(R.id.family) { open(Route.FAMILY) }
        showHelp()
        onPress(R.id.limits) { open(Route.LIMITS) }
        onPress(R.id.paid) { open(Route.PAID) }
        repairs = state == null && intent.action == Route.REPAIR
        onPress(R.id.fault_seen) {
            FaultLog(this).markSeen()
            HealthNotice(this).cancelFaults()
            showFaults(emptyList())
        }
        onPress(R.id.fault_test) { open(Route.SELF_TEST) }
    }

    override fun resume() {
        // No broadcast announces the loss of a role or a permission: check whenever the screen is shown.
        if (!isFinishing) look()
    }

    override fun result(request: Int, result: Int, data: Intent?) {
        if (Setup(this).isChosen) return
        permissions.roleRefused()
        if (permissions.isRolePageLeft) show(permissions.rolePageDialog(R.string.role_page_detail, ::openElsewhere))
    }

    override fun answered(asked: Array<String>, results: IntArray) =
        permissions.answered(asked, results)

    private fun look() {
        background.run(
            {
                val health = HealthCheck(applicationContext).apply { schedule() }
                Barrier.run(null) { Ends(applicationContext).look() }
                // Someone looking at the screen needs no notice.
                health.look() to FaultLog(this).unseen()
            },
            { (protection, faults) ->
                showProtection(protection)
                passCard.show(protection.works)
                waysCard.show(protection.works)
                // Any app can send the notice's intent: what Android asks about may be asked, nothing is changed.
                if (repairs) protection.repair?.takeIf { it != Protection.Repair.RESUME }?.let(::repair)
                repairs = false
                find<TextView>(R.id.message).showOrHide(protection.remark?.let(::getString))
                showFaults(faults)
            },
            {
                sayFailed(it)
                passCard.show(works = true)
                waysCard.show(works = true)
            },
        )
        // What was written before the first unlock belongs here, too.
        Recorder.of(this).settle { main.run(work = ::lookAtRecords) }
    }

    private fun showProtection(protection: Protection) {
        val level = protection.level
        find<ImageView>(R.id.state_icon).apply {
            setImageResource(level.icon)
            imageTintList = getColorStateList(level.color)
        }
        find<TextView>(R.id.state).run {
            setText(level.text)
            setTextColor(getColor(level.color))
        }
        find<TextView>(R.id.state_detail).setText(protection.detail)
        find<Button>(R.id.repair).apply {
            isVisible = protection.repair != null
            protection.repair?.let { repair ->
                setText(repair.text)
                onYes { repair(repair) }
            }
        }
    }

    private fun repair(repair: Protection.Repair) = when (repair) {
        Protection.Repair.CHOOSE_APP -> permissions.askForRole(0)

        Protection.Repair.ALLOW_CONTACTS -> permissions.askForContacts(0)

        Protection.Repair.ALLOW_NOTICES -> permissions.askForNotices(0)

        Protection.Repair.FREE_SPACE -> openElsewhere(Intent(Settings.ACTION_INTERNAL_STORAGE_SETTINGS))

        Protection.Repair.LIFT_RESTRICTION -> openElsewhere(permissions.appPage)

        Protection.Repair.ALLOW_OVERLAY -> openElsewhere(permissions.overlayPage)

        Protection.Repair.RESUME -> background.run(
            { SettingsStore(this).change { it.copy(policy = it.policy.copy(paused = false)) } },
            { look() },
            ::sayFailed,
        )
    }

    private fun showFaults(entries: List<FaultLog.Entry>) {
        find<ViewGroup>(R.id.fault).isVisible = entries.isNotEmpty()
        val rang = entries.filter { it.fault.rang }
        val count = rang.sumOf { it.count }
        find<TextView>(R.id.fault_detail).showOrHide(
            rang.maxOfOrNull { it.atMillis }?.let {
                resources.getQuantityString(R.plurals.fault_detail, count, count, words.time(it))
            },
        )
        find<Button>(R.id.fault_test).isVisible = entries.any { it.fault.rang || it.fault == Fault.ENDED }
        find<TextView>(R.id.fault_cause).text = entries.map { words.fault(it.fault) }.distinct().joinToString("\n")
    }

    private fun lookAtRecords() = background.run(
        {
            val store = CallStore.of(this)
            Week.of(store.stoppedAt(Week.beginning(clock.millis)), clock.millis) to store.newest(LAST)
        },
        { (week, last) -> showRecords(week, last) },
        { find<TextView>(R.id.last_none).showOrHide(Failure.text(this, it, R.string.records_unreadable)) },
    )

    private fun showRecords(week: Week, last: List<CallRecord>) {
        // The last answer proves that it works.
        find<TextView>(R.id.state_last).showOrHide(
            last.firstOrNull()?.let { getString(R.string.last_answer, words.time(it.atMillis)) },
        )
        val total = week.total
        find<WeekChart>(R.id.week).apply {
            isVisible = total > 0
            show(week)
        }
        find<TextView>(R.id.week_count).text = when (total) {
            0 -> getString(R.string.week_none)
            else -> resources.getQuantityString(R.plurals.week_count, total, words.count(total.toLong()))
        }
        find<TextView>(R.id.last_none).isVisible = last.isEmpty()
        val rows = find<ViewGroup>(R.id.last)
        rows.removeAllViews()
        for (record in last) {
            val row = layoutInflater.inflate(R.layout.record, rows, false)
            Outcome.fill(row, record, words, words.time(record.atMillis))
            row.setPadding(0, row.paddingTop, 0, row.paddingBottom)
            row.onPress { open(Route.RECORD) { putExtra(Route.RECORD_UID, record.uid) } }
            rows.addView(row)
        }
    }

    private companion object {
        /** Number of calls that are shown. */
        const val LAST = 3
    }
}
