// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.settings

import android.content.Intent
import android.net.Uri
import app.tomeru.R
import app.tomeru.fault.FaultLog
import app.tomeru.route.Route
import app.tomeru.settings.SettingsFolder
import app.tomeru.support.FakeDocuments
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import java.io.File
import java.io.InputStream
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicLong

/** What any app may hand over as a file of numbers changes nothing and ends nothing. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class ListHostileTest : ScreenTest() {
    private class Endless(private val byte: Int, private val read: AtomicLong = AtomicLong()) : InputStream() {
        override fun read(): Int = byte

        override fun read(into: ByteArray, from: Int, length: Int): Int {
            into.fill(byte.toByte(), from, from + length)
            read.addAndGet(length.toLong())
            return length
        }
    }

    private fun throwing(thrown: Throwable) =
        FakeDocuments.add("${thrown.javaClass.simpleName}.csv") { throw thrown.also { this.thrown += it.javaClass } }

    /** What another app has thrown. */
    private val thrown = mutableListOf<Class<out Throwable>>()

    private fun view(uri: Uri?) = Intent(Intent.ACTION_VIEW, uri)

    private fun copies() = app.cacheDir.walk().filter { it.isFile }.toList()

    @Test
    fun `what cannot be read is said, and is no fault of the app`() {
        val own = File(SettingsFolder.of(app), "settings.json")
        val before = store.load()
        val intents = listOf(
            Intent(),
            view(null),
            view(Uri.fromFile(own)),
            view(Uri.parse("android.resource://app.tomeru/raw/warning")),
            view(Uri.parse("content://nobody/numbers.csv")),
            view(throwing(SecurityException())),
            view(throwing(IllegalStateException())),
            view(throwing(OutOfMemoryError())),
            Intent(Intent.ACTION_SEND),
            Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_STREAM, "no address"),
            Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_STREAM, Uri.fromFile(own)),
            Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_STREAM, null as Uri?).putExtra(Intent.EXTRA_TEXT, 7),
        )
        for (intent in intents) {
            val screen = open<ListPreviewActivity>(intent.putExtra(Route.REPLACES, 1))
            screen.awaitMessage("ファイルを読めませんでした。\n今の一覧は、そのままです。")
            assertTrue(!screen.shows(R.id.take))
        }
        assertEquals("each was asked", 3, thrown.distinct().size)
        assertTrue("nothing stays", copies().isEmpty())
        assertEquals(before, store.load())
        assertTrue(FaultLog(app).unseen().isEmpty())
    }

    @Test
    fun `no file is too long to be refused`() {
        val read = AtomicLong()
        for ((byte, said) in listOf('7' to "ファイルが大きすぎます。64MBまで読み込めます。", '\u0000' to "文字のファイルではないので、読めませんでした。")) {
            val screen = open<ListPreviewActivity>(view(FakeDocuments.add("numbers.csv") { Endless(byte.code, read) }))
            screen.awaitMessage("$said\n今の一覧は、そのままです。")
            assertTrue("nothing stays", copies().isEmpty())
        }
        assertTrue("${read.get()}", read.get() <= 2 * (64L * 1024 * 1024 + 1))
    }

    @Test
    fun `a long file tells how far it is, and ends with the screen`() {
        val (half, over) = List(2) { CountDownLatch(1) }
        val stream = object : InputStream() {
            private var count = 0

            override fun read(): Int = '\n'.code

            override fun read(into: ByteArray, from: Int, length: Int): Int {
                if (count++ == 1) {
                    half.countDown()
                    Wait.forEvent(over)
                }
                into.fill('\n'.code.toByte(), from, from + length)
                return length
            }
        }
        val controller = start<ListPreviewActivity>(view(FakeDocuments.add("numbers.csv", 2L * PART) { stream }))
        Wait.forEvent(half)
        controller.get().awaitMessage("読み込んでいます…（50%）")
        controller.pause().stop().destroy()
        over.countDown()
        Wait.until { copies().isEmpty() }
        Wait.idle()
        assertTrue(copies().isEmpty() && store.load().settings.policy.lists.isEmpty())
    }

    @Test
    fun `a list whose app died before its end is none`() {
        val uri = FakeDocuments.add("numbers.csv") {
            FakeDocuments.isDead = true
            "+18442980122\n".byteInputStream()
        }
        val screen = open<ListPreviewActivity>(view(uri))
        screen.awaitMessage("ファイルを読めませんでした。\n今の一覧は、そのままです。")
        assertTrue("nothing stays", copies().isEmpty())
    }

    @Test
    fun `a name of another app shows nothing that is not there`() {
        val uri = FakeDocuments.add("\u202Efile\u0007.csv", "0312345678\n".toByteArray())
        val screen = open<ListPreviewActivity>(view(uri))
        Wait.until { screen.shows(R.id.take) }
        assertEquals("\u2068file.csv\u2069", screen.text(R.id.file))
    }

    private companion object {
        const val PART = 64 * 1024
    }
}
