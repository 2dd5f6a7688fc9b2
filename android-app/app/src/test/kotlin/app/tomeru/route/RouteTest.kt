// SPDX-License-Identifier: Apache-2.0
package app.tomeru.route

import android.app.Application
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import app.tomeru.core.FamilyCode
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** Screens are opened by name: each name is that of a screen, and each screen has a name. */
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
class RouteTest {
    private val app: Application = RuntimeEnvironment.getApplication()

    private fun declared() = app.packageManager.getPackageInfo(app.packageName, PackageManager.GET_ACTIVITIES)
        .activities.orEmpty().map { it.targetActivity ?: it.name }.toSet()

    @Test
    fun `every route leads to a screen of the manifest, and every screen but three has a route`() {
        val named = Route.entries.mapNotNull { it.intent(app).component?.className }.toSet()
        val openedByOthers = setOf(
            // Telecom
            "app.tomeru.ui.aftercall.AfterCallActivity",
            // a notice
            "app.tomeru.outgoing.CallAnywayActivity",
            // a shortcut
            "app.tomeru.ui.home.PassHourActivity",
        )
        assertEquals(declared() - openedByOthers, named)
        named.forEach { Class.forName(it) }
    }

    @Test
    fun `a link with a family's code leads to the offer`() {
        val link = Intent(Intent.ACTION_VIEW, Uri.parse("${FamilyCode.SCHEME}:1?p=stop&end"))
            .addCategory(Intent.CATEGORY_BROWSABLE)
        val opened = app.packageManager.resolveActivity(link, PackageManager.MATCH_DEFAULT_ONLY)
        assertEquals(Route.OFFER.intent(app).component?.className, opened?.activityInfo?.name)
    }
}
