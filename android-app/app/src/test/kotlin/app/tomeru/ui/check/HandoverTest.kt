// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.check

import android.content.Intent
import android.net.Uri
import android.telecom.TelecomManager
import android.widget.EditText
import app.tomeru.R
import app.tomeru.platform.systemService
import app.tomeru.route.Route
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** A link with a number that opened Tomeru gets to the dialer all the same. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class HandoverTest : ScreenTest() {
    private val link = Uri.parse("tel:+81-3-1234-5678")
    private val text = "電話アプリで開く"

    private fun opened(intent: Intent): CheckActivity =
        open<CheckActivity>(intent).also { screen -> Wait.until { screen.shows(R.id.result) } }

    @Test
    fun `a link is checked, and goes on to the dialer at the press of a button`() {
        shadowOf(app.systemService<TelecomManager>()).setDefaultDialerPackage("com.example.dialer")
        val screen = opened(Intent(Intent.ACTION_VIEW, link))
        button(screen.window.decorView, text).performClick()
        val handed = screen.opened()
        assertEquals(Intent.ACTION_DIAL, handed.action)
        assertEquals("as it stood in the link", link, handed.data)
        assertEquals("never back to Tomeru", "com.example.dialer", handed.`package`)
    }

    @Test
    fun `without a dialer that is known Android chooses, and Tomeru dials nothing`() {
        val screen = opened(Intent(Intent.ACTION_VIEW, link))
        button(screen.window.decorView, text).performClick()
        val handed = screen.opened()
        assertEquals(Intent.ACTION_DIAL, handed.action)
        assertTrue(
            app.packageManager.queryIntentActivities(handed, 0).none {
                it.activityInfo.packageName ==
                    app.packageName
            },
        )
    }

    @Test
    fun `the button is for the link alone`() {
        val typed = opened(Intent().putExtra(Route.NUMBER, "+81312345678"))
        assertTrue(!button(typed.window.decorView, text).isShown)
        val screen = opened(Intent(Intent.ACTION_VIEW, link))
        assertTrue(button(screen.window.decorView, text).isShown)
        screen.requireViewById<EditText>(R.id.number).setText("+18442980122")
        screen.press(R.id.check)
        Wait.until { !button(screen.window.decorView, text).isShown }
    }
}
