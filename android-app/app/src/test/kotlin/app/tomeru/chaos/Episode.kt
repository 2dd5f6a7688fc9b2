// SPDX-License-Identifier: Apache-2.0
package app.tomeru.chaos

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.NotificationManager
import android.database.sqlite.SQLiteDatabase
import android.telecom.Call
import app.tomeru.core.Action
import app.tomeru.core.Preset
import app.tomeru.fault.FaultLog
import app.tomeru.platform.systemService
import app.tomeru.support.Budgets
import app.tomeru.support.Chosen
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Phone
import app.tomeru.support.Posts
import app.tomeru.support.Response
import app.tomeru.support.Roles
import app.tomeru.support.Telecom
import app.tomeru.support.TestApp
import app.tomeru.support.Wait
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLog
import org.robolectric.shadows.ShadowSettings
import kotlin.random.Random

/**
 * Some weeks of one phone, drawn from [seed]: calls in random circumstances, with random troubles at random moments. What
 * is wrong is thrown as an [AssertionError].
 */
internal class Episode(private val app: TestApp, seed: Long) {
    private val random = Random(seed)
    private val wishes = Wishes()
    private val phone = Phone(app)
    private val ledger = Ledger(app, phone)
    private val place = Trouble.Place(app, random)
    private val telecom = Telecom()
    private val roles = Roles(app)
    private val storage = Storage(app, random, wishes)
    private val story = mutableListOf<String>()
    private var wall = Phone.NOW
    private var elapsed = BEGAN
    private var isUnlocked = true
    private var helpSince: Long? = null

    /** Who called so far: a number that is dialled afterwards may count as a call back. */
    private val called = mutableSetOf<Who>()

    /** Who was dialled, and when by the clock on the wall; what a dead process may have forgotten is not among them. */
    private val dialled = mutableMapOf<Who, Long>()

    /** Those that no file may have taken. */
    private val dialledUnsure = mutableSetOf<Who>()

    /** Whether calls may wait in memory. */
    private var mayHold = false

    /** Everybody who was dialled, in whatever circumstances. */
    private val dialledAtAll = mutableSetOf<Who>()

    /** How many calls there were. */
    var calls = 0
        private set

    /** Plays it. */
    fun play() {
        try {
            begin()
            repeat(STEPS) { step() }
            end()
        } catch (e: Throwable) {
            throw AssertionError("${e.message}\n  after: ${story.takeLast(TOLD).joinToString("\n         ")}", e)
        } finally {
            place.mend()
            storage.mend()
        }
    }

    private fun begin() {
        place.mend()
        FakeContacts.install()
        shadowOf(app).grantPermissions(READ_CONTACTS)
        phone.unlocked(true)
        tick(0)
        if (!roles.isHeld) roles.hold()
        show(random.nextInt(SHOWN) == 0)
        telecom.forget()
        telecom.process.kill()
        storage.begin()
        app.systemService<NotificationManager>().cancelAll()
        Posts.repair()
        ShadowLog.clear()
        shadowOf(app).clearBroadcastIntents()
        SQLiteDatabase.create(null).close()
        // The file is there before anybody locks it.
        phone.records()
        Chosen.preset(app, Preset.STOP)
        FaultLog(app).markSeen()
        val own = Who.PEOPLE.filter { random.nextInt(4) == 0 }
        own.forEach { FakeContacts.add(checkNotNull(it.number)) }
        wishes.contacts += own
    }

    /** Whether warnings and notices can be seen. They have tests of their own, and take most of the time. */
    private fun show(isShown: Boolean) {
        ShadowSettings.setCanDrawOverlays(isShown)
        shadowOf(app.systemService<NotificationManager>()).setNotificationsEnabled(isShown)
        shadowOf(app).run { if (isShown) grantPermissions(POST_NOTIFICATIONS) else denyPermissions(POST_NOTIFICATIONS) }
    }

    private fun tick(millis: Long) {
        wall += millis
        elapsed += millis
        val (now, since) = wall to elapsed
        app.time.set({ now }, { since })
        wishes.helpIsDue = helpSince?.let { elapsed - it < HELP_MILLIS } == true
        wishes.dialled.clear()
        wishes.dialled += dialled.filterValues { wall - it < MONTH_MILLIS }.keys
    }

