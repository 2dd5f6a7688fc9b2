// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.setup

import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.view.View
import android.widget.Button
import android.widget.TextView
import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher
import app.tomeru.R
import app.tomeru.call.CallRecord
import app.tomeru.core.Preset
import app.tomeru.health.TestCall
import app.tomeru.notice.Rehearsal
import app.tomeru.route.Route
import app.tomeru.settings.SettingsStore
import app.tomeru.settings.choosing
import app.tomeru.ui.Outcome
import app.tomeru.ui.Permissions
import app.tomeru.ui.Practice
import app.tomeru.ui.Screen
import app.tomeru.ui.setup.Setup.Step
import app.tomeru.views.find
import app.tomeru.views.guarded
import app.tomeru.views.isVisible
import app.tomeru.views.say

/** Guides through the first start, one sentence and one large button at a time. Refusing anything moves on. */
class SetupActivity : Screen() {
    private val setup by lazy { Setup(this) }
    private val look by lazy { SetupLook(this, setup) }
    private val permissions by lazy { Permissions(this) }

    /** An `OnBackInvokedCallback`, a type that Android 10 does not know. */
    private var backCallback: Any? = null

    override fun create(state: Bundle?) {
        showColumn(R.string.app_name, R.layout.setup)
        // The progress takes the title's place.
        find<View>(R.id.title).isVisible = false
        showColumns()
        look.pinButtons()
        onPress(R.id.back) { go(-1) }
        onPress(R.id.setup_limits) { open(Route.LIMITS) }
        show()
    }

    /** The system's back gesture leads to the previous step, like the visible button; from the first step it leaves. */
    private fun listenForBack(listen: Boolean) {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return
        val dispatcher = onBackInvokedDispatcher
        backCallback?.let { dispatcher.unregisterOnBackInvokedCallback(it as OnBackInvokedCallback) }
        backCallback = if (listen) OnBackInvokedCallback { guarded { go(-1) } } else null
        backCallback?.let {
            dispatcher.registerOnBackInvokedCallback(
                OnBackInvokedDispatcher.PRIORITY_DEFAULT,
                it as OnBackInvokedCallback,
            )
        }
    }

    @Deprecated("Android 13 and later use the dispatcher")
    override fun onBackPressed() {
        guarded { go(-1) }
    }

    override fun result(request: Int, result: Int, data: Intent?) {
        if (setup.isDone(Step.ROLE)) return go(1)
        val before = permissions.isRolePageLeft
        permissions.roleRefused()
        show()
        if (permissions.isRolePageLeft == before) say(getString(R.string.setup_not_chosen))
    }

    override fun answered(asked: Array<String>, results: IntArray) {
        permissions.answered(asked, results)
        if (setup.isDone(setup.current)) go(1) else say(getString(R.string.setup_not_allowed))
    }

    override fun resume() {
        // What was asked for may have been allowed in the phone's own settings.
        if (setup.isDone(setup.current)) go(1)
    }

    private fun go(by: Int) {
        val steps = setup.steps
        var next = steps.indexOf(setup.current) + by
        while (next in steps.indices && setup.isDone(steps[next])) next += by
        if (next < 0) return finish()
        setup.current = steps[next.coerceAtMost(steps.lastIndex)]
        show()
    }

    private fun show() {
        val step = setup.current
        find<View>(R.id.message).isVisible = false
        find<View>(R.id.setup_call).isVisible = false
        find<View>(R.id.setup_rehearse).isVisible = false
        find<View>(R.id.setup_limits).isVisible = step == Step.ROLE
        find<View>(R.id.setup_others).isVisible = step == Step.ROLE
        find<View>(R.id.setup_number).isVisible = step == Step.SUSPENSION
        find<View>(R.id.setup_number_detail).isVisible = step == Step.SUSPENSION
        val isFirst = step == setup.steps.first()
        // There is nothing to go back to; the system's own way leaves.
        find<View>(R.id.back).isVisible = !isFirst
        listenForBack(!isFirst)
        look.show(step)
        if (step == Step.ROLE) showOthers()
        when (step) {
            Step.PURPOSE -> page(R.string.setup_purpose, R.string.setup_purpose_detail, R.string.setup_begin, null) {
                go(1)
            }

            Step.PRESET -> page(
                R.string.setup_preset,
                R.string.setup_preset_detail,
                R.string.preset_stop,
                R.string.preset_warn,
                { take(Preset.WARN) },
            ) { take(Preset.STOP) }

            Step.NOTICES -> page(
                R.string.setup_notices,
                R.string.notices_detail,
                R.string.allow_permission,
                R.string.later,
            ) {
                permissions.askForNotices(0)
            }

            Step.OVERLAY -> showOverlay()

            Step.CONTACTS -> page(
                R.string.setup_contacts,
                if (setup.roleBringsOverlay) R.string.contacts_detail else R.string.contacts_detail_10,
                R.string.allow_permission,
                R.string.later,
            ) {
                permissions.askForContacts(0)
            }

            Step.ROLE -> showRole()

            Step.FIXED_LINE -> page(
                R.string.setup_fixed,
                R.string.setup_fixed_detail,
                R.string.setup_fixed_yes,
                R.string.setup_fixed_no,
                { answer(hasFixedLine = false) },
            ) { answer(hasFixedLine = true) }

            Step.END -> showEnd()

            // From this phone it would be the wrong line that calls: the number is read here, and dialled there.
            Step.SUSPENSION -> page(
                R.string.setup_suspension,
                R.string.setup_suspension_detail,
                R.string.setup_home,
                R.string.guide_fixed_page,
                { openElsewhere(Intent(Intent.ACTION_VIEW, Uri.parse(getString(R.string.suspension_page)))) },
                ::leave,
            )
        }
    }

