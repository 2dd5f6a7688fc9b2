// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.Manifest.permission.READ_CONTACTS
import android.app.Activity
import android.app.AlertDialog
import android.app.NotificationManager
import android.app.role.RoleManager
import android.content.Intent
import android.os.Build
import android.provider.Settings.ACTION_APP_LOCALE_SETTINGS
import android.provider.Settings.ACTION_MANAGE_OVERLAY_PERMISSION
import android.telecom.TelecomManager
import android.view.View
import android.view.ViewGroup
import android.widget.EditText
import android.widget.RadioButton
import android.widget.RadioGroup
import android.widget.TextView
import app.tomeru.R
import app.tomeru.channel.Channel
import app.tomeru.core.Action
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Preset
import app.tomeru.core.actionsOf
import app.tomeru.notice.WarnVoice
import app.tomeru.platform.systemService
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeDocuments
import app.tomeru.support.Roles
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.countries.CountriesActivity
import app.tomeru.ui.family.FamilyActivity
import app.tomeru.ui.family.FamilyNumberActivity
import app.tomeru.ui.family.OfferActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class SettingsActivityTest : ScreenTest() {
    private val telecom = Telecom()

    /** A page of the settings; the first leads to the others. */
    private fun settings(page: Int? = null): SettingsActivity {
        val first = opened(null)
        if (page == null) return first
        row(first, app.getString(page)).performClick()
        return opened(first.opened())
    }

    private fun opened(intent: Intent?): SettingsActivity = open<SettingsActivity>(intent).also { screen ->
        Wait.until { screen.requireViewById<ViewGroup>(R.id.rows).childCount > 0 }
    }

    private fun row(screen: Activity, name: String): View {
        val groups = listOf(R.id.controls, R.id.rows).map { screen.requireViewById<ViewGroup>(it) }
        val cards = groups.flatMap { group -> (0 until group.childCount).map(group::getChildAt) }
        val all = cards.filterIsInstance<ViewGroup>().flatMap { card ->
            (0 until card.childCount).map(card::getChildAt)
        }
        return checkNotNull(all.find { texts(it).first() == name }) { "no row $name among ${all.map(::texts)}" }
    }

    private fun value(screen: Activity, name: String) =
        row(screen, name).requireViewById<TextView>(R.id.value).text.toString()

    private fun take(screen: Activity, name: String, choice: String) {
        row(screen, name).performClick()
        choose(choice)
        Wait.until { value(screen, name) == choice }
    }

    private fun action(kind: Kind) = actionsOf(store.load().settings.policy).first { it.kind == kind }.action

    @Test
    fun `the preset is chosen`() {
        val screen = settings()
        assertTrue(screen.requireViewById<RadioButton>(R.id.preset_stop).isChecked)
        screen.press(R.id.preset_warn)
        Wait.until { store.load().settings.policy.preset == Preset.WARN }
        assertTrue(settings().requireViewById<RadioButton>(R.id.preset_warn).isChecked)
    }

    @Test
    fun `a choice that cannot be saved is not shown as made`() {
        val screen = settings()
        phone.withoutSettings {
            screen.press(R.id.preset_warn)
            Wait.until { screen.shows(R.id.message) }
        }
        assertTrue(screen.requireViewById<RadioButton>(R.id.preset_stop).isChecked)
        assertFalse(screen.requireViewById<RadioButton>(R.id.preset_warn).isChecked)
    }

    @Test
    fun `only known people ring once the person has read what that costs`() {
        val screen = settings()
        screen.press(R.id.preset_known)
        assertTrue("not yet", screen.requireViewById<RadioButton>(R.id.preset_stop).isChecked)
        assertTrue("病院" in shadowOf(dialog()).message)
        pressInDialog(AlertDialog.BUTTON_NEGATIVE)
        assertEquals(Preset.STOP, store.load().settings.policy.preset)
        screen.press(R.id.preset_known)
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        Wait.until { store.load().settings.policy.preset == Preset.KNOWN }
        Wait.until { screen.requireViewById<RadioButton>(R.id.preset_known).isChecked }
        assertEquals(app.getString(R.string.preset_known_detail), screen.text(R.id.preset_detail))
        val stranger = telecom.screen(FakeCall(phone.handle("0312345678")))
        assertTrue(stranger.silence && !stranger.reject)
        screen.press(R.id.preset_warn)
        Wait.until { store.load().settings.policy.preset == Preset.WARN }
    }

    @Test
    fun `each kind of hidden call has its own choice, and says who uses it`() {
        val screen = settings(R.string.settings_kinds)
        for ((name, presentation) in listOf(
            "非通知" to TelecomManager.PRESENTATION_RESTRICTED,
            "公衆電話" to TelecomManager.PRESENTATION_PAYPHONE,
            "通知不可能" to TelecomManager.PRESENTATION_UNKNOWN,
        )) {
            assertEquals("鳴らします", value(screen, name))
            assertTrue(row(screen, name).requireViewById<TextView>(R.id.detail).text.length > 10)
            take(screen, name, "止めます")
            assertTrue(name, telecom.screen(FakeCall(null, presentation)).reject)
            take(screen, name, "鳴らします")
            assertTrue(name, telecom.screen(FakeCall(null, presentation)).rings)
        }
        assertTrue("what is as recommended is not stored", store.load().settings.policy.ownActions.isEmpty())
    }

    @Test
    fun `forged numbers are chosen for together, and cannot be let ring without a warning`() {
        val screen = settings(R.string.settings_kinds)
        take(screen, "にせの番号", "注意を出して鳴らします")
        for (kind in listOf(
            Kind.DISGUISED_DOMESTIC,
            Kind.UNASSIGNED,
            Kind.IMPOSSIBLE,
        )) {
            assertEquals(Action.WARN, action(kind))
        }
        row(screen, "にせの番号").performClick()
        assertTrue("鳴らします" !in shadowOf(dialog()).items.map { it.toString() })
    }

    @Test
    fun `a police number may ring, warn or come silently, but is never stopped`() {
        val screen = settings(R.string.settings_kinds)
        val silence = app.getString(R.string.action_silence)
        assertEquals("注意を出して鳴らします", value(screen, "警察の番号"))
        row(screen, "警察の番号").performClick()
        val offered = shadowOf(dialog()).items.map { it.toString() }
        assertEquals(listOf("鳴らします", "注意を出して鳴らします", silence), offered)
        choose(silence)
        Wait.until { action(Kind.POLICE_SHOWN) == Action.SILENCE }
        assertTrue(telecom.screen(FakeCall(phone.handle("0335814321"))).silence)
        row(screen, "110番などの番号").performClick()
        assertEquals(listOf("鳴らします", "注意を出して鳴らします"), shadowOf(dialog()).items.map { it.toString() })
    }

    @Test
    fun `times are chosen`() {
        val numbers = settings(R.string.settings_numbers)
        take(numbers, "ご自分でかけた番号を鳴らす期間", "90日")
        take(settings(R.string.settings_records), "電話の記録を残す期間", "ずっと残す")
        take(settings(R.string.settings_numbers), "緊急の電話のあと、折り返しを鳴らす時間", "6時間")
        val settings = store.load().settings
        assertEquals(90.toUShort(), settings.policy.dialledDays)
        assertEquals(0.toUShort(), settings.retentionDays)
        assertEquals(360.toUShort(), settings.policy.emergencyMinutes)
        take(numbers, "ご自分でかけた番号を鳴らす期間", "なし")
    }

    @Test
    fun `protection is paused, and goes on`() {
        val screen = settings()
        take(screen, "守るのを休む", "休んでいます")
        assertTrue(telecom.screen(FakeCall(phone.handle("+639171234567"))).rings)
        take(screen, "守るのを休む", "守っています")
        assertTrue(telecom.screen(FakeCall(phone.handle("+639171234567"))).reject)
    }

    @Test
    fun `the owner's own calls are stopped if the person chooses so after reading why`() {
        val redirection = Roles(app, RoleManager.ROLE_CALL_REDIRECTION).apply { makeAvailable() }
        shadowOf(app).denyPermissions(READ_CONTACTS)
        val screen = settings(R.string.settings_numbers)
        assertEquals("止めていません", value(screen, "自分からかける国際電話も止める"))
        row(screen, "自分からかける国際電話も止める").performClick()
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        val asked = shadowOf(screen).nextStartedActivityForResult.intent
        redirection.hold()
        shadowOf(screen).receiveResult(asked, Activity.RESULT_OK, Intent())
        assertEquals(listOf(READ_CONTACTS), shadowOf(screen).lastRequestedPermission.requestedPermissions.toList())
        val again = settings(R.string.settings_numbers)
        assertEquals("止めています", value(again, "自分からかける国際電話も止める"))
        row(again, "自分からかける国際電話も止める").performClick()
        assertEquals("android.settings.MANAGE_DEFAULT_APPS_SETTINGS", again.opened().action)
    }

    @Test
    fun `the voice is switched off and on, and what was muted in the phone's settings is opened there`() {
        val screen = settings(R.string.settings_app)
        val name = "声でも注意する"
        assertEquals("声を出します", value(screen, name))
        for ((said, wanted) in listOf("声を出しません" to false, "声を出します" to true)) {
            row(screen, name).performClick()
            Wait.until { value(screen, name) == said }
            assertEquals(wanted, WarnVoice(app).isWanted)
        }
        val channel = Channel.RING_VOICE.made(app)
        val notices = app.systemService<NotificationManager>()
        notices.getNotificationChannel(channel).importance = NotificationManager.IMPORTANCE_LOW
        val muted = settings(R.string.settings_app)
        assertEquals("電話の設定で、声が切れています", value(muted, name))
        row(muted, name).performClick()
        val opened = muted.opened()
        assertEquals("android.settings.CHANNEL_NOTIFICATION_SETTINGS", opened.action)
        assertEquals(channel, opened.getStringExtra("android.provider.extra.CHANNEL_ID"))
        assertTrue("not by a press here", WarnVoice(app).isWanted)
    }

    @Test
    fun `what others keep is opened there`() {
        for ((page, name, opens) in listOf(
            Triple(null, "国ごとの設定", CountriesActivity::class),
            Triple(null, "家族の番号", FamilyNumberActivity::class),
            Triple(null, "家族に設定を渡す", FamilyActivity::class),
            Triple(R.string.settings_numbers, "自分で決めた番号", OwnNumbersActivity::class),
            Triple(R.string.settings_numbers, "迷惑電話の一覧", ListsActivity::class),
            Triple(R.string.settings_app, "ちゃんと動くか確かめる", SelfTestActivity::class),
        )) {
            val screen = settings(page)
            row(screen, name).performClick()
            assertEquals(opens.java.name, screen.opened().component?.className)
        }
        val first = settings()
        row(first, "電話の画面にも注意を出す").performClick()
        assertEquals(ACTION_MANAGE_OVERLAY_PERMISSION, first.opened().action)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            val own = settings(R.string.settings_app)
            row(own, "表示する言葉（Language）").performClick()
            assertEquals(ACTION_APP_LOCALE_SETTINGS, own.opened().action)
        }
    }

    @Test
    fun `the settings go to a file, and come back from it after a question`() {
        store.block("+639171234567", "x")
        val screen = settings(R.string.settings_records)
        row(screen, "設定を取っておく").performClick()
        val uri = FakeDocuments.add("settings.json")
        shadowOf(
            screen,
        ).receiveResult(shadowOf(screen).nextStartedActivityForResult.intent, Activity.RESULT_OK, Intent().setData(uri))
        screen.awaitMessage("保存しました。")
        store.change { it.copy(policy = it.policy.copy(preset = Preset.WARN, blocked = emptyList())) }
        row(screen, "取っておいた設定に戻す").performClick()
        shadowOf(
            screen,
        ).receiveResult(shadowOf(screen).nextStartedActivityForResult.intent, Activity.RESULT_OK, Intent().setData(uri))
        val offer = open<OfferActivity>(screen.opened())
        Wait.until { offer.shows(R.id.take) }
        assertTrue(offer.text(R.id.summary), offer.text(R.id.summary).contains("知らない人からの国際電話：止める"))
        val changes = offer.requireViewById<ViewGroup>(R.id.changes)
        val titles = (0 until changes.childCount).map {
            changes.getChildAt(it).requireViewById<TextView>(R.id.outcome).text.toString()
        }
        assertEquals(listOf("止めるようになる電話（今は止めていません）", "「止める」と決める番号"), titles)
        assertEquals(Preset.WARN, store.load().settings.policy.preset)
        offer.press(R.id.take)
        offer.awaitMessage("設定しました。")
        assertEquals(Preset.STOP, store.load().settings.policy.preset)
        assertEquals("+639171234567", store.load().settings.policy.blocked.single().number)
    }

    @Test
    fun `what a code said of international calls ends with the choice of a preset`() {
        Chosen.preset(app, Preset.STOP) { it.copy(ownActions = listOf(OwnAction(Kind.INTERNATIONAL, Action.ALLOW))) }
        val screen = settings()
        assertTrue("no preset's promise is told", !screen.shows(R.id.preset_detail))
        val presets = screen.requireViewById<RadioGroup>(R.id.presets)
        assertEquals("none is in force", -1, presets.checkedRadioButtonId)
        screen.press(R.id.preset_stop)
        Wait.until { store.load().settings.policy.ownActions.isEmpty() }
        Wait.until { screen.shows(R.id.preset_detail) }
        assertTrue(telecom.screen(FakeCall(phone.handle("+639171234567"))).reject)
    }

    @Test
    fun `own numbers are added and removed`() {
        val screen = open<OwnNumbersActivity>()
        val field = screen.requireViewById<EditText>(R.id.number)
        field.setText("03-1234-5678")
        screen.press(R.id.block)
        screen.awaitMessage("${written("+81312345678")} を、次から止めます。")
        assertEquals("", field.text.toString())
        assertTrue(telecom.screen(FakeCall(phone.handle("0312345678"))).reject)
        field.setText("+63*")
        screen.press(R.id.allow)
        Wait.until { screen.requireViewById<ViewGroup>(R.id.rows).childCount == 2 }
        assertTrue(telecom.screen(FakeCall(phone.handle("+639171234567"))).rings)
        field.setText("x")
        screen.press(R.id.allow)
        screen.awaitMessage("電話番号ではないようです。もう一度確かめてください。")
        assertEquals("x", field.text.toString())
        button(screen.requireViewById<ViewGroup>(R.id.rows).getChildAt(0), "取り除く").performClick()
        Wait.until { screen.requireViewById<ViewGroup>(R.id.rows).childCount == 1 }
        assertTrue(telecom.screen(FakeCall(phone.handle("0312345678"))).rings)
    }
}
