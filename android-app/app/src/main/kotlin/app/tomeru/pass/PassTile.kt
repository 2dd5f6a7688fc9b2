// SPDX-License-Identifier: Apache-2.0
package app.tomeru.pass

import android.graphics.drawable.Icon
import android.service.quicksettings.Tile
import android.service.quicksettings.TileService
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.fault.Background
import app.tomeru.fault.Barrier
import app.tomeru.fault.MainThread
import app.tomeru.platform.Clock
import app.tomeru.protection.Protection
import app.tomeru.words.Words

/** The quick-settings tile: whether the phone is protected, and "ring for an hour"; tapping again ends that. */
class PassTile : TileService() {
    private var background: Background? = null

    override fun onStartListening() = guarded {
        background = Background(Fault.TILE_FAILED)
        show()
    }

    override fun onStopListening() = guarded {
        background?.close()
        background = null
    }

    override fun onClick() = guarded {
        // Someone who finds a locked phone must not be able to let every caller through.
        if (isLocked && isSecure) unlockAndRun { guarded(::toggle) } else toggle()
    }

    private fun guarded(work: () -> Unit) {
        Barrier.run(Fault.TILE_FAILED, work)
    }

    /** Not through [background]: once the phone is unlocked, the tile may be out of sight. */
    private fun toggle() {
        val pass = TimedPass(applicationContext)
        val main = MainThread(Fault.TILE_FAILED)
        Barrier.thread("pass", Fault.TILE_FAILED, ended = { main.run(work = ::show) }) {
            if (pass.current().isEmpty()) pass.startForAnHour() else pass.end()
        }
    }

    private fun show() {
        background?.run(
            {
                val passes = Barrier.ask(null, { null }) { TimedPass(applicationContext).current() }
                Protection.of(applicationContext) to passes
            },
            { (protection, passes) ->
                val until = passes?.maxOfOrNull { it.until }
                val subtitle = when {
                    // A pass is irrelevant when there is no protection.
                    protection.level == Protection.Level.STOPPED -> getString(protection.level.text)

                    until != null -> getString(R.string.pass_until, Words(this).timeOfDay(until * Clock.MILLIS))

                    else -> getString(protection.level.text)
                }
                val state = when {
                    // The settings cannot be read: no press would change them.
                    passes == null -> Tile.STATE_UNAVAILABLE

                    until == null -> Tile.STATE_INACTIVE

                    else -> Tile.STATE_ACTIVE
                }
                set(state, subtitle)
            },
            { set(Tile.STATE_UNAVAILABLE, getString(R.string.cannot_tell)) },
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
