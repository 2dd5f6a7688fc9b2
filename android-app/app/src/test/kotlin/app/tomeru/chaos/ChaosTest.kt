// SPDX-License-Identifier: Apache-2.0
package app.tomeru.chaos

import app.tomeru.support.Posts
import app.tomeru.support.TomeruRunner
import app.tomeru.support.test
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** Some of the calls of what `scripts/chaos` plays a hundred thousand of. */
@RunWith(TomeruRunner::class)
@Config(sdk = [35], shadows = [Posts::class])
class ChaosTest {
    @Test
    fun `whatever goes wrong, each call has one answer, nobody who must ring is stopped, and nothing is lost`() =
        Chaos.play(RuntimeEnvironment.getApplication().test, SEED, CALLS, ::println)

    private companion object {
        const val SEED = 1L
        const val CALLS = 60
    }
}
