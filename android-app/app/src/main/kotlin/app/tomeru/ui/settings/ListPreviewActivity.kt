// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.content.Intent
import android.os.Bundle
import android.text.format.Formatter
import android.view.View
import android.widget.TextView
import app.tomeru.R
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.Action
import app.tomeru.core.ListChoice
import app.tomeru.core.NumberList
import app.tomeru.core.SettingsException
import app.tomeru.platform.clock
import app.tomeru.platform.core
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.Screen
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.say
import java.io.IOException
import java.text.NumberFormat

/**
 * Shows what a file of numbers holds, and makes a list of it if the person agrees. Any app may open it: nothing counts
 * before the person says yes.
 */
class ListPreviewActivity : Screen() {
    private val listWords by lazy { ListWords(this, words) }
    private val cards by lazy { ListCards(this, words, listWords) }
    private val file by lazy { ListFile(applicationContext, ::showProgress) }

    /** The region that numbers in national form belong to, if the person said so. */
    private var home: String? = null

    /** The list that was made: its id and when, in seconds since 1970. */
    private var imported: Pair<UInt, Long>? = null

    /** When the import began that nobody has heard of yet, in seconds since 1970. */
    private var importing: Long? = null
    private var isGone = false
    private var lastStep = 0L

    override fun create(state: Bundle?) {
        showColumn(R.string.lists_preview_title, R.layout.list_preview)
        onPress(R.id.leave) { finish() }
        home = state?.getString(HOME)
        imported = state?.id(IMPORTED)?.let { it to state.getLong(IMPORTED_AT) }
        if (imported != null) return showDone(state?.getString(SAID).orEmpty())
        say(getString(R.string.lists_busy))
        val chosen = state?.getStringArrayList(CHOSEN).orEmpty().toSet()
        val action = state?.getString(ACTION)?.let(Action::valueOf)
        val look = { read(chosen, action) { file.take(intent) } }
        val began = state?.getLong(IMPORTING, NEVER)?.takeIf { it != NEVER } ?: return look()
        // The screen was made anew while its import was under way, which goes on.
        background.run(
            { SettingsStore(this).exclusively { core.lastImport(it) }?.list?.takeIf { it.importedAt == began } },
            { list -> if (list == null) look() else done(list) },
            ::sayFailed,
        )
    }

    override fun save(state: Bundle) {
        state.putString(HOME, home)
        imported?.let { (id, at) ->
            state.putInt(IMPORTED, id.toInt())
            state.putLong(IMPORTED_AT, at)
        }
        state.putLong(IMPORTING, importing ?: NEVER)
        state.putString(SAID, find<TextView>(R.id.message).text.toString())
        if (find<View>(R.id.choice).isVisible) {
            state.putString(ACTION, cards.action.name)
            state.putStringArrayList(CHOSEN, cards.chosen.let { (dangerous, begun) -> ArrayList(dangerous + begun) })
        }
    }

    override fun end() {
        isGone = true
        file.forget()
    }

    /** Says how far the copy is, in tenths or in megabytes: a screen reader reads out each. */
    private fun showProgress(copied: Long, length: Long?) {
        val step = if (length == null) copied / MEGABYTE else TENTHS * copied.coerceAtMost(length) / length
        if (step == lastStep) return
        lastStep = step
        val part = if (length == null) {
            Formatter.formatShortFileSize(this, copied)
        } else {
            NumberFormat.getPercentInstance().format(step.toDouble() / TENTHS)
        }
        main.run { if (!isGone) say(getString(R.string.lists_busy_part, part)) }
    }

    /** The list whose place it takes: nobody but the app's own screens says so; other apps come in by an alias. */
    private val replaces: UInt?
        get() = intent.extras?.id(Route.REPLACES)?.takeIf { intent.component?.className == javaClass.name }

    /** Looks into the file after [before]. */
    private fun read(chosen: Set<String>, action: Action?, before: () -> Unit = {}) = background.run(
        {
            before()
            ListPreview.of(this, file, home ?: PhonePlaces(this).now().home, replaces)
        },
        { show(it, chosen, action ?: it.replaced?.action ?: Action.REJECT) },
        { fault -> if (isOfFile(fault)) sayNotRead() else sayFailed(fault) },
    )

