// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Activity
import android.app.AlertDialog
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.widget.AbsListView
import android.widget.Button
import android.widget.ListView
import app.tomeru.R
import app.tomeru.record.CallRecord
import app.tomeru.record.CallStore
import app.tomeru.record.Export
import app.tomeru.record.Recorder
import app.tomeru.record.SettingsStore

/** The history: what came, what happened and why; and what can be done with the records. */
class RecordsActivity : Activity() {
    private val background = Background()
    private val words by lazy { Words(this) }
    private val rows by lazy { RecordRows(this) }
    private var complete = false
    private var loading = false

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.records)
        find<Button>(R.id.back).setOnClickListener { finish() }
        find<ListView>(R.id.list).apply {
            addHeaderView(layoutInflater.inflate(R.layout.records_head, this, false), null, false)
            adapter = rows
            setOnItemClickListener { _, _, position, _ -> (getItemAtPosition(position) as? CallRecord)?.let(::choose) }
            setOnScrollListener(object : AbsListView.OnScrollListener {
                override fun onScrollStateChanged(view: AbsListView, state: Int) = Unit

                override fun onScroll(view: AbsListView, first: Int, visible: Int, total: Int) {
                    if (first + visible >= total) more()
                }
            })
        }
        find<Button>(R.id.export).setOnClickListener {
            val create = Intent(
                Intent.ACTION_CREATE_DOCUMENT,
            ).addCategory(Intent.CATEGORY_OPENABLE).setType(Export.TYPE)
            startActivityForResult(create.putExtra(Intent.EXTRA_TITLE, Export.FILE_NAME), EXPORT)
        }
        find<Button>(R.id.erase).setOnClickListener { askToErase() }
        find<Button>(R.id.keep).setOnClickListener { chooseRetention() }
        reload()
    }

    override fun onDestroy() {
        background.close()
        super.onDestroy()
    }

    override fun onActivityResult(request: Int, result: Int, data: Intent?) {
        val uri = data?.data
        if (request == EXPORT && result == RESULT_OK && uri != null) export(uri)
    }

    private fun reload() {
        complete = false
        rows.clear()
        // What was written before the first unlock belongs here, too.
        Recorder.of(this).settle { runOnUiThread { more() } }
    }

    private fun more() {
        if (complete || loading) return
        loading = true
        val last = rows.last()
        background.run(
            { CallStore.of(this).newest(PAGE, last) },
            { page ->
                loading = false
                complete = page.size < PAGE
                rows.add(page)
                if (rows.isEmpty) say(getString(R.string.records_empty))
            },
            {
                loading = false
                complete = true
                say(getString(R.string.records_unreadable))
            },
        )
    }

    private fun choose(record: CallRecord) {
        val key = record.key
        val dialog = AlertDialog.Builder(this)
            .setTitle(words.where(record) ?: words.origin(record.origin))
            .setMessage((listOf(words.reason(record.reason)) + words.signs(record)).joinToString("\n"))
            .setNeutralButton(R.string.notice_close, null)
        if (key != null) {
            val note = getString(R.string.records_title)
            dialog.setPositiveButton(R.string.allow_number) { _, _ ->
                save(R.string.said_allowed, key) { SettingsStore(this).allow(key, note) }
            }
            dialog.setNegativeButton(R.string.block_number) { _, _ ->
                save(R.string.said_blocked, key) { SettingsStore(this).block(key, note) }
            }
        }
        dialog.show()
    }

    private fun save(said: Int, key: String, work: () -> Unit) = background.run(
        work,
        { say(getString(said, words.grouped(key))) },
        { say(getString(R.string.settings_not_saved)) },
    )

    private fun export(to: Uri) = background.run(
        {
            val stream = contentResolver.openOutputStream(to, "wt") ?: throw java.io.IOException()
            stream.use { Export.write(CallStore.of(this), it) }
        },
        { say(getString(R.string.records_exported)) },
        { say(getString(R.string.records_not_exported)) },
    )

    private fun askToErase() {
        AlertDialog.Builder(this)
            .setMessage(R.string.records_erase_question)
            .setPositiveButton(R.string.records_erase) { _, _ ->
                background.run(
                    { listOf(CallStore.of(this), CallStore.pending(this)).forEach(CallStore::erase) },
                    {
                        reload()
                        say(getString(R.string.records_erased))
                    },
                    { say(getString(R.string.records_unreadable)) },
                )
            }
            .setNegativeButton(R.string.cancel, null)
            .show()
    }

    private fun chooseRetention() = background.run(
        { SettingsStore(this).load().settings.retentionDays },
        { days ->
            val texts = RETENTION_DAYS.map {
                when (it) {
                    FOR_EVER -> getString(R.string.records_keep_for_ever)
                    else -> resources.getQuantityString(R.plurals.records_days, it.toInt(), it.toInt())
                }
            }
            AlertDialog.Builder(this)
                .setTitle(R.string.records_keep)
                .setSingleChoiceItems(texts.toTypedArray(), RETENTION_DAYS.indexOf(days)) { dialog, index ->
                    dialog.dismiss()
                    val chosen = RETENTION_DAYS[index]
                    background.run(
                        { SettingsStore(this).change { it.copy(retentionDays = chosen) } },
                        { say(texts[index]) },
                        { say(getString(R.string.settings_not_saved)) },
                    )
                }
                .setNegativeButton(R.string.cancel, null)
                .show()
        },
        { say(getString(R.string.core_missing)) },
    )

    private companion object {
        const val EXPORT = 1
        const val PAGE = 50
        val FOR_EVER: UShort = 0u
        val RETENTION_DAYS: List<UShort> = listOf(30u, 90u, 365u, FOR_EVER)
    }
}
