// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.app.AlertDialog
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.provider.Settings.ACTION_APP_LOCALE_SETTINGS
import android.provider.Settings.canDrawOverlays
import android.view.View
import android.widget.RadioGroup
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Kind
import app.tomeru.core.Policy
import app.tomeru.core.Preset
import app.tomeru.core.Settings
import app.tomeru.help.FamilyNumber
import app.tomeru.platform.core
import app.tomeru.protection.Grants
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.settings.choosing
import app.tomeru.settings.hasOwnWay
import app.tomeru.ui.Permissions
import app.tomeru.ui.Screen
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onChoice
import app.tomeru.views.onYes
import app.tomeru.words.othersText

/**
 * What the user can choose: on the first page what matters, and what leads to the other pages, which are this screen with
 * the intent's extra [PAGE].
 */
class SettingsActivity : Screen() {
    private val page by lazy { Page.entries.getOrElse(intent.getIntExtra(PAGE, 0)) { Page.FIRST } }
    private val rows by lazy { SettingRows(this) }
    private val backup by lazy { BackupFile(this, background) }
    private val voice by lazy { VoiceChoice(this) }
    private val permissions by lazy { Permissions(this) }
    private val guard by lazy { OutgoingGuard(this) }

    /** What the first page shows. */
    private var inForce: Policy? = null

    override fun create(state: Bundle?) {
        showColumn(page.title, R.layout.settings)
        if (page == Page.FIRST) showColumns()
    }

    override fun resume() {
        load()
    }

    override fun result(request: Int, result: Int, data: Intent?) {
        backup.onResult(request, result, data)
        guard.onResult(request, ::show, ::openElsewhere)
    }

    override fun answered(asked: Array<String>, results: IntArray) =
        guard.answered(asked, results)

    private fun load() = background.run({ SettingsStore(this).load().settings }, ::show, ::sayFailed)

    private fun change(change: (SettingsStore) -> Settings) = background.run(
        { change(SettingsStore(this)) },
        ::show,
        { fault ->
            // What was pressed is not what is in force.
            inForce?.let(::showPreset)
            sayFailed(fault)
        },
    )

    private fun show(settings: Settings) {
        if (page == Page.FIRST) {
            find<View>(R.id.first).isVisible = true
            showPreset(settings.policy)
            inForce = settings.policy
            rows.begin(find(R.id.controls))
            showControls(settings)
        }
        rows.begin(find(R.id.rows))
        when (page) {
            Page.FIRST -> showPages()
            Page.NUMBERS -> showNumbers(settings)
            Page.KINDS -> showKinds(settings)
            Page.RECORDS -> showRecords(settings)
            Page.APP -> showApp()
        }
    }

    private fun showControls(settings: Settings) {
        val isLarge = canDrawOverlays(this)
        val overlay = if (isLarge) R.string.overlay_on else R.string.overlay_off
        // From Android 11 on, the system's page is a list of all apps.
        rows.add(R.string.overlay_title, getString(overlay), if (isLarge) null else R.string.overlay_detail) {
            // Whoever takes it back here does not miss it; whoever lost it may not find it there.
            if (canDrawOverlays(this)) Grants(this).forget(Grants.Grant.OVERLAY)
            openElsewhere(permissions.overlayPage)
        }
        val texts = listOf(R.string.pause_off, R.string.pause_on).map(::getString)
        val paused = if (settings.policy.paused) 1 else 0
        rows.add(R.string.pause_title, texts[paused], R.string.pause_detail) {
            choose(getString(R.string.pause_title), texts, paused) { index ->
                change { store -> store.change { it.copy(policy = it.policy.copy(paused = index == 1)) } }
            }
        }
    }

