// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.aftercall

import android.content.Intent
import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Fault
import app.tomeru.core.Origin
import app.tomeru.fault.Barrier
import app.tomeru.hooks.Hook
import app.tomeru.hooks.Hooks
import app.tomeru.notice.Notices
import app.tomeru.route.Route
import app.tomeru.ui.NumberActions
import app.tomeru.ui.Screen
import app.tomeru.ui.guide.Guide
import app.tomeru.ui.guide.TopicCards
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.onPress
import app.tomeru.views.showLists
import app.tomeru.views.showOrHide
import app.tomeru.words.isForged

/**
 * After a call that the user was warned about was answered (Android 11 and later): what was it about, and what to do
 * now? It stays invisible until that is known, and after an ordinary call altogether.
 */
class AfterCallActivity : Screen() {
    private var question: Question? = null

    override fun create(state: Bundle?) {
        question = state?.getString(QUESTION)?.let { name -> Question.entries.find { it.name == name } }
        look()
        if (state == null) told()
    }

    /** It was left open after an earlier call. */
    override fun openedAgain() {
        question = null
        setContentView(View(this))
        look()
        told()
    }

    private fun told() {
        Barrier.run(null) { Hooks(this).fired(Hook.POST_CALL) }
    }

    private fun look() {
        val asked = intent
        // Before anything else: the warning must not outlive the call.
        Barrier.run(Fault.NOTICE_FAILED) { Notices(applicationContext).ended(AfterCall.number(asked)) }
        // What is learned of an earlier call says nothing of a later one.
        val ifLast = { act: () -> Unit -> if (intent === asked) act() }
        background.run(
            { AfterCall.of(this, asked) },
            { record -> ifLast { if (record == null) finish() else show(record) } },
            { ifLast(::finish) },
        )
    }

    override fun save(state: Bundle) {
        state.putString(QUESTION, question?.name)
    }

    private fun show(record: CallRecord) {
        window.setBackgroundDrawableResource(R.color.background)
        showColumn(R.string.after_title, R.layout.after_call)
        // An area would make a number that may be forged look the more trustworthy.
        val country = if (record.origin == Origin.INTERNATIONAL) words.country(record) else null
        find<TextView>(R.id.where).showOrHide(country)
        find<TextView>(R.id.call_number).showOrHide(words.number(record).ifEmpty { null })
        val buttons = find<ViewGroup>(R.id.topics)
        for (question in Question.entries) {
            val button = layoutInflater.inflate(R.layout.guide_button, buttons, false) as Button
            button.setText(question.text)
            button.onPress { choose(question) }
            buttons.addView(button)
        }
        onPress(R.id.paid) {
            // In the task that Recents shows: between its steps the person speaks with others.
            open(Route.PAID) {
                putExtra(Route.RECORD_UID, record.uid)
                addFlags(Intent.FLAG_ACTIVITY_NEW_TASK or Intent.FLAG_ACTIVITY_CLEAR_TOP)
            }
        }
        onPress(R.id.done) { finish() }
        NumberActions(this, background).show(
            record.key,
            record.origin.isForged,
            record.home,
            offersToAllow = false,
        )
        question?.let(::choose)
    }

    private fun choose(question: Question) {
        this.question = question
        find<View>(R.id.asking).isVisible = false
        find<View>(R.id.advising).isVisible = true
        find<View>(R.id.after_advice).isVisible = true
        find<View>(R.id.title).isVisible = false
        setTitle(question.heading)
        find<TextView>(R.id.advice_title).setText(question.heading)
        find<TextView>(R.id.advice_why).setText(question.advice)
        find<TextView>(R.id.advice_what_to_do).showLists(getText(R.string.after_what_to_do))
        // How it goes on, from whoever was told so before.
        TopicCards(this).fill(find(R.id.scripts), Guide.scripts(this, question.name))
    }

    private companion object {
        const val QUESTION = "question"
    }
}
