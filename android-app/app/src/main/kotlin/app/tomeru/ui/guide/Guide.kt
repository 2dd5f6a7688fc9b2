// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.guide

import android.content.Context
import android.os.Build
import app.tomeru.R
import app.tomeru.help.Hours
import app.tomeru.platform.Clock
import org.xmlpull.v1.XmlPullParser
import java.time.LocalTime
import java.time.YearMonth

/**
 * A piece of advice.
 *
 * @property name its heading
 * @property text what it says
 * @property source who says so
 * @property date when, as year and month: 2026-11
 * @property goodUntil the last month, written alike, in which nobody needs to look it up again
 * @property links what it leads to
 * @property hours when people answer there, or null if it does not matter
 * @property makers whose phones it is about, in lower case; empty: all
 * @property fits what a call was about that it tells of, by the names of the questions after a call; empty: it is no
 * script of a fraud
 */
data class Topic(
    val name: String,
    val text: String,
    val source: String,
    val date: String,
    val goodUntil: String,
    val links: List<Link>,
    val hours: Hours?,
    val makers: List<String> = emptyList(),
    val fits: List<String> = emptyList(),
) {
    /** Whether it may be out of date at [millis] since 1970. */
    fun isOld(millis: Long): Boolean = YearMonth.from(Clock.day(millis)) > YearMonth.parse(goodUntil)
}

/** Something that a topic leads to; nothing is dialled or opened before the user presses again there. */
sealed interface Link {
    /** The button's label. */
    val label: String

    /** A number that is shown, and dialled on the home phone: whoever answers there asks for that phone's line. */
    data class HomePhone(override val label: String) : Link

    /** A page, for the browser. */
    data class Page(override val label: String, val url: String) : Link

    /** The phone's own settings of calls. */
    data class CallSettings(override val label: String) : Link

    /** The phone's page about this app. */
    data class AppPage(override val label: String) : Link

    /** A text to send to the family. */
    data class Share(override val label: String, val text: String) : Link
}

/** The advice in `res/xml/guide.xml`, that for phones of certain makers in `res/xml/makers.xml`, the limits in `limits.xml`. */
internal object Guide {
    /** The official advice. */
    fun read(context: Context): List<Topic> = read(context, R.xml.guide)

    /** How frauds go that are about [question], one of the questions after a call. */
    fun scripts(context: Context, question: String): List<Topic> =
        read(context, R.xml.guide).filter { question in it.fits }

    /** What phones of this phone's maker need, then what all do. */
    fun ofMaker(context: Context): List<Topic> =
        read(context, R.xml.makers).filter { it.makers.isEmpty() || maker() in it.makers }

    /** What the app cannot do. */
    fun limits(context: Context): List<Topic> = read(context, R.xml.limits)

    /** Whether there is anything to be said of this phone's maker. */
    fun hasMaker(context: Context): Boolean = ofMaker(context).any { it.makers.isNotEmpty() }

    /** In the way of every maker, letters large or small. */
    private fun maker() = Build.MANUFACTURER.lowercase()

    private fun read(context: Context, file: Int): List<Topic> {
        val parser = context.resources.getXml(file)
        val topics = mutableListOf<Topic>()

        /** An attribute: a text as it is, or one of the resources. */
        fun text(name: String): String {
            val id = parser.getAttributeResourceValue(null, name, 0)
            return if (id == 0) parser.getAttributeValue(null, name).orEmpty() else context.getString(id)
        }

        fun words(name: String) = text(name).split(' ').filter(String::isNotEmpty)

        fun add(link: Link) {
            val topic = topics.removeAt(topics.lastIndex)
            topics += topic.copy(links = topic.links + link)
        }
        parser.use {
            while (parser.next() != XmlPullParser.END_DOCUMENT) {
                if (parser.eventType != XmlPullParser.START_TAG) continue
                when (parser.name) {
                    "topic" -> {
                        topics += Topic(
                            text("name"),
                            text("text"),
                            text("source"),
                            text("date"),
                            text("good_until"),
                            emptyList(),
                            hours(parser),
                            words("makers"),
                            words("fits"),
                        )
                    }

                    "home_phone" -> {
                        add(Link.HomePhone(text("number")))
                    }

                    "page" -> {
                        add(Link.Page(text("label"), text("url")))
                    }

                    "app" -> {
                        add(Link.AppPage(text("label")))
                    }

                    "settings" -> {
                        add(Link.CallSettings(text("label")))
                    }

                    "share" -> {
                        add(Link.Share(text("label"), text("text")))
                    }
                }
            }
        }
        return topics
    }

    private fun hours(parser: android.content.res.XmlResourceParser): Hours? {
        val from = parser.getAttributeIntValue(null, "open_from", -1)
        if (from < 0) return null
        return Hours(LocalTime.of(from, 0), LocalTime.of(parser.getAttributeIntValue(null, "open_to", 0), 0))
    }
}
