// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.home

import android.content.Intent
import android.os.Bundle
import app.tomeru.core.Fault
import app.tomeru.fault.FaultLog
import app.tomeru.pass.TimedPass
import app.tomeru.route.Route
import app.tomeru.ui.Screen

/**
 * The shortcut "ring for one hour". It has no face: the first screen shows what it did. It is not exported, for what any
 * app can start changes nothing by itself; a launcher starts shortcuts as the app that published them (AOSP,
 * `LauncherAppsService`).
 */
class PassHourActivity : Screen() {
    override fun create(state: Bundle?) {
        val pass = TimedPass(applicationContext)
        background.run({ if (state == null) pass.startForAnHour() }, { home() }, { fault ->
            FaultLog(this).record(Fault.TILE_FAILED, fault)
            home()
        })
    }

    private fun home() {
        // In the task that Recents shows.
        open(Route.HOME) { addFlags(Intent.FLAG_ACTIVITY_NEW_TASK) }
        finish()
    }
}