    /** On Android 11 and later there is nothing to allow; it is said what will be. */
    private fun showOverlay() = if (setup.roleBringsOverlay) {
        page(R.string.setup_overlay, R.string.setup_overlay_comes, R.string.understood, null) { go(1) }
    } else {
        page(R.string.setup_overlay, R.string.overlay_detail, R.string.allow_permission, R.string.later) {
            openElsewhere(permissions.overlayPage)
        }
    }

    private fun showRole() = if (permissions.isRolePageLeft) {
        page(R.string.role_page, R.string.role_page_detail, R.string.role_page_open, R.string.later) {
            openElsewhere(permissions.rolePage)
        }
        find<View>(R.id.role_picture).isVisible = false
    } else {
        val detail = if (setup.roleBringsOverlay) R.string.setup_role_detail else R.string.setup_role_detail_10
        page(R.string.setup_role, detail, R.string.choose_app, R.string.later) { permissions.askForRole(0) }
    }

    /** What Tomeru takes the place of: before the choice, for Android's question does not say what is lost. */
    private fun showOthers() {
        val said = find<TextView>(R.id.setup_others)
        val list = getString(R.string.setup_role_list)
        said.text = list
        background.run(
            { OtherApps(applicationContext).names() },
            { names ->
                if (names.isEmpty()) return@run
                val listed = names.joinToString(getString(R.string.list_separator))
                said.text = listOf(getString(R.string.setup_role_others, listed), list).joinToString("\n")
            },
            // Nothing is lost but the names.
            {},
        )
    }

    private fun page(
        title: Int,
        detail: Int,
        primary: Int,
        second: Int?,
        onSecond: () -> Unit = { go(1) },
        onPrimary: () -> Unit,
    ) {
        find<TextView>(R.id.setup_title).setText(title)
        setTitle(title)
        look.tell(getText(detail), ticked = setup.current == Step.PURPOSE)
        find<Button>(R.id.setup_primary).setText(primary)
        onPress(R.id.setup_primary, onPrimary)
        find<Button>(R.id.setup_second).run {
            isVisible = second != null
            // What leads on without the step has less weight than a choice.
            setBackgroundResource(if (second == R.string.later) R.drawable.button_back else R.drawable.button_plain)
        }
        second?.let {
            find<Button>(R.id.setup_second).setText(it)
            onPress(R.id.setup_second, onSecond)
        }
    }

    private fun take(preset: Preset) = background.run(
        { SettingsStore(this).change { it.copy(policy = it.policy.choosing(preset)) } },
        { go(1) },
        { fault ->
            // The recommended settings protect, too.
            go(1)
            sayFailed(fault)
        },
    )

    private fun showEnd() {
        val title = if (setup.isChosen) R.string.setup_end else R.string.setup_end_not_chosen
        val detail = if (setup.isChosen) R.string.setup_end_detail else R.string.setup_end_not_chosen_detail
        find<View>(R.id.setup_rehearse).isVisible = setup.isChosen
        onPress(R.id.setup_rehearse) {
            Rehearsal(applicationContext).begin()
            say(getString(Practice.how(this)))
        }
        page(title, detail, R.string.setup_home, R.string.setup_test, { test() }) {
            if (setup.hasFixedLine) go(1) else leave()
        }
        if (setup.hasFixedLine) find<Button>(R.id.setup_primary).setText(R.string.setup_next)
        test()
    }

    private fun answer(hasFixedLine: Boolean) {
        setup.hasFixedLine = hasFixedLine
        go(1)
    }

    private fun leave() {
        setup.finish()
        open(Route.HOME)
        finish()
    }

    private fun test() = background.run({ TestCall(applicationContext).make() }, ::showCall, ::sayFailed)

    private fun showCall(record: CallRecord) {
        val view = find<View>(R.id.setup_call)
        Outcome.fill(view, record, words, words.timeOfDay(record.atMillis))
        // An example: it leads nowhere.
        view.requireViewById<View>(R.id.next).isVisible = false
        view.isVisible = true
    }
}
