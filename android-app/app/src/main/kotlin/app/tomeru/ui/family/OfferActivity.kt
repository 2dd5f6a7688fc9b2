// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.family

import android.content.ContentResolver
import android.content.Intent
import android.os.Bundle
import android.text.SpannableStringBuilder
import android.text.style.RelativeSizeSpan
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.circumstances.PhonePlaces
import app.tomeru.core.Changes
import app.tomeru.core.FamilyCode
import app.tomeru.core.OfferException
import app.tomeru.core.Preset
import app.tomeru.core.Settings
import app.tomeru.platform.core
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.ui.Outcome
import app.tomeru.ui.Screen
import app.tomeru.ui.TextFiles
import app.tomeru.ui.fill
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.mark
import app.tomeru.views.say
import app.tomeru.views.showLists
import app.tomeru.views.showOrHide
import java.io.IOException

/** Shows settings that came from elsewhere and applies them if the user agrees. Any app may open it. */
class OfferActivity : Screen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.offer_title, R.layout.offer)
        onPress(R.id.leave) { finish() }
        background.run({ read() }, ::show, ::sayWhy)
    }

    /** What would be in force, what it changes, and the text that says so. */
    private class Offer(
        val text: String,
        val settings: Settings,
        val changes: Changes,
        val home: String,
        val now: Preset,
    )

    /** Another change came between; nothing was applied. */
    private class Changed : Exception()

    private fun read(): Offer {
        val text = text(intent)
        val now = SettingsStore(this).load().settings
        val offered = core.offerOf(text, now)
        val home = PhonePlaces(this).now().home
        return Offer(text, offered, core.changesOf(now, offered, home), home, now.policy.preset)
    }

    private fun text(intent: Intent): String {
        val uri = intent.data
        val text = when {
            uri == null -> intent.getStringExtra(Intent.EXTRA_TEXT).orEmpty()
            uri.scheme == ContentResolver.SCHEME_CONTENT -> TextFiles.read(this, uri)
            else -> uri.toString()
        }
        // A message has words around the code.
        return FamilyCode.find(text) ?: text
    }

    private fun show(offer: Offer) {
        val policy = offer.settings.policy
        val consent = Consent(this, offer.home, offer.now)
        val milder = consent.milder(offer.changes)
        val sections = consent.sections(offer.changes)
        find<TextView>(R.id.compared).setText(
            if (sections.isEmpty() && milder.isEmpty()) R.string.consent_same else R.string.consent_compared,
        )
        fill(R.id.milder, milder) { changes, which -> add(changes, which) }
        fill(R.id.changes, sections) { changes, section -> add(changes, section) }
        find<View>(R.id.changed).isVisible = sections.isNotEmpty() || milder.isEmpty()
        val summary = Summary(this)
        find<TextView>(R.id.summary).text = summary.of(policy).joinToString("\n")
        val weaker = summary.weaker(policy).joinToString(getString(R.string.list_separator))
        find<TextView>(R.id.weaker).showOrHide(if (weaker.isEmpty()) null else getString(R.string.offer_weaker, weaker))
        val isWeaker = milder.isNotEmpty() || weaker.isNotEmpty()
        find<View>(R.id.weakening).isVisible = isWeaker
        val keeps = if (FamilyCode.matches(offer.text)) R.string.offer_keeps_numbers else R.string.offer_keeps_lists
        find<TextView>(R.id.offer_keeps).setText(keeps)
        find<View>(R.id.offered).isVisible = true
        find<View>(R.id.take).isVisible = true
        lead(if (isWeaker) R.id.leave else R.id.take)
        onYes(R.id.take) { take(offer) }
    }

    private fun <T> fill(id: Int, all: List<T>, add: (ViewGroup, T) -> Unit) {
        val views = find<ViewGroup>(id)
        views.removeAllViews()
        all.forEach { add(views, it) }
    }

    /** The answer [first] is the one that is filled and stands above. */
    private fun lead(first: Int) {
        val answers = find<ViewGroup>(R.id.answers)
        val (take, leave) = listOf(R.id.take, R.id.leave).map { find<Button>(it) }
        for (button in listOf(take, leave)) {
            button.fill(button.id == first)
            answers.removeView(button)
            answers.addView(button, if (button.id == first) 0 else answers.childCount)
        }
    }

    private fun add(changes: ViewGroup, milder: Consent.Milder) {
        val view = layoutInflater.inflate(R.layout.changed, changes, false)
        view.requireViewById<TextView>(R.id.detail)
            .showLists(milder.which.joinToString("\n") { getString(R.string.consent_line, it) })
        view.requireViewById<TextView>(R.id.outcome).text = milder.fromTo
        changes.addView(view)
    }

    private fun add(changes: ViewGroup, section: Consent.Section) {
        val view = layoutInflater.inflate(R.layout.change, changes, false)
        val title = view.requireViewById<TextView>(R.id.outcome)
        title.text = section.title
        section.outcome?.let { title.mark(section.title, it.icon, color(it)) }
        val detail = view.requireViewById<TextView>(R.id.detail)
        detail.showLists(whole(detail, section.lines.map { getString(R.string.consent_line, it) }))
        changes.addView(view)
    }

    /** [lines], smaller where a number would be wider than [view] on this screen: no number is broken. */
    private fun whole(view: TextView, lines: List<String>): CharSequence {
        val beside = resources.getDimensionPixelSize(R.dimen.side) + PADDING_DP * resources.displayMetrics.density
        // A line that goes on stands behind its sign.
        val sign = view.paint.measureText(getString(R.string.consent_line, ""))
        val room = resources.displayMetrics.widthPixels - 2 * beside - sign
        val text = SpannableStringBuilder()
        for (line in lines) {
            if (text.isNotEmpty()) text.append("\n")
            val begin = text.length
            text.append(line)
            val numbers = line.split(' ', '（', '(').filter { part -> part.count(Char::isDigit) > 2 }
            val share = room / (numbers.maxOfOrNull(view.paint::measureText) ?: continue)
            if (share < 1) text.setSpan(RelativeSizeSpan(share * ALMOST), begin, text.length, 0)
        }
        return text
    }

    /** That more rings is no reason to feel safe, as it is of a call that rang. */
    private fun color(outcome: Outcome) = if (outcome == Outcome.RANG) R.color.partly else outcome.color

    /** Reads the offer again: what is in force may have changed since it was shown, and then it is shown anew. */
    private fun take(offer: Offer) = background.run(
        {
            SettingsStore(this).change { now ->
                core.offerOf(offer.text, now).also {
                    if (core.changesOf(now, it, offer.home) != offer.changes) throw Changed()
                }
            }
        },
        {
            find<View>(R.id.take).isVisible = false
            lead(R.id.leave)
            say(getString(R.string.offer_taken))
            find<TextView>(R.id.leave).setText(R.string.setup_home)
            onPress(R.id.leave) {
                open(Route.HOME) { addFlags(Intent.FLAG_ACTIVITY_CLEAR_TOP) }
                finish()
            }
        },
        { fault ->
            if (fault is Changed) {
                say(getString(R.string.consent_again))
                background.run(::read, ::show, ::sayWhy)
            } else {
                sayFailed(fault)
            }
        },
    )

    private fun sayWhy(fault: Throwable) {
        // There is nothing to ask about.
        find<TextView>(R.id.title).setText(R.string.offer_refused)
        find<Button>(R.id.leave).setText(R.string.notice_close)
        when (fault) {
            is OfferException.Newer -> say(getString(R.string.offer_newer))
            is OfferException.Broken -> say(getString(R.string.offer_broken))
            is OfferException.TooWide -> say(getString(R.string.offer_too_wide, fault.beginning.removeSuffix("*")))
            is IOException, is SecurityException -> say(getString(R.string.lists_not_read))
            else -> sayFailed(fault)
        }
    }

    private companion object {
        /** Of a card. */
        const val PADDING_DP = 20

        /** Letters grow by whole pixels. */
        const val ALMOST = 0.98f
    }
}
