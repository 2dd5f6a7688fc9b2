// SPDX-License-Identifier: Apache-2.0
package app.tomeru.words

import app.tomeru.R
import app.tomeru.core.Danger
import app.tomeru.core.FileKind
import app.tomeru.core.Refusal
import app.tomeru.core.Why

// What the core says of a file of numbers, as texts; as in Vocabulary.kt, each `when` names every case.

/** Why it is dangerous to stop a number, as a string resource. */
internal val Danger.text: Int
    get() = when (this) {
        Danger.EMERGENCY -> R.string.lists_danger_emergency
        Danger.HELP -> R.string.lists_danger_help
        Danger.POLICE -> R.string.lists_danger_police
        Danger.CONTACT -> R.string.lists_danger_contact
        Danger.WIDE -> R.string.lists_danger_wide
        Danger.OWN_CONTACT -> R.string.lists_danger_own_contact
        Danger.DIALLED -> R.string.lists_danger_dialled
    }

/** Why something of a file is not taken, as a string resource. */
internal val Why.text: Int
    get() = when (this) {
        Why.NO_NUMBER -> R.string.lists_why_none

        Why.SHORT, Why.LENGTH -> R.string.lists_why_length

        Why.NO_COUNTRY -> R.string.lists_why_country

        Why.MASKED -> R.string.lists_why_masked

        Why.ROUNDED -> R.string.lists_why_rounded

        Why.TOO_LONG -> R.string.lists_why_long

        Why.DATE, Why.AMOUNT, Why.ADDRESS, Why.DECIMAL, Why.POST_CODE, Why.ID, Why.OTHER_COLUMN, Why.COMMENT,
        -> R.string.lists_why_other
    }

/** What kind of file it is, as a string resource. */
internal val FileKind.text: Int
    get() = when (this) {
        FileKind.LINES -> R.string.lists_kind_lines
        FileKind.COMMAS -> R.string.lists_kind_commas
        FileKind.SEMICOLONS -> R.string.lists_kind_semicolons
        FileKind.TABS -> R.string.lists_kind_tabs
        FileKind.BARS -> R.string.lists_kind_bars
        FileKind.JSON_LINES -> R.string.lists_kind_json
        FileKind.V_CARD -> R.string.lists_kind_cards
    }

/** The beginning of a workbook's kind, as the core names it: `xls`, `xlsx`. */
private const val WORKBOOK = "xls"

/** Why nothing of a file is taken, as a string resource. */
internal val Refusal.text: Int
    get() = when (this) {
        is Refusal.TooLarge -> R.string.lists_too_large

        is Refusal.NotText -> if (what.orEmpty().startsWith(
                WORKBOOK,
            )
        ) {
            R.string.lists_workbook
        } else {
            R.string.lists_not_text
        }

        is Refusal.Undecoded -> R.string.lists_not_text

        is Refusal.Empty -> R.string.lists_no_number

        is Refusal.MostlyNot -> R.string.lists_mostly_not

        is Refusal.TooMany -> R.string.lists_too_many
    }
