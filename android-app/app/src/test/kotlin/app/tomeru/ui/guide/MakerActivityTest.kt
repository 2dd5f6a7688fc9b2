// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.os.Build
import android.provider.Settings
import android.view.ViewGroup
import app.tomeru.R
import app.tomeru.support.Look
import app.tomeru.support.ScreenTest
import app.tomeru.support.Studio
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.home.WaysActivity
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.shadows.ShadowBuild

/** What phones of a maker need is shown on those phones. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class MakerActivityTest : ScreenTest() {
    private val before = Build.MANUFACTURER

    @After
    fun restore() = ShadowBuild.setManufacturer(before)

    private fun topics(maker: String) = Guide.ofMaker(app.also { ShadowBuild.setManufacturer(maker) })

    @Test
    fun `each maker has its page, however it writes its name, and others have what is true of all`() {
        for (maker in listOf("Xiaomi", "samsung", "OPPO", "Sony", "SHARP", "motorola")) {
            val topics = topics(maker)
            assertEquals(maker, 2, topics.size)
            assertTrue(maker, Guide.hasMaker(app) && maker.lowercase() in topics.first().makers)
        }
        assertEquals(listOf("どの機種でも"), topics("FCNT").map { it.name })
        assertTrue(!Guide.hasMaker(app))
    }

    @Test
    fun `every topic says where it was read, and when`() {
        for (maker in listOf("Xiaomi", "samsung", "OPPO", "Sony", "SHARP", "motorola")) {
            for (topic in topics(maker)) {
                assertTrue(topic.name, topic.source.isNotEmpty() && Regex("20[0-9]{2}-[01][0-9]").matches(topic.date))
                val page = topic.links.filterIsInstance<Link.Page>().single()
                assertTrue(page.url, page.url.startsWith("https://"))
            }
        }
    }

    @Test
    fun `how calls are warned of leads there on a phone of such a maker only`() {
        ShadowBuild.setManufacturer("FCNT")
        val other = open<WaysActivity>()
        Wait.idle()
        assertTrue(!other.shows(R.id.maker))
        ShadowBuild.setManufacturer("Xiaomi")
        val ways = open<WaysActivity>()
        Wait.until { ways.shows(R.id.maker) }
        ways.press(R.id.maker)
        assertEquals(MakerActivity::class.java.name, ways.opened().component?.className)
        val screen = open<MakerActivity>()
        val card = screen.requireViewById<ViewGroup>(R.id.rows).getChildAt(0)
        val texts = texts(card)
        assertTrue("$texts", texts[1].contains("ロック画面に表示") && texts.any { it.startsWith("出典：Damoov社の案内") })
        val buttons = texts(screen.requireViewById(R.id.rows)).filter { it == "「とめる」の設定を開く" }
        assertEquals("one button, not two that look alike", 1, buttons.size)
        button(card, "「とめる」の設定を開く").performClick()
        assertEquals(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, screen.opened().action)
    }

    @Test
    @Config(sdk = [35])
    fun pictures() {
        for (maker in listOf("Xiaomi", "samsung")) {
            ShadowBuild.setManufacturer(maker)
            for (look in Look.DRAWN) Studio.draw<MakerActivity>("maker-${maker.lowercase()}", look) {}
        }
    }
}
