// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.countries

import android.app.AlertDialog
import android.content.Intent
import android.provider.ContactsContract.Contacts
import android.view.View
import android.widget.EditText
import android.widget.ListView
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.support.FakeCall
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class CountriesActivityTest : ScreenTest() {
    private val telecom = Telecom()

    private fun countries() = open<CountriesActivity>().also { screen -> Wait.until { screen.rows() > 200 } }

    private fun CountriesActivity.search(text: String) = requireViewById<EditText>(R.id.search).setText(text)

    /** Where the rows of countries stand: they can be pressed, unlike headings and what stands between them. */
    private fun CountriesActivity.places(): List<Int> = requireViewById<ListView>(R.id.list).let { list ->
        (0 until rows()).filter { list.adapter.isEnabled(it + list.headerViewsCount) }
    }

    private fun CountriesActivity.countries(): List<View> = places().map { row(it) }

    private fun CountriesActivity.name(position: Int) = name(row(places()[position]))

    private fun name(row: View) = row.requireViewById<TextView>(R.id.name).contentDescription.toString()

    private fun CountriesActivity.detail(position: Int) =
        row(places()[position]).requireViewById<TextView>(R.id.detail).text.toString()

    /** Presses the first country. */
    private fun CountriesActivity.pressFirst() = pressRow(places().first())

    private fun CountriesActivity.take(country: String, choice: String) {
        search(country)
        pressFirst()
        choose(choice)
        if (choice == "鳴らします") pressInDialog(AlertDialog.BUTTON_POSITIVE)
        Wait.until { text(R.id.message).endsWith("：$choice") }
    }

    /** Presses the button [id] of what stands between the countries. */
    private fun CountriesActivity.pressBetween(id: Int) = requireViewById<ListView>(R.id.list).let { list ->
        (0 until list.count).map(list.adapter::getItem).filterIsInstance<View>()
            .firstNotNullOf { it.findViewById<View>(id) }.performClick()
    }

    private fun answer(number: String) = telecom.screen(FakeCall(phone.handle(number)))

    @Test
    fun `every country has a name, a flag and a code`() {
        val screen = countries()
        val all = screen.countries()
        assertTrue("${all.size}", all.size in 240..250)
        for (row in all) {
            val (flag, name) = row.requireViewById<TextView>(R.id.name).text.split("\u00A0\u00A0")
            val code = row.requireViewById<TextView>(R.id.side).text
            assertTrue(
                "$flag $name $code",
                flag.codePointCount(0, flag.length) == 2 && name.length >= 2 && code[0] == '+',
            )
        }
        val names = all.map(::name)
        assertEquals(all.size, names.distinct().size)
        val headings = (0 until screen.rows()).map { screen.row(it) }.filterIsInstance<TextView>().map { "${it.text}" }
        assertEquals(listOf("あ", "か", "さ", "た", "な", "は", "ま", "や", "ら"), headings)
        assertTrue(
            "in the order of their readings",
            names.indexOf("韓国") in names.indexOf("カメルーン")..names.indexOf("カンボジア"),
        )
        search(screen)
    }

    private fun search(screen: CountriesActivity) {
        for ((text, found) in listOf(
            "フィリピン" to "フィリピン",
            "ふぃりぴん" to "フィリピン",
            "ﾌｨﾘﾋﾟﾝ" to "フィリピン",
            "philipp" to "フィリピン",
            "+63" to "フィリピン",
            "えいこく" to "イギリス",
            "かんこく" to "韓国",
            "大韓民国" to "韓国",
            "べいこく" to "アメリカ合衆国",
            "886" to "台湾",
        )) {
            screen.search(text)
            assertEquals(text, found, screen.name(0))
        }
        for ((old, now) in listOf(
            "ソ連" to "ロシア",
            "それん" to "ロシア",
            "ビルマ" to "ミャンマー (ビルマ)",
            "びるま" to "ミャンマー (ビルマ)",
            "セイロン" to "スリランカ",
            "グルジア" to "ジョージア",
            "スワジランド" to "エスワティニ",
            "チェコスロバキア" to "スロバキア",
            "豪州" to "オーストラリア",
            "ごうしゅう" to "オーストラリア",
            "ザイール" to "コンゴ民主共和国",
            "ユーゴスラビア" to "セルビア",
            "ばーじん" to "英領ヴァージン諸島",
            "えいりょうばーじん" to "英領ヴァージン諸島",
        )) {
            screen.search(old)
            val found = screen.countries().map(::name)
            assertTrue("$old: $found", found.any { it.startsWith(now.substringBefore(' ')) })
        }
        screen.search("1")
        assertTrue("all that share the code", screen.rows() > 20)
        screen.search("ペンギン")
        screen.awaitMessage("見つかりませんでした。")
        screen.search("63")
        assertTrue("it is not said any more", !screen.shows(R.id.message))
    }

    @Test
    fun `a country is stopped, warned of, let ring, and as the others again`() {
        val screen = countries()
        assertTrue(answer("+639171234567").reject)
        screen.take("フィリピン", "鳴らします")
        assertTrue(answer("+639171234567").rings)
        assertEquals("found: its name in English, too", "Philippines", screen.detail(0))
        screen.search("")
        assertEquals("フィリピン" to "", screen.name(0) to screen.detail(0))
        assertEquals("決めた国", (screen.row(0) as TextView).text.toString())
        assertTrue(texts(screen.countries()[0]).contains("鳴らします"))
        screen.take("フィリピン", "注意を出して鳴らします")
        answer("+639171234567")
        assertEquals(Action.WARN, phone.lastRecord().action)
        screen.take("フィリピン", "止めます")
        assertTrue(answer("+639171234567").reject)
        screen.take("フィリピン", "いつもの設定")
        assertTrue(store.load().settings.policy.countries.isEmpty())
        screen.search("")
    }

    @Test
    fun `a country rings for a while`() {
        val screen = countries()
        val hour = 60 * 60 * 1_000L
        for ((choice, hours) in listOf("1時間だけ鳴らす" to 1L, "7日間鳴らす" to 6 * 24L, "30日間鳴らす" to 29 * 24L)) {
            phone.at(Phone.NOW)
            screen.take("フィリピン", choice)
            phone.at(Phone.NOW + hours * hour - 1_000)
            assertTrue(choice, answer("+639171234567").rings)
            assertTrue(choice, answer("+442079460018").reject)
            phone.at(Phone.NOW + (hours + 48) * hour)
            assertTrue(choice, answer("+639171234567").reject)
        }
        phone.at(Phone.NOW)
        screen.take("フィリピン", "7日間鳴らす")
        val said = unglued(screen.countries()[0].requireViewById<TextView>(R.id.value).text.toString())
        assertTrue(said, said.startsWith("1月22日") && said.endsWith("まで鳴らします"))
        screen.take("フィリピン", "いつもの設定")
        assertTrue(answer("+639171234567").reject)
    }

    @Test
    fun `a country rings where family lives, after its price was said`() {
        val screen = countries()
        screen.pressBetween(R.id.family_country)
        val price = screen.text(R.id.countries_detail)
        assertTrue(price, price.startsWith("家族がいる国を押してください。その国からの電話を、知らない人のも鳴らします。"))
        val first = screen.name(0)
        screen.pressFirst()
        val asked = shadowOf(dialog())
        assertEquals("${first}からの電話を鳴らしますか", asked.title)
        assertEquals("その国からの電話を、知らない人のも鳴らします。家族の番号を連絡先に入れるほうが、安全です。", asked.message)
        pressInDialog(AlertDialog.BUTTON_NEGATIVE)
        assertTrue("nothing changes without a yes", store.load().settings.policy.countries.isEmpty())
        screen.pressBetween(R.id.family_country)
        screen.pressFirst()
        pressInDialog(AlertDialog.BUTTON_POSITIVE)
        screen.awaitMessage("$first：鳴らします")
        Wait.until { store.load().settings.policy.countries.singleOrNull()?.action == Action.ALLOW }
    }

    @Test
    fun `a country that rings lets strangers ring, too`() {
        val screen = countries()
        screen.take("フィリピン", "鳴らします")
        for (stranger in listOf(
            "+639171234567",
            "+639181234567",
            "+6328123456",
        )) {
            assertTrue(stranger, answer(stranger).rings)
        }
        assertTrue("another country's does not", answer("+442079460018").reject)
    }

    @Test
    fun `the safer way comes first, the contacts app's own page`() {
        val screen = countries()
        screen.pressBetween(R.id.add_contact)
        val intent = screen.opened()
        assertEquals(Intent.ACTION_INSERT to Contacts.CONTENT_TYPE, intent.action to intent.type)
    }

    @Test
    fun `what was typed is there again after a rotation`() {
        val controller = start<CountriesActivity>()
        Wait.until { controller.get().rows() > 200 }
        controller.get().search("886")
        controller.recreate()
        Wait.until { controller.get().rows() == 1 }
        assertEquals("台湾", controller.get().name(0))
    }
}
