// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.os.Bundle
import android.view.View
import android.widget.TextView
import app.tomeru.R
import app.tomeru.route.Route
import app.tomeru.ui.Screen
import app.tomeru.views.find
import app.tomeru.views.isVisible

/** Which version this is, and what others made of it: the files NOTICE and LICENSE, as they are in the APK. */
class AboutActivity : Screen() {
    override fun create(state: Bundle?) {
        showColumn(R.string.about_title, R.layout.about)
        onPress(R.id.limits) { open(Route.LIMITS) }
        background.run({ read() }, ::show, ::sayFailed)
    }

    private fun read() = About(version(), paragraphs("NOTICE"), paragraphs("LICENSE"))

    private fun show(about: About) {
        find<TextView>(R.id.version).text = getString(R.string.about_version, about.version)
        find<View>(R.id.debug).isVisible = about.isDebug
        find<TextView>(R.id.notice).text = about.notice
        find<TextView>(R.id.licence).text = about.licence
    }

    private fun version() = packageManager.getPackageInfo(packageName, 0).versionName.orEmpty()

    private fun paragraphs(file: String) = assets.open(file).bufferedReader().use { Paragraphs.of(it.readLines()) }

    private class About(val version: String, val notice: String, val licence: String) {
        /** Signed with a debug key: `scripts/build-apk` says so in the version. */
        val isDebug = version.endsWith("-debug")
    }
}