    private fun step() {
        tick(random.nextLong(1, if (random.nextInt(8) == 0) 2 * DAY_MILLIS else HOUR_MILLIS))
        when (random.nextInt(100)) {
            in 0 until 66 -> {
                incoming()
            }

            in 66 until 74 -> {
                outgoing()
            }

            in 74 until 84 -> {
                tell("chooses", storage.choose())
            }

            in 84 until 87 -> {
                tell("lists", storage.list(wall))
            }

            in 87 until 90 -> {
                wrongClock()
            }

            in 90 until 93 -> {
                kill()
            }

            in 93 until 95 -> {
                role()
            }

            in 95 until 97 -> {
                lockOrUnlock()
            }

            97 -> {
                breakRecords()
            }

            98 -> {
                damage()
            }

            else -> {
                story += "storage is mended"
                storage.mend()
            }
        }
    }

    private fun tell(what: String, seen: String) {
        story += "$what: $seen"
    }

    private fun incoming() {
        val troubles = troubles()
        val callers = List(if (random.nextInt(8) == 0) 2 else 1) { Who.entries.random(random) }
        story += "${callers.joinToString(" and ")} with $troubles"
        val scene = scene(troubles)
        troubles.forEach(place::begin)
        val began = Budgets.now
        val ids = callers.map { "TC@${calls++}" }
        callers.zip(ids) { who, id -> telecom.send(FakeCall(who.handle, who.presentation, id = id)) }
        val answers = telecom.answersNow()
        val took = answers.maxOf { it.atMillis } - began
        check(answers.map { it.callId }.sorted() == ids.sorted()) { "answers to $ids: $answers" }
        check(took < TELECOM_MILLIS) { "it took $took ms" }
        phone.settle()
        rest()
        val faults = FaultLog(app).unseen()
        FaultLog(app).markSeen()
        if (scene.doubt.core && roles.isHeld) check(faults.any { it.fault.rang }) { "nobody is told: $faults" }
        place.mend()
        for (answer in answers) judge(callers[ids.indexOf(answer.callId)], answer, scene)
        if (roles.isHeld) kept(troubles)
    }

    /** Nobody who decided too late is left to touch the files of a process that is said to be dead. */
    private fun rest() = Wait.asleep { Thread.getAllStackTraces().keys.none { it.name == "decide" } }

    /** The calls before, too, are written with one that nothing hinders. */
    private fun kept(troubles: List<Trouble>) {
        mayHold = troubles.any { it.refusesRecords }
        if (!mayHold) dialledUnsure.clear()
    }

    /** What it was like when a call came. */
    private class Scene(
        val troubles: List<Trouble>,
        val doubt: Wishes.Doubt,
        val atMillis: Long,
        val mayHold: Boolean,
    ) {
        /** Whether it had to end as the person wants it. */
        val isClear = doubt.copy(lie = false) == Wishes.Doubt() && !mayHold &&
            troubles.all { it.isHarmless || it == Trouble.CONTACTS_LIE }
    }

    private fun scene(troubles: List<Trouble>): Scene {
        val now = storage.doubt + Wishes.Doubt(contacts = !isUnlocked, dialled = !isUnlocked)
        return Scene(troubles, troubles.fold(now) { sum, next -> sum + next.doubt }, wall, mayHold)
    }

    private fun judge(who: Who, answer: Response, scene: Scene) {
        story += "  $who: ${answered(answer)}"
        if (!answer.asked) {
            check(!roles.isHeld) { "Telecom did not ask" }
            return
        }
        val limit = wishes.limit(who, scene.doubt)
        check(answered(answer) <= rung(limit)) { "$who was to get $limit at most, and got $answer" }
        if (scene.isClear && storage.isSound && !mayRingOtherwise(who)) {
            val wanted = wishes.wanted(who, scene.doubt)
            check(answered(answer) == rung(wanted)) { "$who was to get $wanted, and got $answer" }
        }
        called += who
        ledger.told(who, scene.atMillis, answered(answer), scene.troubles.any { it.refusesRecords })
    }

    /** Whether a call may be let through for what the wishes know nothing certain of. */
    private fun mayRingOtherwise(who: Who) = who in dialledAtAll || storage.memoryIsLost || helpSince != null

    private fun troubles(): List<Trouble> {
        if (random.nextInt(LOCKS) == 0) return listOf(Trouble.RECORDS_LOCKED)
        val count = listOf(0, 0, 0, 1, 1, 1, 2, 3).random(random)
        return List(count) { Trouble.entries.minus(Trouble.RECORDS_LOCKED).random(random) }.distinctBy { it.place }
    }

