// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.family

import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.widget.Button
import android.widget.TextView
import app.tomeru.R
import app.tomeru.help.FamilyNumber
import app.tomeru.help.FamilyNumber.Person
import app.tomeru.provider.Provider
import app.tomeru.ui.HelpButtons
import app.tomeru.ui.Screen
import app.tomeru.ui.fill
import app.tomeru.views.find
import app.tomeru.views.isVisible
import app.tomeru.views.say
import app.tomeru.views.showOrHide
import app.tomeru.words.othersText

/**
 * Whom of the family to call: chosen in the phone's own list of contacts, which lets the app read this one number and no
 * other, without a permission (Android, "Let users pick contact data").
 */
class FamilyNumberActivity : Screen() {
    private val chosen by lazy { FamilyNumber(this) }

    override fun create(state: Bundle?) {
        showColumn(R.string.family_number_title, R.layout.family_number)
        onYes(R.id.choose, ::pick)
        onYes(R.id.remove) {
            chosen.person = null
            show()
            say(getString(R.string.family_number_removed))
        }
    }

    override fun resume() = show()

    private fun show() {
        val person = chosen.person
        find<TextView>(R.id.name).showOrHide(person?.let { othersText(it.name) })
        find<TextView>(R.id.number).text =
            person?.let { othersText(words.grouped(it.number)) }
                ?: getString(R.string.family_number_none)
        find<Button>(R.id.call_family).isVisible = person != null
        if (person != null) HelpButtons.showFamily(this, find(R.id.call_family))
        find<Button>(R.id.choose).run {
            setText(if (person == null) R.string.family_number_pick else R.string.family_number_change)
            fill(person == null)
        }
        find<Button>(R.id.remove).isVisible = person != null
    }

    private fun pick() = try {
        startActivityForResult(Intent(Intent.ACTION_PICK, Phone.CONTENT_URI), PICK)
    } catch (e: ActivityNotFoundException) {
        say(getString(R.string.nothing_opens))
    }

    override fun result(request: Int, result: Int, data: Intent?) {
        val picked = data?.data
        if (request != PICK || result != RESULT_OK || picked == null) return
        background.run(
            { read(picked) },
            { person ->
                if (person == null) return@run say(getString(R.string.family_number_unusable))
                chosen.person = person
                show()
                say(getString(R.string.family_number_taken))
            },
            ::sayFailed,
        )
    }

    /** The name and number that [picked] stands for; null if nobody can be called there. */
    private fun read(picked: Uri): Person? {
        val columns = arrayOf(Phone.DISPLAY_NAME, Phone.NUMBER)
        val found = Provider(this, picked).rows(columns) { rows ->
            if (rows.moveToFirst()) rows.getString(0).orEmpty() to rows.getString(1).orEmpty() else null
        }
        val (name, number) = found ?: return null
        return Person(name, number).takeIf { number.any(Char::isDigit) }
    }

    private companion object {
        const val PICK = 1
    }
}
