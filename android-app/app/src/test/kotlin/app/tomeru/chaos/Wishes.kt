// SPDX-License-Identifier: Apache-2.0
package app.tomeru.chaos

import app.tomeru.core.Action
import app.tomeru.core.Kind
import app.tomeru.core.Policy
import app.tomeru.core.Preset

/**
 * What the person chose and what is true of the callers, and what must follow: the app's rules once more, as its texts
 * tell them, from what was brought about and not from what the app found. Lists are the person's word: the strictest
 * of those that have the number counts.
 */
internal class Wishes {
    var preset = Preset.STOP
    var paused = false
    val kinds = mutableMapOf<Kind, Action>()
    val countries = mutableMapOf<String, Action>()
    val allowed = mutableSetOf<Who>()
    val blocked = mutableMapOf<Who, Action>()
    val lists = mutableListOf<Pair<Who, Action>>()

    val contacts = mutableSetOf<Who>()
    val dialled = mutableSetOf<Who>()
    var helpIsDue = false

    /**
     * What is not to be known of a call.
     *
     * @property dialled whether the number was dialled may not be known, or may
     * @property lie whether the provider says that nobody is a contact, and nobody can tell that it lies
     */
    data class Doubt(
        val core: Boolean = false,
        val contacts: Boolean = false,
        val dialled: Boolean = false,
        val settings: Boolean = false,
        val lie: Boolean = false,
    ) {
        operator fun plus(other: Doubt) = Doubt(
            core || other.core,
            contacts || other.contacts,
            dialled || other.dialled,
            settings || other.settings,
            lie || other.lie,
        )
    }

    /** What the person wants of a call from [who]. */
    fun wanted(who: Who, doubt: Doubt = Doubt()): Action = surely(who) ?: asFarAsKnown(who, doubt)

    /** The strictest that may happen to it. */
    fun limit(who: Who, doubt: Doubt): Action = when {
        doubt.core -> Action.ALLOW

        doubt.settings -> minOf(wanted(who, doubt), Action.WARN)

        else -> surely(who)
            ?: asFarAsKnown(who, doubt).let { if (doubt.contacts && !who.isHidden) minOf(it, Action.WARN) else it }
    }

    /** What does not depend on what can be found out about the caller. */
    private fun surely(who: Who): Action? = when {
        helpIsDue && (who.isHome || who.isHidden || who == Who.HELP) -> Action.ALLOW
        paused -> Action.ALLOW
        else -> blocked[who]
    }

    private fun asFarAsKnown(who: Who, doubt: Doubt): Action = when {
        (who in contacts && !doubt.lie) || who in allowed -> Action.ALLOW
        else -> listed(who) ?: Action.ALLOW.takeIf { who in dialled } ?: countries[who.country] ?: ofKind(who)
    }

    private fun listed(who: Who): Action? = lists.filter { it.first == who }.maxOfOrNull { it.second }
        ?.let { if (preset == Preset.KNOWN) maxOf(it, Action.SILENCE) else it }

    /** What the preset has anyway is not kept as the person's own choice. */
    fun choose(kind: Kind, action: Action) {
        if (action == plain(Who.entries.first { it.kind == kind })) kinds -= kind else kinds[kind] = action
    }

    private fun ofKind(who: Who) = kinds[who.kind] ?: plain(who)

    private fun plain(who: Who): Action = when {
        who.isForged -> {
            Action.REJECT
        }

        who.kind == Kind.INTERNATIONAL || who.kind == Kind.GLOBAL_SERVICE -> {
            if (preset == Preset.WARN) Action.WARN else Action.REJECT
        }

        preset == Preset.KNOWN -> {
            Action.SILENCE
        }

        who.kind == Kind.POLICE_SHOWN || who.kind == Kind.EMERGENCY_SHOWN -> {
            Action.WARN
        }

        else -> {
            Action.ALLOW
        }
    }

    /** What of [stored] is not what the person chose; null if all is. */
    fun differs(stored: Policy): String? {
        val mine = listOf(
            preset,
            paused,
            countries.toMap(),
            allowed.map { it.number }.toSet(),
            blocked.mapKeys { it.key.number },
            lists.map { it.second },
            KINDS.map { kinds[it] ?: plain(Who.entries.first { who -> who.kind == it }) },
        )
        val theirs = listOf(
            stored.preset,
            stored.paused,
            stored.countries.associate { it.country to it.action },
            stored.allowed.map { it.number }.toSet(),
            stored.blocked.associate { it.number to it.action },
            stored.lists.map { it.action },
            KINDS.map { kind ->
                stored.ownActions.find { it.kind == kind }?.action
                    ?: plain(Who.entries.first { it.kind == kind })
            },
        )
        return "chosen $mine, stored $theirs".takeIf { mine != theirs }
    }

    /** From now on [stored] is what the person chose: they saw that it is not what they had chosen before. */
    fun adopt(stored: Policy, numbers: (id: UInt) -> Who) {
        preset = stored.preset
        paused = stored.paused
        kinds.clear()
        stored.ownActions.associateTo(kinds) { it.kind to it.action }
        countries.clear()
        stored.countries.associateTo(countries) { it.country to it.action }
        val who = Who.entries.associateBy { it.number }
        allowed.clear()
        stored.allowed.mapTo(allowed) { who.getValue(it.number) }
        blocked.clear()
        stored.blocked.associateTo(blocked) { who.getValue(it.number) to it.action }
        lists.clear()
        stored.lists.mapTo(lists) { numbers(it.id) to it.action }
    }

    companion object {
        /** The kinds that are chosen about. */
        val KINDS = listOf(
            Kind.INTERNATIONAL,
            Kind.GLOBAL_SERVICE,
            Kind.UNASSIGNED,
            Kind.DISGUISED_DOMESTIC,
            Kind.IMPOSSIBLE,
        )
    }
}
