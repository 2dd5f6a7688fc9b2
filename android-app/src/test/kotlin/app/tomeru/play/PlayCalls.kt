// SPDX-License-Identifier: Apache-2.0
package app.tomeru.play

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.net.Uri
import android.telecom.TelecomManager
import app.tomeru.core.Answer
import app.tomeru.core.Preset
import app.tomeru.screening.RingPath
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Response
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.ui.Words
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File

/**
 * Plays the calls of a file (`-Dtomeru.calls`) through the real screening service and writes a table of what happened
 * (`-Dtomeru.table`). Bad rows are named at its end, after a line `bad rows: N`; the rest is played all the same.
 */
@RunWith(TomeruRunner::class)
@Config(sdk = [35], qualifiers = "ja-rJP")
class PlayCalls {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val words = Words(app)

    @Test
    fun play() {
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
        val native = RingPath.core
        var packed = 0L
        RingPath.core = { question -> native(question).also { packed = it } }
        val telecom = Telecom()
        val rows = CallFile.read(File(checkNotNull(System.getProperty("tomeru.calls"))))
        val table = mutableListOf(listOf("番号", "種類", "国", "結果", "理由"))
        for (call in rows.mapNotNull { it.getOrNull() }) {
            if (call.isContact) FakeContacts.add(call.number)
            val response = telecom.screen(fake(call))
            table += row(call, response, Answer.unpack(packed))
        }
        val bad = rows.mapNotNull { it.exceptionOrNull()?.message }
        val file = File(checkNotNull(System.getProperty("tomeru.table")))
        file.writeText((Table.lines(table) + "bad rows: ${bad.size}" + bad).joinToString("\n", postfix = "\n"))
        assertTrue(table.size > 1 || bad.isNotEmpty())
    }

    private fun fake(call: PlayedCall): FakeCall {
        val shown = call.presentation == TelecomManager.PRESENTATION_ALLOWED
        val handle = if (shown) Uri.fromParts("tel", call.number, null).toString() else null
        return FakeCall(handle, call.presentation, call.direction)
    }

    private fun row(call: PlayedCall, response: Response, answer: Answer) = listOf(
        call.number.ifEmpty { "-" },
        words.origin(answer.origin),
        words.country(answer.region, answer.hasMoreRegions, answer.countryCode) ?: "-",
        when {
            response.reject -> "止めた"
            response.silence -> "音なし"
            else -> "鳴らした"
        },
        words.reason(answer.reason),
    )
}