    private fun outgoing() {
        val who = (Who.PEOPLE + Who.HELP).random(random)
        val troubles = if (random.nextInt(3) == 0) troubles() else emptyList()
        story += "the owner calls $who with $troubles"
        troubles.forEach(place::begin)
        calls++
        telecom.send(FakeCall(who.handle, direction = Call.Details.DIRECTION_OUTGOING, id = "TC@$calls"))
        val answers = telecom.answersNow()
        check(answers.all { it.rings }) { "$answers" }
        phone.settle()
        rest()
        place.mend()
        if (answers.isEmpty()) return
        dialledAtAll += who
        kept(troubles)
        if (who == Who.HELP) {
            // Where the core cannot tell, Android can.
            helpSince = elapsed
        } else if (who !in called && troubles.none { it.doubt.core }) {
            dialled[who] = wall
            if (mayHold) dialledUnsure += who
        }
    }

    /** A network or a person sets the clock, a few calls come, and it is right again. */
    private fun wrongClock() {
        val by = listOf(HOUR_MILLIS, 40 * DAY_MILLIS, 3_650 * DAY_MILLIS).random(random) * listOf(-1, 1).random(random)
        story += "the clock goes by ${by / HOUR_MILLIS} h"
        wall += by
        repeat(random.nextInt(1, 5)) {
            tick(random.nextLong(1, HOUR_MILLIS))
            incoming()
        }
        story += "the clock is right"
        wall -= by
        tick(1)
    }

    private fun breakRecords() {
        story += "the records' file breaks"
        ledger.corrupt("broken ${random.nextLong()} ".repeat(JUNK))
        // What was dialled is told by no file any more.
        dialled.clear()
        tick(1)
    }

    private fun kill() {
        story += "the process is killed"
        died { telecom.process.kill() }
    }

    private fun died(kill: () -> Unit) {
        kill()
        storage.forget()
        ledger.died()
        dialled -= dialledUnsure
        dialledUnsure.clear()
        mayHold = false
    }

    private fun role() {
        if (roles.isHeld) {
            story += "the role is lost"
            val kills = telecom.process.kills
            roles.lose()
            if (telecom.process.kills > kills) died {}
        } else {
            story += "the role is given back"
            roles.hold()
        }
    }

    private fun lockOrUnlock() {
        if (!isUnlocked) {
            story += "the phone is unlocked"
        } else {
            story += "the phone is switched on again, and locked"
            died { telecom.process.kill() }
            storage.boot()
            elapsed = BEGAN
            // What was dialled before is known by a clock that anybody sets.
            helpSince = null
            tick(1)
        }
        isUnlocked = !isUnlocked
        phone.unlocked(isUnlocked)
    }

    private fun damage() {
        val seen = storage.damage()
        story += "damage: $seen"
        if (random.nextBoolean()) kill()
    }

    private fun end() {
        story += "all is mended"
        storage.mend()
        if (!isUnlocked) lockOrUnlock()
        if (!roles.isHeld) role()
        // What waits is written with the next call.
        repeat(2) {
            tick(MINUTE_MILLIS)
            calm(Who.TOKYO)
        }
        check(storage.wrong() == null) { "settings: ${storage.wrong()}" }
        ledger.wrong(wall)?.let { error("records: $it") }
        died { telecom.process.kill() }
        check(storage.wrong() == null) { "settings of a new process: ${storage.wrong()}" }
        ledger.wrong(wall)?.let { error("records of a new process: $it") }
        calm(Who.AMERICAN)
    }

    private fun calm(who: Who) {
        val id = "TC@${calls++}"
        telecom.send(FakeCall(who.handle, who.presentation, id = id))
        val answer = telecom.answers().single()
        judge(who, answer, scene(emptyList()))
        kept(emptyList())
    }

    private companion object {
        const val STEPS = 40
        const val SHOWN = 6
        const val TOLD = 30
        const val LOCKS = 3_000
        const val JUNK = 300

        /** Telecom waits 5 s, of which the start of a process takes a part; the second of two calls waits for the first. */
        const val TELECOM_MILLIS = 4_500L
        const val MINUTE_MILLIS = 60_000L
        const val HOUR_MILLIS = 60 * MINUTE_MILLIS
        const val DAY_MILLIS = 24 * HOUR_MILLIS

        /** As the recommended settings have them. */
        const val HELP_MILLIS = 2 * HOUR_MILLIS
        const val MONTH_MILLIS = 30 * DAY_MILLIS
        const val BEGAN = 100 * DAY_MILLIS

        fun answered(answer: Response) = when {
            answer.reject || answer.disallow -> Action.REJECT
            answer.silence -> Action.SILENCE
            else -> Action.ALLOW
        }

        /** What Telecom is told of a warning. */
        fun rung(action: Action) = if (action == Action.WARN) Action.ALLOW else action
    }
}
