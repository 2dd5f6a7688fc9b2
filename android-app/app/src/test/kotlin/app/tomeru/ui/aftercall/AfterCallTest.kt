// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.aftercall

import android.content.Intent
import android.database.sqlite.SQLiteDatabase
import android.net.Uri
import android.telecom.DisconnectCause
import android.telecom.TelecomManager
import app.tomeru.R
import app.tomeru.core.Preset
import app.tomeru.fault.FaultLog
import app.tomeru.pass.TimedPass
import app.tomeru.route.Route
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Look
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Studio
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.guide.Guide
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

@RunWith(TomeruRunner::class)
@Config(sdk = [30, 33, 35, 36], qualifiers = "ja-rJP")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class AfterCallTest : ScreenTest() {
    private val telecom = Telecom()

    private fun call(number: String) {
        Chosen.preset(app, Preset.WARN)
        telecom.screen(FakeCall(phone.handle(number)))
    }

    private fun ended(number: String?, cause: Int = DisconnectCause.REMOTE) = Intent(TelecomManager.ACTION_POST_CALL)
        .putExtra(TelecomManager.EXTRA_HANDLE, number?.let { Uri.fromParts("tel", it, null) })
        .putExtra(TelecomManager.EXTRA_DISCONNECT_CAUSE, cause)

    private fun shown(intent: Intent): AfterCallActivity {
        val screen = open<AfterCallActivity>(intent)
        Wait.until { screen.isFinishing || screen.findViewById<android.view.View>(R.id.topics) != null }
        return screen
    }

    @Test
    fun `after a call that was warned of it asks, and says what to do`() {
        call("+639171234567")
        val screen = shown(ended("+639171234567"))
        assertTrue(!screen.isFinishing && screen.shows(R.id.asking) && !screen.shows(R.id.advising))
        button(screen.requireViewById(R.id.topics), "警察、逮捕、事件").performClick()
        assertTrue(screen.shows(R.id.advising) && !screen.shows(R.id.asking))
        assertTrue(screen.text(R.id.advice_why), screen.text(R.id.advice_why).startsWith("警察が、電話でお金の話を"))
        screen.press(R.id.ask_police)
        assertEquals("tel:%239110", screen.opened().dataString)
        screen.press(R.id.block)
        Wait.until { store.load().settings.policy.blocked.singleOrNull()?.number == "+639171234567" }
        screen.press(R.id.done)
        assertTrue(screen.isFinishing)
    }

    @Test
    fun `each answer has its advice, and the scripts that go like it`() {
        call("+639171234567")
        val scripts = mapOf(
            "警察、逮捕、事件" to listOf("警察を名のる手口"),
            "録音の声、「1を押して」" to listOf("「電話が止まる」という手口", "「落とし物があります」という手口", "大使館を名のる手口"),
            "LINEやビデオ通話" to listOf("警察を名のる手口"),
            "未払いの料金" to emptyList(),
            "お金がもどる話" to emptyList(),
            "カードや暗証番号" to emptyList(),
            "名前、住所、誕生日など" to listOf("「電話が止まる」という手口"),
            "どれでもない" to emptyList(),
        )
        for ((question, wanted) in scripts) {
            val screen = shown(ended("+639171234567"))
            assertEquals(scripts.keys.toList(), texts(screen.requireViewById(R.id.topics)))
            button(screen.requireViewById(R.id.topics), question).performClick()
            val said = texts(screen.requireViewById(R.id.scripts))
            assertEquals(question, wanted, said.filter { it.endsWith("手口") })
            assertEquals("each with its source", wanted.size, said.count { it.startsWith("出典：") })
            val heading = if (question == "どれでもない") "念のため" else "詐欺かもしれません"
            assertEquals(question, heading, screen.text(R.id.advice_title))
        }
        assertEquals(Question.entries.size, scripts.size)
        val names = Question.entries.map { it.name }
        val fits = Guide.read(app).flatMap { it.fits }
        assertTrue("$fits", names.containsAll(fits))
    }

    @Test
    fun `a script that is out of date says so`() {
        call("+639171234567")
        phone.at(Phone.NOW + 400L * 24 * 60 * 60 * 1_000L)
        call("+639171234567")
        val screen = shown(ended("+639171234567"))
        button(screen.requireViewById(R.id.topics), "警察、逮捕、事件").performClick()
        val said = texts(screen.requireViewById(R.id.scripts))
        assertTrue("$said", said.any { it.startsWith("この案内は、") && it.endsWith("古くなっているかもしれません。") })
    }

    @Test
    fun `whoever has paid already comes to what to do now, about this call`() {
        call("+639171234567")
        call("+18442980122")
        val uid = phone.records().single { it.key == "+639171234567" }.uid
        val screen = shown(ended("+639171234567"))
        repeat(2) {
            screen.press(R.id.paid)
            val opened = screen.opened()
            assertEquals(Route.PAID.intent(app).component, opened.component)
            assertEquals(uid, opened.getStringExtra(Route.RECORD_UID))
            val flags = Intent.FLAG_ACTIVITY_NEW_TASK or Intent.FLAG_ACTIVITY_CLEAR_TOP
            assertEquals("Recents shows it", flags, opened.flags and flags)
            // The same button after the question is answered.
            if (it == 0) button(screen.requireViewById(R.id.topics), "未払いの料金").performClick()
        }
        assertTrue("the family stands beside 9110", screen.shows(R.id.ask_police) && screen.shows(R.id.call_family))
    }

    @Test
    fun `after an ordinary call it is never seen`() {
        call("0312345678")
        call("+639171234567")
        for ((why, intent) in mapOf(
            "domestic" to ended("0312345678"),
            "missed" to ended("+639171234567", DisconnectCause.MISSED),
            "declined" to ended("+639171234567", DisconnectCause.REJECTED),
            "never came" to ended("+442079460018"),
            "no number" to ended(null),
            "nothing told" to Intent(TelecomManager.ACTION_POST_CALL),
        )) {
            assertTrue(why, shown(intent).isFinishing)
        }
        phone.at(Phone.NOW + 13 * 60 * 60 * 1_000L)
        assertTrue("long ago", shown(ended("+639171234567")).isFinishing)
        phone.at(Phone.NOW)
        assertTrue(!shown(ended("+639171234567")).isFinishing)
        SQLiteDatabase.openDatabase(app.getDatabasePath("calls.db").path, null, 0).use {
            it.execSQL("DROP TABLE calls")
        }
        assertTrue("records that cannot be read", shown(ended("+639171234567")).isFinishing)
    }

    @Test
    fun `what was left open after one call is about the next one, when Android brings it back`() {
        call("+639171234567")
        val controller = start<AfterCallActivity>(ended("+639171234567"))
        val screen = controller.get()
        Wait.until { screen.findViewById<android.view.View>(R.id.topics) != null }
        button(screen.requireViewById(R.id.topics), "未払いの料金").performClick()
        call("+18442980122")
        controller.newIntent(ended("+18442980122"))
        Wait.until { screen.findViewById<android.view.View>(R.id.topics) != null }
        assertTrue(screen.text(R.id.where), "アメリカ" in screen.text(R.id.where))
        assertTrue("it is asked anew", screen.shows(R.id.asking) && !screen.shows(R.id.advising))
        controller.newIntent(ended("0312345678"))
        Wait.until { screen.isFinishing }
    }

    @Test
    fun `before the first unlock it ends the warning, and no more`() {
        call("+639171234567")
        phone.unlocked(false)
        assertTrue(shown(ended("+639171234567")).isFinishing)
        assertTrue(FaultLog(app).unseen().isEmpty())
    }

    @Test
    fun `a suspicious call that a pass let ring counts, a contact's does not`() {
        TimedPass(app).startForAnHour()
        telecom.screen(FakeCall(phone.handle("+18442980122")))
        assertTrue(!shown(ended("+18442980122")).isFinishing)
        FakeContacts.add("+18442980123")
        store.change { it.copy(policy = it.policy.copy(passes = emptyList())) }
        telecom.screen(FakeCall(phone.handle("+18442980123")))
        assertTrue(shown(ended("+18442980123")).isFinishing)
    }

    @Test
    fun `what was chosen is there again after a rotation`() {
        call("+639171234567")
        val controller = start<AfterCallActivity>(ended("+639171234567"))
        Wait.until { controller.get().findViewById<android.view.View>(R.id.topics) != null }
        button(controller.get().requireViewById(R.id.topics), "未払いの料金").performClick()
        controller.recreate()
        Wait.until { controller.get().findViewById<android.view.View>(R.id.advising)?.isShown == true }
    }

    @Test
    @Config(sdk = [35])
    fun pictures() {
        call("+639171234567")
        for (look in Look.DRAWN) {
            Studio.draw<AfterCallActivity>("after-call", look, ended("+639171234567")) { screen ->
                Wait.until { screen.findViewById<android.view.View>(R.id.topics) != null }
            }
            Studio.draw<AfterCallActivity>("after-call-advice", look, ended("+639171234567")) { screen ->
                Wait.until { screen.findViewById<android.view.View>(R.id.topics) != null }
                (screen.requireViewById<android.view.ViewGroup>(R.id.topics).getChildAt(0)).performClick()
            }
        }
    }
}
