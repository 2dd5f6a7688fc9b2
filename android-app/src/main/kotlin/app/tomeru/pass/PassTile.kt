// SPDX-License-Identifier: Apache-2.0
package app.tomeru.pass

import android.graphics.drawable.Icon
import android.service.quicksettings.Tile
import android.service.quicksettings.TileService
import app.tomeru.R
import app.tomeru.circumstances.Clock
import app.tomeru.ui.Background
import app.tomeru.ui.Words
import kotlin.concurrent.thread

/** "Ring for an hour" beside the phone's other quick settings; pressed again, it ends. */
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
        background?.run({ TimedPass(applicationContext).current() }, { passes ->
            set(if (passes.isEmpty()) Tile.STATE_INACTIVE else Tile.STATE_ACTIVE, passes.maxOfOrNull { it.until })
        }, { set(Tile.STATE_UNAVAILABLE, null) })
    }

    private fun set(state: Int, until: Long?) {
        val tile = qsTile ?: return
        tile.state = state
        tile.label = getString(R.string.pass_hour)
        tile.icon = Icon.createWithResource(this, R.drawable.ic_shield)
        tile.subtitle = until?.let { getString(R.string.pass_until, Words(this).timeOfDay(it * Clock.MILLIS)) }
        tile.updateTile()
    }
}
