// SPDX-License-Identifier: Apache-2.0
package app.tomeru.chaos

import android.content.Context
import android.provider.Settings
import app.tomeru.core.Action
import app.tomeru.core.ListChoice
import app.tomeru.core.ListSource
import app.tomeru.core.Preset
import app.tomeru.core.SettingsException
import app.tomeru.platform.core
import app.tomeru.record.CallStore
import app.tomeru.settings.SettingsFolder
import app.tomeru.settings.SettingsStore
import app.tomeru.support.TestApp
import java.io.File
import kotlin.random.Random

/** The settings and lists in their folder, what the person chooses, and what happens to the files. */
internal class Storage(private val app: TestApp, private val random: Random, private val wishes: Wishes) {
    private val folder get() = SettingsFolder.of(app)
    private val store = SettingsStore(app)
    private val newest get() = File(folder, "settings.json")
    private val hidden = mutableMapOf<File, File>()
    private val junk = mutableListOf<String>()
    private val numbers = mutableMapOf<UInt, Who>()

    /** The settings are broken for good: what was chosen is gone, and whoever chooses now sees that. */
    private var isBroken = false

    /** What a process that began just now reads. */
    private var isRead = true

    /** Whether a file of the records was set aside lately, by what the app says. */
    val memoryIsLost get() = CallStore.lostMemory(app)

    /** What is not to be known of a call because of it. */
    val doubt get() = Wishes.Doubt(settings = !isRead)

    /** Whether everything that was chosen is there. */
    val isSound get() = isRead && !isBroken && hidden.isEmpty()

    /** An empty folder. */
    fun begin() {
        mend()
        folder.deleteRecursively()
        for (context in listOf(app, app.createDeviceProtectedStorageContext())) {
            context.getDatabasePath("calls").parentFile?.listFiles().orEmpty().forEach { it.delete() }
        }
        for (name in listOf("set_aside", "retention", "emergency")) {
            app.createDeviceProtectedStorageContext().getSharedPreferences(
                name,
                Context.MODE_PRIVATE,
            ).edit().clear().commit()
        }
        forget()
    }

    /** The process is a new one, and the native library, too: another folder takes the place in its memory. */
    fun forget() {
        app.core.loadSettings(File(app.cacheDir, "another").path)
        isRead = !isBroken && newest !in hidden
    }

    /** The phone is switched on again. */
    fun boot() {
        val count = Settings.Global.getInt(app.contentResolver, Settings.Global.BOOT_COUNT, 0)
        Settings.Global.putInt(app.contentResolver, Settings.Global.BOOT_COUNT, count + 1)
    }

    /** Something happens to a file; what. */
    fun damage(): String = when (random.nextInt(4)) {
        0 -> {
            val text = if (random.nextBoolean()) "junk ${random.nextLong()}" else half()
            mendFile(newest)
            // What nobody set aside yet is gone with what takes its place.
            if (isBroken) junk.removeAt(junk.lastIndex)
            newest.writeText(text)
            junk += text
            isBroken = true
            "the settings' file holds ${text.length} characters that make no sense"
        }

        1 -> {
            hide(newest)
        }

        2 -> {
            hide(File(folder, "settings.new"))
        }

        else -> {
            hide(File(folder, "lists"))
        }
    }

    private fun half() = newest.takeIf { it.isFile }?.readText().orEmpty().let { it.take(it.length / 2) }

    /** A folder in the place of [file], which cannot be read then, nor written. */
    private fun hide(file: File): String {
        if (file in hidden || isBroken) return "nothing"
        val away = File(folder.parentFile, "away-${file.name}")
        if (file.exists()) file.renameTo(away)
        if (file.name == "lists") file.writeText("no folder") else File(file, "kept").mkdirs()
        hidden[file] = away
        return "${file.name} cannot be read"
    }

    /** All files are where they were. */
    fun mend() = hidden.keys.toList().forEach(::mendFile)

    private fun mendFile(file: File) {
        val away = hidden.remove(file) ?: return
        file.deleteRecursively()
        if (away.exists()) away.renameTo(file)
        if (file == newest && !isBroken) isRead = true
    }

    /** The person chooses something, which works or does not; what came of it. */
    fun choose(): String {
        val countdown = if (random.nextInt(3) == 0) random.nextInt(4) else Int.MAX_VALUE
        var left = countdown
        app.beforeCore = { if (left-- == 0) throw UnsatisfiedLinkError("in the middle") }
        val what = choices().random(random)
        val done = try {
            what.second()
            true
        } catch (e: Exception) {
            if (e is IllegalStateException) throw e
            false
        } finally {
            app.beforeCore = {}
        }
        return settled(what.first, done)
    }

