// SPDX-License-Identifier: Apache-2.0
package app.tomeru.widget

import android.appwidget.AppWidgetManager
import android.content.Intent
import android.view.View
import android.widget.FrameLayout
import app.tomeru.R
import app.tomeru.core.Fault
import app.tomeru.fault.FaultLog
import app.tomeru.notice.NoticeActions
import app.tomeru.pass.TimedPass
import app.tomeru.protection.Protection
import app.tomeru.support.FakeCall
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.home.HomeActivity
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 30, 33, 35, 36], qualifiers = "ja-rJP")
class StateWidgetTest : ScreenTest() {
    private val telecom = Telecom()
    private val manager = AppWidgetManager.getInstance(app)

    private fun view(id: Int): View = shadowOf(manager).getViewFor(id)

    @Test
    fun `it says whether the phone is protected, and counts with every call`() {
        val id = shadowOf(manager).createWidget(StateWidget::class.java, R.layout.widget)
        val says = { wanted: List<String> -> Wait.until { texts(view(id)).map(::unglued) == wanted } }
        says(listOf("守られています", "この1週間に0件を止めました"))
        telecom.screen(FakeCall(phone.handle("+639171234567")))
        says(listOf("守られています", "この1週間に1件を止めました"))
        roles.lose()
        StateWidget.refresh(app)
        says(listOf("守られていません", "「とめる」が選ばれていないので、詐欺の電話も鳴ります。電話を守るアプリに、「とめる」を選んでください。"))
        view(id).performClick()
        assertEquals(HomeActivity::class.java.name, shadowOf(app).nextStartedActivity.component?.className)
    }

    @Test
    fun `it tells of an hour in which calls ring, and of its end, at once`() {
        val id = shadowOf(manager).createWidget(StateWidget::class.java, R.layout.widget)
        val says = { wanted: String -> Wait.until { texts(view(id)).first() == wanted } }
        says("守られています")
        TimedPass(app).startForAnHour()
        says("国際電話も鳴ります")
        TimedPass(app).end()
        says("守られています")
    }

    @Test
    fun `records that cannot be read do not keep it from saying the state`() {
        telecom.screen(FakeCall(phone.handle("+639171234567")))
        app.getDatabasePath("calls.db").let { file ->
            android.database.sqlite.SQLiteDatabase.openDatabase(file.path, null, 0).use {
                it.execSQL("DROP TABLE calls")
            }
        }
        val view = StateWidget.views(app, Protection.of(app)).apply(app, FrameLayout(app))
        assertEquals(listOf("守られています", "知らない人からの国際電話を止めています"), texts(view))
    }

    @Test
    fun `nothing asks for it before the first unlock`() {
        shadowOf(manager).createWidget(StateWidget::class.java, R.layout.widget)
        TimedPass(app).startForAnHour()
        Wait.idle()
        phone.unlocked(false)
        StateWidget.refresh(app)
        telecom.screen(FakeCall(phone.handle("+639171234567")))
        phone.settle()
        NoticeActions().onReceive(app, Intent("app.tomeru.END_PASSES"))
        Wait.idle()
        phone.settle()
        val told = FaultLog(app).unseen()
        assertEquals(told.joinToString { it.trace.orEmpty() }, emptyList<Fault>(), told.map { it.fault })
    }

    @Test
    fun `the shortcuts name what there is`() {
        val ids = mutableListOf<String>()
        val parser = app.resources.getXml(R.xml.shortcuts)
        val android = "http://schemas.android.com/apk/res/android"
        while (parser.next() != org.xmlpull.v1.XmlPullParser.END_DOCUMENT) {
            if (parser.eventType != org.xmlpull.v1.XmlPullParser.START_TAG) continue
            if (parser.name == "shortcut") ids += parser.getAttributeValue(android, "shortcutId")
            parser.getAttributeValue(android, "targetClass")?.let { Class.forName(it) }
            parser.getAttributeValue(android, "data")?.let { assertEquals("tel:%239110", it) }
        }
        assertEquals(listOf("check", "pass", "police"), ids)
    }
}
