// SPDX-License-Identifier: Apache-2.0
package app.tomeru.play

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.net.Uri
import android.telecom.Call
import android.telecom.TelecomManager
import app.tomeru.call.CallRecord
import app.tomeru.call.Question
import app.tomeru.core.Action
import app.tomeru.core.Answer
import app.tomeru.core.Preset
import app.tomeru.core.patternOf
import app.tomeru.pass.TimedPass
import app.tomeru.settings.SettingsStore
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Response
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.test
import app.tomeru.words.Words
import org.junit.After
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File
import java.util.TimeZone

/**
 * Plays the calls of files (`-Dtomeru.calls`, as on a class path), each on a phone that is new, through the real
 * screening service, reads them back from the records, and writes a table of what happened for each into a folder
 * (`-Dtomeru.tables`). Rows that are bad, or that end otherwise than the file
 * expects, are named at its end, after a line `bad rows: N`; the rest is played all the same.
 */
@RunWith(TomeruRunner::class)
@Config(sdk = [35], qualifiers = "ja-rJP")
class PlayCalls {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val words = Words(app)
    private val telecom = Telecom()
    private val phone = Phone(app)
    private val zone = TimeZone.getDefault()
    private var packed = 0L
    private val table = mutableListOf<List<String>>()
    private val bad = mutableListOf<String>()
    private val told = mutableListOf<Told>()

    /** What Telecom and the core said about a call. */
    private data class Told(val call: PlayedCall, val response: Response, val answer: Answer)

    @After
    fun repair() {
        TimeZone.setDefault(zone)
        app.test.decide = Question::ask
    }

    @Test
    fun play() {
        TimeZone.setDefault(TimeZone.getTimeZone(CallFile.ZONE))
        app.test.decide = { question -> question.ask().also { packed = it } }
        val files = checkNotNull(System.getProperty("tomeru.calls")).split(File.pathSeparator).map(::File)
        for (file in files) {
            begin()
            play(file)
        }
    }

    private fun begin() {
        phone.forget()
        for (list in listOf(table, bad, told)) list.clear()
        table += listOf("日時", "番号", "種類", "国", "結果", "理由")
        Chosen.preset(app, Preset.STOP)
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
        phone.place(listOf("JP"), "JP")
    }

    private fun play(file: File) {
        CallFile.read(file).forEach { row -> row.fold(::play) { bad += it.message.orEmpty() } }
        val same = readBack()
        val lines = Table.lines(table) + "" + "記録から読み戻して同じだった電話： ${told.size}件中${same}件" + "bad rows: ${bad.size}" + bad
        val tables = checkNotNull(System.getProperty("tomeru.tables"))
        File(tables, "${file.nameWithoutExtension}.txt").writeText(lines.joinToString("\n", postfix = "\n"))
        assertTrue(table.size > 1 || bad.isNotEmpty())
    }

    private fun play(row: Played) {
        phone.at(row.atMillis)
        try {
            when (row) {
                is PlayedCall -> play(row)
                is PlayedEvent -> play(row)
            }
        } catch (e: IllegalArgumentException) {
            bad += "${row.place}: ${e.message}"
        }
    }

    private fun play(call: PlayedCall) {
        if (call.isContact) FakeContacts.add(call.number)
        val shown = call.presentation == TelecomManager.PRESENTATION_ALLOWED
        val handle = if (shown) Uri.fromParts("tel", call.number, null).toString() else null
        val response = telecom.screen(FakeCall(handle, call.presentation, call.direction))
        val answer = Answer.unpack(packed)
        told += Told(call, response, answer)
        val row = listOf(
            words.time(call.atMillis),
            call.number.ifEmpty { "-" },
            words.origin(answer.origin),
            words.country(answer.region, answer.hasMoreRegions, answer.countryCode) ?: "-",
            result(call, response, answer),
            words.reason(answer.reason),
        )
        table += row
        if (call.expected != null && call.expected != answer.action) {
            bad += "${call.place}: ${answer.action.name.lowercase()}, not ${call.expected.name.lowercase()}"
        }
    }

    private fun result(call: PlayedCall, response: Response, answer: Answer) = when {
        call.direction == Call.Details.DIRECTION_OUTGOING -> "かけた"
        response.reject -> "止めた"
        response.silence -> "音なし"
        answer.action == Action.WARN -> "注意して鳴らした"
        else -> "鳴らした"
    }

    private fun play(row: PlayedEvent) {
        val store = SettingsStore(app)
        val value = { requireNotNull(row.value) { "!${row.event} needs a word after it" } }
        val pattern = { requireNotNull(patternOf(value())) { "${row.value} is no number" } }
        when (row.event) {
            "pass" -> if (row.value ==
                null
            ) {
                TimedPass(app).startForAnHour()
            } else {
                TimedPass(app).startForDays(value(), 1)
            }

            "network" -> phone.place(listOf("JP"), value())

            "allow" -> store.allow(pattern(), "")

            "block" -> store.block(pattern(), "")

            "country" -> store.setCountry(value(), Action.ALLOW)

            else -> throw IllegalArgumentException("there is no event !${row.event}")
        }
        val text = listOfNotNull(row.event, row.value).joinToString(" ")
        table += listOf(words.time(row.atMillis), "($text)", "", "", "", "")
    }

    /** How many calls the records tell as they were; each that they do not is a bad row. */
    private fun readBack(): Int {
        val records = phone.records().sortedBy { it.atMillis }
        if (records.size != told.size) bad += "${records.size} records of ${told.size} calls"
        return told.zip(records).count { (told, record) ->
            val same = isSame(told, record)
            if (!same) bad += "${told.call.place}: the record tells another call"
            same
        }
    }

    private fun isSame(told: Told, record: CallRecord) = record.atMillis == told.call.atMillis &&
        record.number.orEmpty() == told.call.number &&
        record.presentation == told.call.presentation &&
        record.outgoing == (told.call.direction == Call.Details.DIRECTION_OUTGOING) &&
        record.action == told.answer.action &&
        (record.action == Action.REJECT) == told.response.reject &&
        record.reason == told.answer.reason &&
        record.origin == told.answer.origin
}
