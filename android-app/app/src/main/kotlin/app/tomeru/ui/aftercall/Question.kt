// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.aftercall

import app.tomeru.R

/**
 * What a call may have been about. `res/xml/guide.xml` has the scripts of frauds by these names.
 *
 * @property text what is asked
 * @property advice what is said to whoever says yes
 * @property heading what stands above it
 */
internal enum class Question(val text: Int, val advice: Int, val heading: Int = R.string.after_advice) {
    POLICE(R.string.after_police, R.string.after_police_advice),
    RECORDED(R.string.after_recorded, R.string.after_recorded_advice),
    LINE(R.string.after_line, R.string.after_line_advice),
    FEES(R.string.after_fees, R.string.after_money_advice),
    REFUND(R.string.after_refund, R.string.after_money_advice),
    CARD(R.string.after_card, R.string.after_card_advice),
    PERSONAL(R.string.after_personal, R.string.after_personal_advice),
    NONE(R.string.after_none, R.string.after_none_advice, R.string.after_none_heading),
}
