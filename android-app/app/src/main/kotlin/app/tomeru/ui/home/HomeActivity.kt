// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.home

import android.content.Intent
import android.os.Bundle
import android.provider.Settings
import android.view.Gravity
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.GridLayout
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.TextView
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier
import app.tomeru.fault.Ends
import app.tomeru.fault.FaultLog
import app.tomeru.health.HealthCheck
import app.tomeru.health.HealthNotice
import app.tomeru.pass.TimedPass
import app.tomeru.platform.Clock
import app.tomeru.platform.clock
import app.tomeru.protection.Protection
import app.tomeru.record.CallStore
import app.tomeru.record.Recorder
import app.tomeru.record.Week
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.Permissions
import app.tomeru.ui.Screen
import app.tomeru.ui.fill
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

    override fun create(state: Bundle?) {
        if (Setup(this).isDue) {
            open(Route.SETUP)
            return finish()
        }
        setContentView(R.layout.home)
        arrangeTiles()
        arrangeHalves()
        arrangeState()
        onPress(R.id.guide) { open(Route.GUIDE) }
        onPress(R.id.check) { open(Route.CHECK) }
        onPress(R.id.records) { open(Route.RECORDS) }
        onPress(R.id.wait) { open(Route.WAIT) }
        onPress(R.id.settings) { open(Route.SETTINGS) }
        onPress(R.id.limits) { open(Route.LIMITS) }
        onPress(R.id.all_calls) { open(Route.RECORDS) }
        repairs = state == null && intent.action == Route.REPAIR
        onPress(R.id.fault_seen) {
            FaultLog(this).markSeen()
            HealthNotice(this).cancelFaults()
            showFaults(emptyList())
        }
        onPress(R.id.fault_test) { open(Route.SELF_TEST) }
    }

    /** One to a row where letters are large: then its icon stands beside its words. */
    private fun arrangeTiles() {
        val tiles = find<GridLayout>(R.id.tiles)
        tiles.arrange()
        if (tiles.columnCount > 1) return
        for (at in 0 until tiles.childCount) {
            val tile = tiles.getChildAt(at) as Button
            val icon = tile.compoundDrawablesRelative[TOP]
            tile.setCompoundDrawablesRelativeWithIntrinsicBounds(icon, null, null, null)
            tile.gravity = Gravity.START or Gravity.CENTER_VERTICAL
            tile.minHeight = (ROW_DP * resources.displayMetrics.density).toInt()
        }
    }

    /** Where letters are large, the state has the width of its card: nothing beneath it is larger. */
    private fun arrangeState() {
        if (resources.configuration.run { screenWidthDp / fontScale } >= ROOM_FOR_ICON_DP) return
        find<LinearLayout>(R.id.state_head).run {
            orientation = LinearLayout.VERTICAL
            gravity = Gravity.START
        }
        find<View>(R.id.state).layoutParams.width = LinearLayout.LayoutParams.MATCH_PARENT
    }

    /** Where there is room: the state and whom to ask, and beside them where to go from here. */
    private fun arrangeHalves() {
        val wide = resources.configuration.screenWidthDp
        if (wide / resources.configuration.fontScale < ROOM_FOR_HALVES_DP) return
        val dp = resources.displayMetrics.density
        val side = (maxOf(SIDE_DP, (wide - WIDEST_DP) / 2) * dp).toInt()
        val column = find<LinearLayout>(R.id.column)
        column.orientation = LinearLayout.HORIZONTAL
        column.isBaselineAligned = false
        column.setPadding(side, column.paddingTop, side, column.paddingBottom)
        for (at in 0 until column.childCount) {
            val place = LinearLayout.LayoutParams(0, LinearLayout.LayoutParams.WRAP_CONTENT, 1f)
            if (at > 0) place.marginStart = (GAP_DP * dp).toInt()
            column.getChildAt(at).layoutParams = place
        }
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
                // Any app can send the notice's intent: what Android asks about may be asked, nothing is changed.
                if (repairs) protection.repair?.takeIf { it !in CHANGES }?.let(::repair)
                repairs = false
                find<TextView>(R.id.message).showOrHide(protection.remark?.let(::getString))
                showFaults(faults)
            },
            ::sayFailed,
        )
        // What was written before the first unlock belongs here, too.
        Recorder.of(this).settle { main.run(work = ::lookAtRecords) }
    }

    private fun showProtection(protection: Protection) {
        val level = protection.level
        val color = getColor(level.onBox)
        find<View>(R.id.state_card).backgroundTintList = getColorStateList(level.box)
        find<ImageView>(R.id.state_icon).apply {
            setImageResource(level.icon)
            imageTintList = getColorStateList(level.onBox)
        }
        find<TextView>(R.id.state).setText(protection.title)
        find<TextView>(R.id.state_detail).text = protection.said(this)
        for (id in listOf(R.id.state, R.id.state_detail, R.id.limits)) find<TextView>(id).setTextColor(color)
        find<Button>(R.id.limits).compoundDrawableTintList = getColorStateList(level.onBox)
        find<Button>(R.id.repair).apply {
            isVisible = protection.repair != null
            backgroundTintList = getColorStateList(level.onBox)
            setTextColor(getColor(level.box))
            protection.repair?.let { repair ->
                setText(repair.text)
                onYes { repair(repair) }
            }
        }
        // One thing to do comes first.
        find<Button>(R.id.guide).fill(protection.repair == null)
    }

    private fun repair(repair: Protection.Repair) = when (repair) {
        Protection.Repair.CHOOSE_APP -> permissions.askForRole(0)

        Protection.Repair.ALLOW_CONTACTS -> permissions.askForContacts(0)

        Protection.Repair.ALLOW_NOTICES -> permissions.askForNotices(0)

        Protection.Repair.FREE_SPACE -> openElsewhere(Intent(Settings.ACTION_INTERNAL_STORAGE_SETTINGS))

        Protection.Repair.LIFT_RESTRICTION -> openElsewhere(permissions.appPage)

        Protection.Repair.ALLOW_OVERLAY -> openElsewhere(permissions.overlayPage)

        Protection.Repair.RESUME -> change {
            SettingsStore(this).change { it.copy(policy = it.policy.copy(paused = false)) }
        }

        Protection.Repair.END_PASS -> change { TimedPass(applicationContext).end() }
    }

    private fun change(work: () -> Unit) = background.run(work, { look() }, ::sayFailed)

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
        { CallStore.of(this).stoppedSince(Week.beginning(clock.millis)) },
        ::showStopped,
        { find<TextView>(R.id.last_none).showOrHide(Failure.text(this, it, R.string.records_unreadable)) },
    )

    private fun showStopped(stopped: List<CallRecord>) {
        find<TextView>(R.id.last_none).isVisible = false
        val count = words.count(stopped.size.toLong())
        find<TextView>(R.id.week_count).text = when {
            stopped.isEmpty() -> getString(R.string.week_none)
            else -> resources.getQuantityString(R.plurals.widget_week, stopped.size, count)
        }
        val rows = find<ViewGroup>(R.id.last)
        rows.removeAllViews()
        for (record in stopped.take(LAST)) {
            val row = layoutInflater.inflate(R.layout.home_call, rows, false)
            val number = words.number(record).ifEmpty { null }
            val place = words.place(record)
            // Where there is little room, the time has a line of its own.
            if (resources.configuration.run { screenWidthDp / fontScale } < ROOM_FOR_TIME_DP) {
                row.requireViewById<LinearLayout>(R.id.call_head).orientation = LinearLayout.VERTICAL
                row.requireViewById<View>(R.id.where).layoutParams.width = LinearLayout.LayoutParams.MATCH_PARENT
            }
            row.requireViewById<TextView>(R.id.where).text = place ?: words.origin(record.origin)
            row.requireViewById<TextView>(R.id.call_number).showOrHide(number)
            val isToday = Clock.day(record.atMillis) == Clock.day(clock.millis)
            row.requireViewById<TextView>(R.id.time).text =
                if (isToday) words.timeOfDay(record.atMillis) else words.time(record.atMillis)
            row.onPress { open(Route.RECORD) { putExtra(Route.RECORD_UID, record.uid) } }
            rows.addView(row)
        }
    }

    private companion object {
        /** Number of calls that are shown. */
        const val LAST = 2

        /** So wide is a screen on which the state stands beside its icon. */
        const val ROOM_FOR_ICON_DP = 340

        /** So wide is a screen on which a country and a time stand side by side. */
        const val ROOM_FOR_TIME_DP = 360

        /** Place of the drawable above a text. */
        const val TOP = 1
        const val ROW_DP = 72

        /** Two columns of a phone's width; at most so wide are both, with so much beside and between them. */
        const val ROOM_FOR_HALVES_DP = 600
        const val WIDEST_DP = 960
        const val SIDE_DP = 24
        const val GAP_DP = 16

        /** What changes what rings is done by a press here alone. */
        val CHANGES = setOf(Protection.Repair.RESUME, Protection.Repair.END_PASS)
    }
}