    private fun isOfFile(fault: Throwable) = fault is IOException || fault is SettingsException.Write

    private fun sayNotRead() {
        find<View>(R.id.leave).isVisible = false
        say(listOf(R.string.lists_not_read, R.string.lists_unchanged).joinToString("\n", transform = ::getString))
    }

    private fun show(preview: ListPreview, chosen: Set<String>, action: Action) {
        cards.hide()
        cards.showLeft(preview)
        val hint = preview.report.hint.takeIf { home == null }
        if (hint != null) showHint(hint, action)
        val refused = listWords.refused(preview.report)
        val title = if (refused == null) R.string.lists_preview_title else R.string.lists_refused
        find<TextView>(R.id.title).setText(title)
        // There is nothing to cancel.
        find<View>(R.id.leave).isVisible = refused == null
        if (refused != null) {
            if (hint == null) file.forget()
            return say(refused)
        }
        find<View>(R.id.message).isVisible = false
        cards.action = action
        cards.show(preview, file.name, chosen)
        onYes(R.id.take) { import(preview) }
    }

    /** The file speaks for [region]: its numbers may be read as that region's. */
    private fun showHint(region: String, action: Action) {
        val country = words.country(region, more = false, code = null) ?: return
        find<TextView>(R.id.hint).text = getString(R.string.lists_hint, country)
        find<TextView>(R.id.read_as).text = getString(R.string.lists_read_as, country)
        find<View>(R.id.hint_card).isVisible = true
        onPress(R.id.read_as) {
            home = region
            read(emptySet(), action)
        }
    }

    private fun import(preview: ListPreview) {
        val others = listOf(R.id.take, R.id.leave, R.id.hint_card).map { find<View>(it) }.filter { it.isVisible }
        others.forEach { it.isVisible = false }
        say(getString(R.string.lists_busy))
        val (dangerous, begun) = cards.chosen
        val now = clock.seconds
        importing = now
        val name = file.name.ifEmpty { getString(R.string.lists_title) }
        val choice = ListChoice(name, cards.action, preview.replaced?.id, dangerous, begun)
        background.run(
            { SettingsStore(this).exclusively { core.importList(it, preview.source, choice, now) } },
            ::done,
            { fault ->
                importing = null
                others.forEach { it.isVisible = true }
                // What is in force has changed since it was shown.
                if (fault is SettingsException.Refused) {
                    read(
                        (dangerous + begun).toSet(),
                        choice.action,
                    )
                } else {
                    sayFailed(fault)
                }
            },
        )
    }

    private fun done(list: NumberList) {
        importing = null
        imported = list.id to list.importedAt
        file.forget()
        showDone(listWords.quantity(R.plurals.lists_imported, list.count.toLong()))
    }

    /** The list is in force: it can be undone at once. */
    private fun showDone(said: String) {
        cards.hide()
        say(said)
        find<View>(R.id.undo).isVisible = true
        onPress(R.id.undo, ::undo)
        find<TextView>(R.id.leave).setText(R.string.lists_title)
        find<View>(R.id.leave).isVisible = true
        onPress(R.id.leave) {
            open(Route.LISTS) { addFlags(Intent.FLAG_ACTIVITY_CLEAR_TOP) }
            finish()
        }
    }

    private fun undo() {
        val (id, at) = imported ?: return
        background.run(
            { SettingsStore(this).exclusively { core.undoImport(it, id, at) } },
            { undone ->
                find<View>(R.id.undo).isVisible = false
                say(getString(if (undone) R.string.lists_undone else R.string.lists_not_undone))
            },
            ::sayFailed,
        )
    }

    private fun Bundle.id(key: String): UInt? = getInt(key, -1).takeIf { it >= 0 }?.toUInt()

    private companion object {
        const val HOME = "home"
        const val IMPORTED = "imported"
        const val IMPORTED_AT = "imported-at"
        const val IMPORTING = "importing"
        const val NEVER = -1L
        const val SAID = "said"
        const val ACTION = "action"
        const val CHOSEN = "chosen"
        const val TENTHS = 10L
        const val MEGABYTE = 1024L * 1024
    }
}
