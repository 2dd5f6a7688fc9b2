// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.role.RoleManager
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.provider.Settings
import android.view.View
import android.view.inputmethod.EditorInfo
import android.widget.Button
import android.widget.EditText
import android.widget.RadioGroup
import android.widget.TextView
import app.tomeru.R
import app.tomeru.circumstances.Places
import app.tomeru.circumstances.systemService
import app.tomeru.core.Preset
import app.tomeru.core.Problem
import app.tomeru.core.SettingsException
import app.tomeru.core.StoredSettings
import app.tomeru.core.explain
import app.tomeru.record.FaultLog
import app.tomeru.record.SettingsStore

/** The first screen: is the phone protected, how, and what of a number. */
class HomeActivity : Activity() {
    private val background = Background()
    private val passCard by lazy { PassCard(this, background) }
    private var preset = Preset.STOP

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.home)
        find<Button>(R.id.check).setOnClickListener { check() }
        find<EditText>(R.id.number).setOnEditorActionListener { _, action, _ ->
            (action == EditorInfo.IME_ACTION_SEARCH).also { if (it) check() }
        }
        find<Button>(R.id.fault_seen).setOnClickListener {
            FaultLog(this).markSeen()
            showFault()
        }
        find<Button>(R.id.records).setOnClickListener { startActivity(Intent(this, RecordsActivity::class.java)) }
        find<Button>(R.id.lists).setOnClickListener { startActivity(Intent(this, ListsActivity::class.java)) }
        find<Button>(R.id.overlay_allow).setOnClickListener {
            val page = Uri.fromParts("package", packageName, null)
            startActivity(Intent(Settings.ACTION_MANAGE_OVERLAY_PERMISSION, page))
        }
        showPreset(null)
        background.run({ SettingsStore(this).load() }, ::showSettings, { showCoreMissing() })
    }

    override fun onResume() {
        super.onResume()
        // No broadcast tells when a role or a permission is lost: look whenever the screen is shown.
        showState()
        showFault()
        showPermission()
        find<View>(R.id.overlay).visibility = if (Settings.canDrawOverlays(this)) View.GONE else View.VISIBLE
        passCard.show()
    }

    override fun onDestroy() {
        background.close()
        super.onDestroy()
    }

    override fun onRequestPermissionsResult(code: Int, permissions: Array<String>, results: IntArray) {
        // Android shows no question after two refusals: its own settings page is the only way left.
        val permission = permissions.firstOrNull() ?: return
        if (results.firstOrNull() != PERMISSION_GRANTED && !shouldShowRequestPermissionRationale(permission)) {
            val page = Uri.fromParts("package", packageName, null)
            startActivity(Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, page))
        }
    }

    private fun showState() {
        val roles = systemService<RoleManager>()
        val available = roles.isRoleAvailable(RoleManager.ROLE_CALL_SCREENING)
        val missing = missingPermission()
        val state = when {
            !roles.isRoleHeld(RoleManager.ROLE_CALL_SCREENING) -> State.STOPPED
            missing != null -> State.PARTLY
            else -> State.PROTECTED
        }
        find<TextView>(R.id.state).apply {
            setText(state.text)
            setTextColor(getColor(state.color))
            setCompoundDrawablesRelativeWithIntrinsicBounds(state.icon, 0, 0, 0)
            compoundDrawablesRelative.firstOrNull()?.mutate()?.setTint(getColor(state.color))
        }
        find<TextView>(R.id.state_detail).setText(
            when {
                !available -> R.string.state_no_role
                state == State.STOPPED -> R.string.state_stopped_detail
                missing == READ_CONTACTS -> R.string.state_partly_contacts
                missing == POST_NOTIFICATIONS -> R.string.state_partly_notices
                preset == Preset.WARN -> R.string.state_protected_warn
                else -> R.string.state_protected_stop
            },
        )
        find<Button>(R.id.repair).apply {
            visibility = if (state == State.PROTECTED || !available) View.GONE else View.VISIBLE
            setText(if (state == State.STOPPED) R.string.choose_app else R.string.repair)
            setOnClickListener {
                when (state) {
                    State.STOPPED -> requestRole(roles)
                    else -> missing?.let { requestPermissions(arrayOf(it), 0) }
                }
            }
        }
    }

    private fun requestRole(roles: RoleManager) =
        startActivityForResult(roles.createRequestRoleIntent(RoleManager.ROLE_CALL_SCREENING), 0)

    /** The permission without which protection is only partly there; the reasons stand in the manifest. */
    private fun missingPermission(): String? {
        fun lacks(permission: String) = checkSelfPermission(permission) != PERMISSION_GRANTED
        return when {
            Build.VERSION.SDK_INT == Build.VERSION_CODES.Q && lacks(READ_CONTACTS) -> READ_CONTACTS

            Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU && preset == Preset.WARN &&
                lacks(POST_NOTIFICATIONS) -> POST_NOTIFICATIONS

            else -> null
        }
    }

    private fun showPermission() {
        val missing = missingPermission()
        find<View>(R.id.permission).visibility = if (missing == null) View.GONE else View.VISIBLE
        val contacts = missing == READ_CONTACTS
        find<TextView>(R.id.permission_title).setText(if (contacts) R.string.contacts_title else R.string.notices_title)
        find<TextView>(
            R.id.permission_detail,
        ).setText(if (contacts) R.string.contacts_detail else R.string.notices_detail)
        find<Button>(R.id.permission_allow).setOnClickListener {
            missing?.let { requestPermissions(arrayOf(it), 0) }
        }
    }

    private fun showFault() {
        val entries = FaultLog(this).unseen()
        find<View>(R.id.fault).visibility = if (entries.isEmpty()) View.GONE else View.VISIBLE
        val words = Words(this)
        val rang = entries.filter { it.fault.rang }
        val count = rang.sumOf { it.count }
        find<TextView>(R.id.fault_detail).apply {
            visibility = if (rang.isEmpty()) View.GONE else View.VISIBLE
            val last = rang.maxOfOrNull { it.atMillis } ?: return@apply
            text = resources.getQuantityString(R.plurals.fault_detail, count, count, words.time(last))
        }
        find<TextView>(R.id.fault_cause).text = entries.map { words.fault(it.fault) }.distinct().joinToString("\n")
    }

    private fun showSettings(stored: StoredSettings) {
        preset = stored.settings.policy.preset
        showPreset(
            when (stored.problem) {
                Problem.LAST_GOOD -> R.string.settings_last_good
                Problem.RECOMMENDED -> R.string.settings_recommended
                null -> null
            },
        )
    }

    private fun showPreset(problem: Int?) {
        find<TextView>(R.id.settings_problem).apply {
            visibility = if (problem == null) View.GONE else View.VISIBLE
            problem?.let(::setText)
        }
        find<RadioGroup>(R.id.presets).apply {
            setOnCheckedChangeListener(null)
            check(if (preset == Preset.WARN) R.id.preset_warn else R.id.preset_stop)
            setOnCheckedChangeListener { _, id -> choose(if (id == R.id.preset_warn) Preset.WARN else Preset.STOP) }
        }
        showState()
        showPermission()
    }

    private fun choose(chosen: Preset) {
        val before = preset
        preset = chosen
        showPreset(null)
        background.run(
            { SettingsStore(this).change { it.copy(policy = it.policy.copy(preset = chosen)) } },
            {},
            { fault ->
                preset = before
                if (fault is SettingsException) showPreset(R.string.settings_not_saved) else showCoreMissing()
            },
        )
    }

    private fun showCoreMissing() = showPreset(R.string.core_missing)

    private fun check() {
        val number = find<EditText>(R.id.number).text.toString()
        val explanation = find<TextView>(R.id.explanation)
        explanation.visibility = View.VISIBLE
        if (number.isBlank()) {
            explanation.setText(R.string.check_empty)
            return
        }
        val home = Places.of(this).home
        background.run(
            { Words(this).explanation(explain(number, SettingsStore(this).load().settings.policy, home), home) },
            { explanation.text = it },
            { explanation.setText(R.string.core_missing) },
        )
    }

    private enum class State(val text: Int, val color: Int, val icon: Int) {
        PROTECTED(R.string.state_protected, R.color.protected_, R.drawable.ic_shield),
        PARTLY(R.string.state_partly, R.color.partly, R.drawable.ic_triangle),
        STOPPED(R.string.state_stopped, R.color.stopped, R.drawable.ic_stopped),
    }
}
