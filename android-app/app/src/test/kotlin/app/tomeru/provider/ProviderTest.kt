// SPDX-License-Identifier: Apache-2.0
package app.tomeru.provider

import android.app.Application
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.DeadObjectException
import app.tomeru.support.Answering
import app.tomeru.support.Budgets
import app.tomeru.support.FakeDocuments
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import java.io.IOException

/** Another app's process may end at any moment. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35])
class ProviderTest {
    private val app: Application = RuntimeEnvironment.getApplication()

    /** Has three rows, and dies as often as is wanted. */
    class Dying : Answering() {
        override fun answer(uri: Uri, projection: Array<String>?): Cursor {
            if (deaths-- > 0) throw DeadObjectException()
            return object : MatrixCursor(projection) {
                // `BulkCursorToCursorAdaptor` says no more than this.
                override fun onMove(from: Int, to: Int) = to < whole
            }.apply { repeat(ROWS) { addRow(arrayOf("$it")) } }
        }

        companion object {
            const val ROWS = 3
            var deaths = 0
            var whole = ROWS
        }
    }

    private fun rows(deaths: Int = 0, whole: Int = Dying.ROWS): List<String>? {
        Robolectric.setupContentProvider(Dying::class.java, "dying")
        Dying.deaths = deaths
        Dying.whole = whole
        return Provider(app, Uri.parse("content://dying")).rows(arrayOf("text")) { rows ->
            buildList { while (Provider.toNextRow(rows)) add(rows.getString(0)) }
        }
    }

    @Test
    fun `rows are all there, or there are none`() {
        val all = listOf("0", "1", "2")
        assertEquals(all, rows())
        assertEquals("asked once more", all, rows(deaths = 1))
        assertThrows(DeadObjectException::class.java) { rows(deaths = 2) }
        for (whole in 0 until Dying.ROWS) assertThrows(DeadObjectException::class.java) { rows(whole = whole) }
        assertNull(Provider(app, Uri.parse("content://nobody")).rows(arrayOf("text")) { it })
    }

    @Test
    fun `a file of an app that died meanwhile was not read, and not written`() {
        val file = Provider(app, FakeDocuments.add("a"))
        file.write { it.write("text".toByteArray()) }
        assertEquals("text", FakeDocuments.written())
        assertEquals("text", file.read { it.readBytes().decodeToString() })
        assertThrows(IOException::class.java) {
            file.write {
                it.write("other".toByteArray())
                FakeDocuments.isDead = true
            }
        }
        assertThrows(IOException::class.java) { file.read { it.readBytes() } }
        val nobody = Provider(app, Uri.parse("content://nobody/file"))
        assertThrows(IOException::class.java) { nobody.read { it.readBytes() } }
        assertThrows(IOException::class.java) { nobody.write { } }
    }

    @Test
    fun `an app that died before it opened a file is asked once more`() {
        val file = Provider(app, FakeDocuments.add("a"))
        FakeDocuments.deaths = 1
        file.write { it.write("text".toByteArray()) }
        FakeDocuments.deaths = 1
        assertEquals("text", file.read { it.readBytes().decodeToString() })
        FakeDocuments.deaths = 2
        assertThrows(IOException::class.java) { file.read { it.readBytes() } }
        FakeDocuments.deaths = 0
        var reads = 0
        assertThrows(IOException::class.java) {
            file.read {
                reads++
                FakeDocuments.isDead = true
            }
        }
        assertEquals("never after something was read", 1, reads)
    }

    @Test
    fun `an app that gave the whole file and says no more keeps nobody waiting`() {
        val file = Provider(app, FakeDocuments.add("a"))
        FakeDocuments.isStalled = true
        file.write { it.write("text".toByteArray()) }
        assertEquals("text", file.read { it.readBytes().decodeToString() })
        assertEquals("each was asked", 2, Budgets.reached.size)
    }
}
