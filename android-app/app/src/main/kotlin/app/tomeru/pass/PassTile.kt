// SPDX-License-Identifier: Apache-2.0
package app.tomeru.pass

import android.graphics.drawable.Icon
import android.service.quicksettings.Tile
import android.service.quicksettings.TileService
import app.tomeru.R
import app.tomeru.fault.Background
import app.tomeru.platform.Clock
import app.tomeru.protection.Protection
import app.tomeru.words.Words
import kotlin.concurrent.thread

/** Beside the phone's other quick settings: whether it is protected, and "ring for an hour"; pressed again, that ends. */
class PassTile : TileService() {
    private var background: Background? = null

    override fun onStartListening() {
        background = Background()
        show()
    }

    override fun onStopListening() {
        background?.close()
        background = null
    }

    override fun onClick() {
        // Whoever finds a locked phone shall not open it to every caller.
        if (isLocked && isSecure) unlockAndRun(::toggle) else toggle()
    }

    /** Not by [background]: once the phone is unlocked the tile may be out of sight. */
    private fun toggle() {
        val pass = TimedPass(applicationContext)
        thread(name = "pass") {
            runCatching { if (pass.current().isEmpty()) pass.startForAnHour() else pass.end() }
            mainExecutor.execute(::show)
        }
    }

    private fun show() {
        background?.run(
            { Protection.of(applicationContext) to TimedPass(applicationContext).current() },
            { (protection, passes) ->
                val until = passes.maxOfOrNull { it.until }
                val subtitle = when {
                    // A pass of what does not protect is no matter.
                    protection.level == Protection.Level.STOPPED -> getString(protection.level.text)

                    until != null -> getString(R.string.pass_until, Words(this).timeOfDay(until * Clock.MILLIS))

                    else -> getString(protection.level.text)
                }
                set(if (until == null) Tile.STATE_INACTIVE else Tile.STATE_ACTIVE, subtitle)
            },
            { set(Tile.STATE_UNAVAILABLE, getString(R.string.state_stopped)) },
        )
    }

    private fun set(state: Int, subtitle: String) {
        val tile = qsTile ?: return
        tile.state = state
        tile.label = getString(R.string.pass_hour)
        tile.icon = Icon.createWithResource(this, R.drawable.ic_shield)
        tile.subtitle = subtitle
        tile.updateTile()
    }
}
