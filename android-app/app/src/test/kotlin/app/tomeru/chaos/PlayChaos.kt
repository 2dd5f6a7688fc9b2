// SPDX-License-Identifier: Apache-2.0
package app.tomeru.chaos

import app.tomeru.support.Posts
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import app.tomeru.support.test
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import java.io.File

/** The long run; started by scripts/chaos, no test. */
@RunWith(TomeruRunner::class)
@Config(sdk = [35], shadows = [Posts::class])
class PlayChaos {
    @Test
    fun play() {
        val seed = checkNotNull(System.getProperty("tomeru.seed")).toLong()
        val calls = checkNotNull(System.getProperty("tomeru.count")).toInt()
        val log = File(Vectors.root, "target/chaos.txt").apply { writeText("") }
        Chaos.play(RuntimeEnvironment.getApplication().test, seed, calls) { log.appendText("$it\n") }
    }
}
