// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.content.Intent
import android.view.View
import android.view.ViewGroup
import app.tomeru.R
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.time.ZoneId
import java.time.ZonedDateTime

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 33, 35], qualifiers = "ja-rJP")
class GuideTest : ScreenTest() {
    private val tokyo = ZoneId.of("Asia/Tokyo")

    private fun at(day: Int, hour: Int, minute: Int) =
        ZonedDateTime.of(2026, 11, day, hour, minute, 0, 0, tokyo).toInstant().toEpochMilli()

    /** What stands in `res/xml/guide.xml`, written down a second time: a slip in one of them is seen. */
    private val numbers = mapOf(
        "#9110(警察に相談)" to "#9110",
        "188(消費者相談)" to "188",
        "0120-210-364 に電話する" to "0120-210-364",
    )
    private val pages = mapOf(
        "警察庁のページを開く" to "https://www.npa.go.jp/bureau/safetylife/sos47/case/international-phone/",
        "インターネットで申し込む" to "https://www.kokusai-teishi.com",
    )

    @Test
    fun `every link is the one of the data, with its source and date`() {
        val topics = Guide.read(app)
        val links = topics.flatMap { it.links }
        assertEquals(numbers, links.filterIsInstance<Link.Call>().associate { it.label to it.number })
        assertEquals(pages, links.filterIsInstance<Link.Page>().associate { it.label to it.url })
        assertEquals(1, links.filterIsInstance<Link.CallSettings>().size)
        for (topic in topics) {
            assertTrue("$topic", topic.name.isNotEmpty() && topic.text.isNotEmpty() && topic.source.isNotEmpty())
            assertTrue(topic.date, Regex("20[0-9]{2}-(0[1-9]|1[0-2])").matches(topic.date))
        }
        assertTrue(links.filterIsInstance<Link.Share>().single().text.endsWith("#みんとめ"))
    }

    @Test
    fun `dates are written as people write them`() {
        val texts = texts(open<GuideActivity>().requireViewById<ViewGroup>(R.id.rows))
        assertTrue("$texts", "出典：警察庁のちらし(2025年6月)" in texts)
    }

    @Test
    fun `a press opens the dialer or the browser, and dials nothing by itself`() {
        val screen = open<GuideActivity>()
        val root = screen.requireViewById<View>(R.id.rows)
        for ((label, number) in numbers) {
            button(root, label).performClick()
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
    fun `it says whether people answer now, by Japanese time`() {
        // 2026-11-27 is a Friday.
        for ((millis, open) in listOf(
            at(27, 8, 59) to false,
            at(27, 9, 0) to true,
            at(27, 16, 59) to true,
            at(27, 17, 0) to false,
            at(28, 12, 0) to false,
            at(29, 12, 0) to false,
            at(30, 9, 0) to true,
        )) {
            phone.at(millis)
            val texts = texts(open<GuideActivity>().requireViewById<ViewGroup>(R.id.rows))
            val said = texts.single { it.startsWith("今は") }
            val wanted = if (open) "今は受付中です(平日9時から17時)" else "今は自動音声で案内しています(受付は平日9時から17時)"
            assertEquals("$millis", wanted, said)
        }
    }

    @Test
    fun `without an app that opens it, that is said`() {
        org.robolectric.Shadows.shadowOf(app).checkActivities(true)
        val screen = open<GuideActivity>()
        button(screen.requireViewById(R.id.rows), "188(消費者相談)").performClick()
        screen.awaitMessage("この端末には、これを開くアプリがありません。")
    }
}