    private fun showPages() {
        rows.add(R.string.countries_title, null, null) { open(Route.COUNTRIES) }
        leadTo(Page.NUMBERS)
        leadTo(Page.KINDS)
        val family = FamilyNumber(this).person
        rows.add(
            R.string.family_number_title,
            family?.let { othersText(it.name.ifEmpty { words.grouped(it.number) }) }
                ?: getString(R.string.family_number_none),
            null,
        ) { open(Route.FAMILY_NUMBER) }
        rows.add(R.string.family_title, null, null) { open(Route.FAMILY) }
        leadTo(Page.RECORDS)
        leadTo(Page.APP)
    }

    private fun leadTo(page: Page) = rows.add(page.title, null, null) {
        open(Route.SETTINGS) { putExtra(PAGE, page.ordinal) }
    }

    private fun showNumbers(settings: Settings) {
        rows.add(R.string.own_title, null, R.string.own_short) { open(Route.OWN_NUMBERS) }
        rows.add(R.string.lists_title, null, R.string.lists_short) { open(Route.LISTS) }
        number(
            R.string.dialled_title,
            R.string.dialled_detail,
            DIALLED_DAYS,
            settings.policy.dialledDays,
            rows::days,
        ) { days ->
            change { store -> store.change { it.copy(policy = it.policy.copy(dialledDays = days)) } }
        }
        number(
            R.string.emergency_title,
            R.string.emergency_detail,
            EMERGENCY_MINUTES,
            settings.policy.emergencyMinutes,
            rows::hours,
        ) { minutes ->
            change { store -> store.change { it.copy(policy = it.policy.copy(emergencyMinutes = minutes)) } }
        }
        if (guard.isAvailable) {
            val chosen = if (guard.isOn) R.string.guard_on else R.string.guard_off
            rows.add(R.string.guard_title, getString(chosen), R.string.guard_detail) {
                guard.press(::show, ::openElsewhere)
            }
        }
    }

    private fun showKinds(settings: Settings) {
        rows.section(R.string.settings_hidden)
        kind(settings, R.string.kind_hidden_restricted, R.string.kind_hidden_restricted_detail, Kind.HIDDEN_RESTRICTED)
        kind(settings, R.string.kind_hidden_payphone, R.string.kind_hidden_payphone_detail, Kind.HIDDEN_PAYPHONE)
        kind(settings, R.string.kind_hidden_unknown, R.string.kind_hidden_unknown_detail, Kind.HIDDEN_UNKNOWN)
        rows.section(R.string.settings_forged)
        kind(
            settings,
            R.string.kind_forged,
            R.string.kind_forged_detail,
            Kind.DISGUISED_DOMESTIC,
            Kind.UNASSIGNED,
            Kind.IMPOSSIBLE,
        )
        kind(settings, R.string.kind_police_shown, R.string.kind_police_shown_detail, Kind.POLICE_SHOWN)
        kind(settings, R.string.kind_emergency_shown, R.string.kind_emergency_shown_detail, Kind.EMERGENCY_SHOWN)
        rows.section(R.string.settings_rare)
        kind(settings, R.string.kind_global_service, R.string.kind_global_service_detail, Kind.GLOBAL_SERVICE)
        kind(settings, R.string.kind_domestic_premium, R.string.kind_domestic_premium_detail, Kind.DOMESTIC_PREMIUM)
        kind(settings, R.string.kind_domestic_unknown, R.string.kind_domestic_unknown_detail, Kind.DOMESTIC_UNKNOWN)
        kind(settings, R.string.kind_unreadable, R.string.kind_unreadable_detail, Kind.UNREADABLE)
    }

    private fun showRecords(settings: Settings) {
        number(R.string.records_keep, null, RETENTION_DAYS, settings.retentionDays, rows::kept) { days ->
            change { store -> store.change { it.copy(retentionDays = days) } }
        }
        rows.add(R.string.backup_write, null, R.string.backup_write_detail, backup::askWhereTo)
        rows.add(R.string.backup_read, null, R.string.backup_read_detail, backup::askWhereFrom)
    }