    private fun choices() = listOf<Pair<String, () -> Unit>>(
        Who.PEOPLE.random(random).let { who -> "$who rings" to { allow(who) } },
        Who.PEOPLE.random(random).let { who -> "$who is stopped" to { block(who) } },
        listOf("PH", "GB").random(random).let { country ->
            val action = (Action.entries + null).random(random)
            "$country: $action" to { country(country, action) }
        },
        Wishes.KINDS.random(random).let { kind ->
            val action = Action.entries.random(random)
            "$kind: $action" to {
                store.setKind(kind, action)
                wishes.choose(kind, action)
            }
        },
        Preset.entries.random(random).let { preset ->
            "$preset" to {
                store.change { it.copy(policy = it.policy.copy(preset = preset)) }
                wishes.preset = preset
            }
        },
        random.nextInt(5).let { paused ->
            "paused: ${paused == 0}" to {
                store.change { it.copy(policy = it.policy.copy(paused = paused == 0)) }
                wishes.paused = paused == 0
            }
        },
    )

    private fun allow(who: Who) {
        store.allow(checkNotNull(who.number), "")
        wishes.allowed += who
        wishes.blocked -= who
    }

    private fun block(who: Who) {
        store.block(checkNotNull(who.number), "")
        wishes.blocked[who] = Action.REJECT
        wishes.allowed -= who
    }

    private fun country(country: String, action: Action?) {
        store.setCountry(country, action)
        if (action == null) wishes.countries -= country else wishes.countries[country] = action
    }

    /** The person imports a list, undoes that or removes one; what came of it. */
    fun list(now: Long): String {
        val lists = if (isSound) store.load().settings.policy.lists else emptyList()
        val action = listOf(Action.WARN, Action.SILENCE, Action.REJECT).random(random)
        val who = Who.ABROAD.random(random)
        val what = if (lists.size < 2) 0 else random.nextInt(1, 4)
        val done = try {
            store.exclusively { folder ->
                when (what) {
                    0, 1 -> {
                        val replaced = lists.randomOrNull(random)?.takeIf { what == 1 }
                        import(folder, who, action, replaced?.id, now)
                    }

                    2 -> {
                        app.core.lastImport(folder)?.let { undo(folder, it.list.id, it.list.importedAt) } ?: Unit
                    }

                    else -> {
                        lists.random(random).let {
                            app.core.removeList(folder, it.id)
                            wishes.lists.removeAt(lists.indexOf(it))
                        }
                    }
                }
            }
            true
        } catch (e: SettingsException) {
            false
        }
        return settled(
            "list ${listOf("import of $who to $action", "in its place", "undo", "remove")[what]}",
            done,
        )
    }

    private fun import(folder: String, who: Who, action: Action, replaces: UInt?, now: Long) {
        val file = File(app.cacheDir, "list.txt").apply { writeText("${who.number}\n") }
        val old = store.load().settings.policy.lists
        val list = app.core.importList(
            folder,
            ListSource(file.path, "JP"),
            ListChoice("list", action, replaces),
            now / 1_000,
        )
        numbers[list.id] = who
        val at = old.indexOfFirst { it.id == replaces }
        if (at < 0) wishes.lists += who to action else wishes.lists[at] = who to action
    }

    private fun undo(folder: String, id: UInt, importedAt: Long) {
        check(app.core.undoImport(folder, id, importedAt)) { "the last import cannot be undone" }
        // What comes back is what it said before.
        val back = store.load().settings.policy.lists
        wishes.lists.clear()
        wishes.lists += back.map { numbers.getValue(it.id) to it.action }
    }

    private fun settled(what: String, done: Boolean): String {
        if (done && isBroken) {
            // The person saw what is in force, and went on from there.
            wishes.adopt(store.load().settings.policy, numbers::getValue)
            isBroken = false
            isRead = true
            val kept = folder.listFiles().orEmpty().filter { it.isFile }.map { it.readText() }
            check(junk.all { it in kept }) { "a broken file is gone" }
        }
        if (isSound) check(wrong() == null) { "$what, done $done: ${wrong()}" }
        return "$what, done: $done"
    }

    /** What is stored and was not chosen; null if all is as it was chosen, or nobody can tell. */
    fun wrong(): String? {
        if (isBroken || hidden.isNotEmpty()) return null
        val stored = store.load()
        return stored.problem?.let { "problem $it" } ?: wishes.differs(stored.settings.policy)
    }
}
