// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.content.Intent
import android.os.Build
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import app.tomeru.R
import app.tomeru.help.Holidays
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowBuild
import java.time.LocalDate
import java.time.LocalTime
import java.time.YearMonth
import java.time.ZoneId
import java.time.ZonedDateTime

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class GuideTest : ScreenTest() {
    private val tokyo = ZoneId.of("Asia/Tokyo")
    private val maker = Build.MANUFACTURER

    @After
    fun restore() = ShadowBuild.setManufacturer(maker)

    private fun at(date: String, hour: Int = 12, minute: Int = 0) =
        ZonedDateTime.of(LocalDate.parse(date), LocalTime.of(hour, minute), tokyo).toInstant().toEpochMilli()

    /** Whom to call, and the advice. */
    private fun everything() = texts(open<GuideActivity>().requireViewById<ViewGroup>(R.id.column))

    private fun shown() = texts(open<GuideActivity>().requireViewById<ViewGroup>(R.id.rows))

    /** What stands in `res/xml/guide.xml`, written down a second time: a slip in one of them is seen. */
    private val numbers = mapOf(R.id.emergency to "110", R.id.ask_police to "#9110", R.id.consumer to "188")
    private val pages = mapOf(
        "もとのページを開く" to "https://www.town.haebaru.lg.jp/soshiki/4/13949.html",
        "警察庁のページを開く" to "https://www.npa.go.jp/bureau/safetylife/sos47/case/international-phone/",
        "ネットで申し込む（先に電話がいります）" to "https://www.kokusai-teishi.com",
    )

    @Test
    fun `every link is the one of the data, with its source and date`() {
        val topics = Guide.read(app)
        val links = topics.flatMap { it.links }
        assertEquals(listOf("0120-210-364"), links.filterIsInstance<Link.HomePhone>().map { it.label })
        assertEquals(pages, links.filterIsInstance<Link.Page>().associate { it.label to it.url })
        assertEquals(1, links.filterIsInstance<Link.CallSettings>().size)
        for (topic in topics) {
            assertTrue("$topic", topic.name.isNotEmpty() && topic.text.isNotEmpty() && topic.source.isNotEmpty())
            assertTrue(topic.date, Regex("20[0-9]{2}-(0[1-9]|1[0-2])").matches(topic.date))
        }
        assertTrue(topics.map { it.fits }.toString(), topics.count { it.fits.isNotEmpty() } == 4)
        assertTrue(links.filterIsInstance<Link.Share>().single().text.endsWith("#みんとめ"))
    }

    @Test
    @Config(qualifiers = "en-rUS")
    fun `in English, too, every topic is there`() {
        val texts = shown()
        for (topic in Guide.read(app).drop(1)) assertTrue(topic.name, topic.name in texts && topic.text in texts)
        assertTrue("$texts", texts.any { "about 75 % of the numbers" in it })
    }

    @Test
    fun `each says what its source says, with its date`() {
        val texts = shown()
        assertTrue("$texts", "出典：警察庁のちらし、京都府警察のページ（2025年\u20606月）" in texts)
        // The flyer has neither this number nor what the police do not do.
        val flyer = app.getString(R.string.source_flyer_kyoto)
        for (topic in Guide.read(app).filter { it.source == flyer }) {
            assertTrue(topic.text, "9110" !in topic.text && "警察は" !in topic.text && "警察が" !in topic.text)
        }
    }

    @Test
    fun `every piece of advice holds for a while, and says so when that is over`() {
        val all = Guide.read(app) + listOf("xiaomi", "samsung", "oppo", "sony", "sharp", "motorola").flatMap { maker ->
            ShadowBuild.setManufacturer(maker)
            Guide.ofMaker(app)
        }
        for (topic in all) {
            val last = YearMonth.parse(topic.goodUntil)
            assertTrue("$topic", last > YearMonth.parse("2026-11") && last <= YearMonth.parse("2028-11"))
            assertFalse("$topic", topic.isOld(at(last.atEndOfMonth().toString(), 23, 59) - ZONES))
            assertTrue("$topic", topic.isOld(at(last.plusMonths(1).atDay(1).toString(), 0, 0) + ZONES))
        }
        phone.at(at("2026-11-27"))
        assertTrue(shown().none { "古くなって" in it })
        phone.at(at("2027-07-02"))
        val old = shown()
        assertTrue("$old", "この案内は、2027年\u20606月までのものです。古くなっているかもしれません。" in old)
        assertEquals(all.distinct().count { it.goodUntil == "2027-06" }, old.count { "古くなって" in it })
        phone.at(at("2030-01-10"))
        assertEquals(Guide.read(app).size, everything().count { "古くなって" in it })
    }

    @Test
    fun `a press opens the dialer or the browser, and dials nothing by itself`() {
        val screen = open<GuideActivity>()
        val root = screen.requireViewById<View>(R.id.rows)
        for ((button, number) in numbers) {
            screen.press(button)
            val intent = screen.opened()
            assertEquals(Intent.ACTION_DIAL, intent.action)
            assertEquals(number, intent.data?.schemeSpecificPart)
        }
        for ((label, url) in pages) {
            button(root, label).performClick()
            val intent = screen.opened()
            assertEquals(Intent.ACTION_VIEW to url, intent.action to intent.dataString)
        }
        button(root, "電話の設定を開く").performClick()
        assertEquals("android.telecom.action.SHOW_CALL_SETTINGS", screen.opened().action)
        button(root, "注意を送る").performClick()
        assertEquals(Intent.ACTION_CHOOSER, screen.opened().action)
    }

    @Test
    fun `whom to call comes first, and each number once`() {
        val said = everything()
        val first = said.take(said.indexOf("188\n消費生活の相談"))
        assertTrue("$first", first.size < 12 && "110番\n今だまされている、払った" in first)
        assertEquals("one button each", 1, said.count { it.startsWith("#9110") })
    }

    @Test
    fun `the centre that answers the home phone only is not called from this one`() {
        val said = shown()
        val text = said.single { "国際電話不取扱受付センター" in it }
        assertTrue(text, "この電話からではなく、止めたい家の電話から" in text)
        assertTrue("the number is shown", "0120\u2011210\u2011364" in said)
        val screen = open<GuideActivity>()
        assertTrue("and is no button", buttons(screen.requireViewById(R.id.rows)).none { "0120" in it })
    }

    private fun buttons(view: View): List<String> = when (view) {
        is ViewGroup -> (0 until view.childCount).flatMap { buttons(view.getChildAt(it)) }
        is Button -> listOf(view.text.toString())
        else -> emptyList()
    }

    @Test
    fun `it says whether people answer now, by Japanese time and holidays`() {
        val open = "今は、係の人が出る時間です（平日9時から17時、祝日を除く）"
        val closed = "今は自動音声です（係の人が出るのは、平日9時から17時、祝日を除く）"
        val yearsEnd = "年末年始は、係の人が休みのことがあります（いつもは平日9時から17時）"
        val unknown = "係の人が出るのは、平日9時から17時です（祝日を除く）。祝日は2028年12月31日までしかわからないので、今日が休みかどうかは、わかりません。"
        for ((millis, wanted) in listOf(
            // A Friday.
            at("2026-11-27", 8, 59) to closed,
            at("2026-11-27", 9) to open,
            at("2026-11-27", 16, 59) to open,
            at("2026-11-27", 17) to closed,
            at("2026-11-28") to closed,
            at("2026-11-29") to closed,
            at("2026-11-30", 9) to open,
            // Holidays: of the law, in lieu, by the equinox.
            at("2026-11-23") to closed,
            at("2027-03-22") to closed,
            at("2028-09-22") to closed,
            at("2028-09-21") to open,
            at("2026-12-28") to open,
            at("2026-12-29") to yearsEnd,
            at("2027-01-01") to closed,
            at("2027-01-04") to open,
            at("2028-12-29") to yearsEnd,
            // Nobody knows here which of these are holidays; an evening and a Sunday are what they are.
            at("2029-01-09") to unknown,
            at("2029-01-09", 18) to closed,
            at("2029-01-14") to closed,
        )) {
            phone.at(millis)
            val said = shown().single { it in listOf(open, closed, yearsEnd, unknown) }
            assertEquals("$millis", wanted, said)
        }
    }

    @Test
    fun `the holidays are whole years of Japan's law`() {
        val holidays = Holidays.read(app)
        assertEquals(LocalDate.parse("2028-12-31"), holidays.until)
        // 16 by law; 2027 has one in lieu; 2026 counts from November on.
        assertEquals(mapOf(2026 to 2, 2027 to 17, 2028 to 16), holidays.days.groupingBy { it.year }.eachCount())
        assertTrue(holidays.days.all { it <= holidays.until })
    }

    @Test
    fun `without an app that opens it, that is said`() {
        org.robolectric.Shadows.shadowOf(app).checkActivities(true)
        val screen = open<GuideActivity>()
        screen.press(R.id.consumer)
        screen.awaitMessage("この電話には、これを開くアプリがありません。")
    }

    private companion object {
        /** A day: the month ends where the phone is. */
        const val ZONES = 24 * 60 * 60 * 1_000L
    }
}