    private fun showApp() {
        rows.add(R.string.voice_title, voice.chosen(), R.string.voice_detail) { voice.press(::openElsewhere, ::load) }
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            val page = Uri.fromParts("package", packageName, null)
            rows.add(R.string.language_title, getString(R.string.language), R.string.language_detail) {
                openElsewhere(Intent(ACTION_APP_LOCALE_SETTINGS, page))
            }
        }
        rows.add(R.string.ways_title, null, R.string.ways_detail) { open(Route.WAYS) }
        rows.add(R.string.self_test_title, null, R.string.self_test_detail) { open(Route.SELF_TEST) }
        rows.add(R.string.about_title, null, R.string.about_row) { open(Route.ABOUT) }
    }

    private fun showPreset(policy: Policy) {
        val preset = policy.preset
        val detail = if (preset == Preset.KNOWN) R.string.preset_known_detail else R.string.preset_detail
        find<TextView>(R.id.preset_detail).setText(detail)
        find<View>(R.id.preset_detail).isVisible = !policy.hasOwnWay
        find<RadioGroup>(R.id.presets).run {
            onChoice(null)
            // A family code can say something else of international calls, for which there is no row: then no preset is
            // in force, and whichever is chosen comes into force.
            if (policy.hasOwnWay) clearCheck() else check(button(preset))
            onChoice { id -> choosePreset(policy, Preset.entries.first { button(it) == id }) }
        }
    }

    private fun button(preset: Preset) = when (preset) {
        Preset.STOP -> R.id.preset_stop
        Preset.WARN -> R.id.preset_warn
        Preset.KNOWN -> R.id.preset_known
    }

    private fun choosePreset(now: Policy, chosen: Preset) {
        if (chosen != Preset.KNOWN) return take(chosen)
        // It stays as it was until the person has read what it costs.
        showPreset(now)
        show(
            AlertDialog.Builder(this)
                .setTitle(R.string.preset_known_ask)
                .setMessage(R.string.preset_known_cost)
                .onYes(R.string.preset_known_yes) { take(chosen) }
                .setNegativeButton(R.string.cancel, null),
        )
    }

    private fun take(preset: Preset) = change { store ->
        store.change { it.copy(policy = it.policy.choosing(preset)) }
    }

    /** A row for what happens to calls of [kinds], which are treated alike. */
    private fun kind(settings: Settings, name: Int, detail: Int, vararg kinds: Kind) {
        val choices = KindChoices.of(core, kinds.first(), settings.policy)
        rows.add(name, words.action(choices.chosen), detail) {
            choose(getString(name), choices.all.map(words::action), choices.all.indexOf(choices.chosen)) { index ->
                change { store -> kinds.map { store.setKind(it, choices.all[index]) }.last() }
            }
        }
    }

    private fun number(
        name: Int,
        detail: Int?,
        choices: List<UShort>,
        now: UShort,
        text: (Int) -> String,
        take: (UShort) -> Unit,
    ) = rows.add(name, text(now.toInt()), detail) {
        // A value from a file may not be among those offered.
        val all = (choices + now).distinct()
        choose(getString(name), all.map { text(it.toInt()) }, all.indexOf(now)) { take(all[it]) }
    }

    /** The pages, and what each is called. */
    private enum class Page(val title: Int) {
        FIRST(R.string.settings_title),
        NUMBERS(R.string.settings_numbers),
        KINDS(R.string.settings_kinds),
        RECORDS(R.string.settings_records),
        APP(R.string.settings_app),
    }

    internal companion object {
        /** Which page, by its place among them; without, the first. */
        const val PAGE: String = "page"
        private val DIALLED_DAYS: List<UShort> = listOf(0u, 7u, 30u, 90u, 365u)
        private val RETENTION_DAYS: List<UShort> = listOf(30u, 90u, 365u, 0u)
        private val EMERGENCY_MINUTES: List<UShort> = listOf(0u, 60u, 120u, 360u, 1440u)
    }
}
