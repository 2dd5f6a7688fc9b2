// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.Manifest.permission.BIND_SCREENING_SERVICE
import android.content.ComponentName
import android.content.Intent
import android.content.IntentFilter
import android.content.pm.ApplicationInfo
import android.content.pm.PackageInfo
import android.content.pm.ServiceInfo
import android.telecom.CallScreeningService
import android.view.ViewGroup
import app.tomeru.R
import app.tomeru.platform.systemService
import app.tomeru.route.Route
import app.tomeru.support.FakeCall
import app.tomeru.support.Look
import app.tomeru.support.ScreenTest
import app.tomeru.support.Studio
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.home.HomeActivity
import app.tomeru.ui.setup.Setup
import app.tomeru.ui.setup.SetupActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** What the app cannot do is said on the first screen, and before it takes another app's place. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 35], qualifiers = "ja-rJP")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class LimitsActivityTest : ScreenTest() {
    /** An app with a service for calls, as an app that can be chosen has it. */
    private fun install(name: String, label: String, permission: String? = BIND_SCREENING_SERVICE) {
        val service = ComponentName(name, "$name.Screening")
        val packages = shadowOf(app.packageManager)
        packages.installPackage(
            PackageInfo().apply {
                packageName = name
                applicationInfo = ApplicationInfo().apply {
                    packageName = name
                    nonLocalizedLabel = label
                }
            },
        )
        packages.addOrUpdateService(
            ServiceInfo().apply {
                packageName = name
                this.name = service.className
                this.permission = permission
                applicationInfo = app.packageManager.getApplicationInfo(name, 0)
            },
        )
        packages.addIntentFilterForService(service, IntentFilter(CallScreeningService.SERVICE_INTERFACE))
    }

    private fun roleStep(): SetupActivity {
        Setup(app).current = Setup.Step.ROLE
        return open<SetupActivity>()
    }

    private fun SetupActivity.others() = text(R.id.setup_others).filterNot { it in "\u2068\u2069" }

    @Test
    fun `the first screen says it in one line, with a page behind it`() {
        val home = open<HomeActivity>()
        assertEquals("日本の番号やLINEの詐欺は、防げないことがあります", home.text(R.id.limits))
        home.press(R.id.limits)
        assertEquals(Route.LIMITS.intent(app).component, home.opened().component)
        val texts = texts(open<LimitsActivity>().requireViewById<ViewGroup>(R.id.rows)).joinToString("\n")
        for (what in listOf("日本の番号", "LINE", "WhatsApp", "SMS", "家の電話", "警察が作ったアプリでも", "デジポリス", "一つです")) {
            assertTrue(what, what in texts)
        }
    }

    @Test
    @Config(sdk = [35], qualifiers = "en-rUS")
    fun `in English, too`() {
        assertEquals(6, open<LimitsActivity>().requireViewById<ViewGroup>(R.id.rows).childCount)
    }

    @Test
    fun `every limit says where it was read, and when`() {
        for (topic in Guide.limits(app)) {
            assertTrue(topic.name, topic.name.isNotEmpty() && topic.text.isNotEmpty() && topic.source.isNotEmpty())
            assertTrue(topic.date, Regex("20[0-9]{2}-[01][0-9]").matches(topic.date))
            for (page in topic.links.filterIsInstance<Link.Page>()) {
                assertTrue(
                    page.url,
                    page.url.startsWith("https://"),
                )
            }
        }
    }

    @Test
    fun `a call from a Japanese number by a stranger rings, as is said`() {
        assertTrue(!Telecom().screen(FakeCall(phone.handle("08012345678"))).reject)
    }

    @Test
    fun `before the choice set-up says what is lost, and names the apps that may be in place`() {
        roles.lose()
        val alone = roleStep()
        Wait.idle()
        assertTrue(alone.others(), alone.others().startsWith("警察庁がすすめるアプリと、警視庁の「デジポリス」は、"))
        install("jp.police", "デジポリス")
        install("com.who", "Whoscall")
        install("com.phone", "電話")
        install("com.odd", "だれでも", permission = null)
        shadowOf(app.systemService<android.telecom.TelecomManager>()).setDefaultDialerPackage("com.phone")
        val setup = roleStep()
        Wait.until { setup.others().startsWith("この電話に入っている、") }
        val named = setup.others().lines().first().substringAfter('：').split('、')
        assertEquals(setOf("デジポリス", "Whoscall"), named.toSet())
        assertTrue(setup.others(), "「とめる」に、その一覧はありません。" in setup.others())
        setup.press(R.id.setup_limits)
        assertEquals(Route.LIMITS.intent(app).component, setup.opened().component)
    }

    @Test
    @Config(sdk = [35])
    fun `pictures of the choice`() {
        install("jp.police", "デジポリス")
        install("com.who", "Whoscall")
        roles.lose()
        for (look in Look.DRAWN) {
            Setup(app).current = Setup.Step.ROLE
            Studio.draw<SetupActivity>("setup-role-others", look.onPhone, Intent()) { screen ->
                Wait.until { "Whoscall" in screen.text(R.id.setup_others) }
            }
        }
    }
}
