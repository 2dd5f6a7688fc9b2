// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

/**
 * What failed.
 *
 * @property rang whether a call rang because of it
 */
enum class Fault(val rang: Boolean = true) {
    /** The library could not be loaded. */
    CORE_UNAVAILABLE,

    /** The core failed inside, or gave no answer that makes sense. */
    CORE_FAILED,

    /** No decision came in time. */
    DEADLINE,

    /** The app itself failed. */
    APP_FAILED,

    /** An imported list of numbers could not be read. */
    LIST_UNREADABLE(rang = false),

    /** The settings could not be read; nothing was stopped. */
    SETTINGS_UNREADABLE(rang = false),

    /** A call could not be written down. */
    RECORD_FAILED(rang = false),

    /** The owner's own call could not be checked, and was placed. */
    OUTGOING_FAILED(rang = false),

    /** The file of the records was broken; it was set aside and a new one begun. */
    RECORDS_SET_ASIDE(rang = false),

    /** Records that are older than the person wants to keep them were not deleted. */
    OLD_RECORDS_KEPT(rang = false),

    /** A warning or a notice could not be shown. */
    NOTICE_FAILED(rang = false),

    /** What a notice's button is for was not done. */
    BUTTON_FAILED(rang = false),

    /** That an emergency number was dialled could not be remembered: help that calls back may be stopped. */
    EMERGENCY_FORGOTTEN(rang = false),

    /** Nobody looked whether the phone is still protected. */
    LOOK_FAILED(rang = false),

    /** The widget could not be drawn anew. */
    WIDGET_FAILED(rang = false),

    /** The tile of the quick settings, or the shortcut that does the same, did not work. */
    TILE_FAILED(rang = false),

    /** The end of a timed pass was not told; the core ended it. */
    PASS_FAILED(rang = false),

    /** A screen, or a part of one, did not work. */
    SCREEN_FAILED(rang = false),

    /** A thread that is not the app's own ended by a fault. */
    TASK_FAILED(rang = false),

    /** The process ended though nobody wanted that. */
    ENDED(rang = false),
}

/**
 * The core's answer about one call.
 *
 * @property action what happens
 * @property reason why
 * @property origin where the call comes from
 * @property line the kind of line
 * @property countryCode the country calling code, or null
 * @property region the first region (ISO 3166-1 alpha-2), or null
 * @property hasMoreRegions whether the number may belong to other regions as well
 * @property possible whether the plan has numbers of this length
 * @property valid whether the plan has this number
 * @property hints what makes the number suspicious
 * @property listBroken whether an imported list could not be read
 * @property settingsBroken whether the settings could not be read
 * @property rule the rule that decided; null if the answer is not the core's
 * @property fault what went wrong, or null
 */
data class Answer(
    val action: Action,
    val reason: Reason,
    val origin: Origin,
    val line: Line = Line.UNKNOWN,
    val countryCode: Int? = null,
    val region: String? = null,
    val hasMoreRegions: Boolean = false,
    val possible: Boolean = false,
    val valid: Boolean = false,
    val hints: Set<Hint> = emptySet(),
    val listBroken: Boolean = false,
    val settingsBroken: Boolean = false,
    val rule: Rule? = null,
    val fault: Fault? = null,
) {
    companion object {
        /** The answer of a fault: the call rings. */
        @JvmStatic
        fun of(fault: Fault): Answer = Answer(Action.ALLOW, Reason.INTERNAL_ERROR, Origin.UNREADABLE, fault = fault)

        /** Takes apart what [RingCore.decide] returns (the layout stands in `rust-core/src/ffi/answer.rs`). */
        @JvmStatic
        fun unpack(packed: Long): Answer {
            val field = { from: Int, width: Int -> ((packed ushr from) and ((1L shl width) - 1)).toInt() }
            val flag = { at: Int -> field(at, 1) == 1 }
            val action = Action.entries.getOrNull(field(0, 4))
            val reason = Reason.entries.getOrNull(field(4, 8))
            val origin = Origin.entries.getOrNull(field(12, 4))
            if (!flag(47) || action == null || reason == null || origin == null) return of(Fault.CORE_FAILED)
            if (reason == Reason.INTERNAL_ERROR) return of(Fault.CORE_FAILED)
            val region = if (field(36, 10) == 0) null else "${letter(field(41, 5))}${letter(field(36, 5))}"
            return Answer(
                action,
                reason,
                origin,
                line = Line.entries.getOrNull(field(16, 4)) ?: Line.UNKNOWN,
                countryCode = field(20, 10).takeIf { it != 0 },
                region = region,
                hasMoreRegions = flag(46),
                possible = flag(30),
                valid = flag(31),
                hints = hints(field(32, FIRST_HINTS) or (field(53, MORE_HINTS) shl FIRST_HINTS)),
                listBroken = flag(48),
                settingsBroken = flag(62),
                rule = Rule.entries.getOrNull(field(49, 4)),
            )
        }

        /** Number of bits in the two fields that hold the hints. */
        private const val FIRST_HINTS = 4
        private const val MORE_HINTS = 9

        private fun hints(bits: Int) = Hint.entries.filterTo(mutableSetOf()) { bits ushr it.ordinal and 1 == 1 }

        private fun letter(number: Int): Char = 'A' + number - 1
    }
}
