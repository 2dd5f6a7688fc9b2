// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.app.Application
import android.os.Build
import android.view.View
import android.widget.Button
import android.widget.EditText
import android.widget.RadioButton
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.core.Preset
import app.tomeru.core.loadSettings
import app.tomeru.record.FaultLog
import app.tomeru.record.SettingsFolder
import app.tomeru.support.Chosen
import app.tomeru.support.Roles
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 34, 35, 36], qualifiers = "ja-rJP")
class HomeActivityTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val folder = SettingsFolder.of(app)
    private val roles = Roles(app)

    @Before
    fun asSetUp() {
        Chosen.preset(app, Preset.STOP)
        shadowOf(app).grantPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
        roles.makeAvailable()
        roles.hold()
    }

    private fun open(): HomeActivity = Robolectric.buildActivity(HomeActivity::class.java).setup().get()

    private fun HomeActivity.text(id: Int) = requireViewById<TextView>(id).text.toString()

    private fun HomeActivity.shows(id: Int) = requireViewById<View>(id).visibility == View.VISIBLE

    @Test
    fun `it says that the phone is protected`() {
        val home = open()
        assertEquals("守られています", home.text(R.id.state))
        assertEquals("知らない国際電話を止めています", home.text(R.id.state_detail))
        assertTrue(!home.shows(R.id.repair) && !home.shows(R.id.fault) && !home.shows(R.id.permission))
    }

    @Test
    fun `without the role it asks for it`() {
        roles.lose()
        val home = open()
        assertEquals("止まっています", home.text(R.id.state))
        home.requireViewById<Button>(R.id.repair).performClick()
        assertNotNull(shadowOf(home).nextStartedActivityForResult)
    }

    @Test
    fun `the chosen preset is stored and said`() {
        val home = open()
        home.requireViewById<RadioButton>(R.id.preset_warn).performClick()
        Wait.until { loadSettings(folder.path).settings.policy.preset == Preset.WARN }
        assertEquals("知らない国際電話は、注意を出して鳴らします。", home.text(R.id.state_detail))
        val again = open()
        Wait.until { again.requireViewById<RadioButton>(R.id.preset_warn).isChecked }
    }

    @Test
    fun `a broken settings file is said, and nothing of it is lost`() {
        Chosen.preset(app, Preset.WARN)
        Chosen.preset(app, Preset.WARN)
        File(folder, "settings.json").writeText("{")
        val home = open()
        Wait.until { home.shows(R.id.settings_problem) }
        assertEquals(
            "設定が読めなかったので、ひとつ前の設定に戻しました。電話は守られています。",
            home.text(R.id.settings_problem),
        )
        assertEquals("{", File(folder, "settings.json").readText())
        assertTrue(home.requireViewById<RadioButton>(R.id.preset_warn).isChecked)
    }

    @Test
    fun `calls that rang unchecked are shown until they are seen`() {
        FaultLog(app).record(Fault.DEADLINE)
        FaultLog(app).record(Fault.DEADLINE)
        val home = open()
        assertTrue(home.shows(R.id.fault))
        assertTrue(home.text(R.id.fault_detail), home.text(R.id.fault_detail).contains("2件"))
        home.requireViewById<Button>(R.id.fault_seen).performClick()
        assertTrue(!home.shows(R.id.fault))
        assertTrue(FaultLog(app).unseen().isEmpty())
    }

    @Test
    fun `a number is explained`() {
        assertExplained("+1800335814321", "警察の番号", "見せかけています", "止めます")
        assertExplained("03-3581-4321", "国内の番号です", "鳴らします")
        assertExplained("#9110", "警察相談専用電話")
        assertExplained("18442980122", "「+」が消えた", "フリーダイヤルに似せた")
    }

    private fun assertExplained(number: String, vararg words: String) {
        val home = open()
        home.requireViewById<EditText>(R.id.number).setText(number)
        home.requireViewById<Button>(R.id.check).performClick()
        Wait.until { home.text(R.id.explanation).isNotEmpty() }
        for (word in words) assertTrue(home.text(R.id.explanation), home.text(R.id.explanation).contains(word))
    }

    @Test
    fun `a missing permission is a part that is missing`() {
        shadowOf(app).denyPermissions(READ_CONTACTS, POST_NOTIFICATIONS)
        Chosen.preset(app, Preset.WARN)
        val home = open()
        Wait.until { home.requireViewById<RadioButton>(R.id.preset_warn).isChecked }
        val partly = Build.VERSION.SDK_INT == Build.VERSION_CODES.Q ||
            Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU
        assertEquals(if (partly) "一部だけ守られています" else "守られています", home.text(R.id.state))
        assertEquals(partly, home.shows(R.id.permission))
    }
}
