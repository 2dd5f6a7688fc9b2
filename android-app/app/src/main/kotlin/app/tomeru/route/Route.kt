// SPDX-License-Identifier: Apache-2.0
package app.tomeru.route

import android.content.Context
import android.content.Intent
import app.tomeru.support.NUMBER

/**
 * Every screen by the name of its class, so that a notice, the widget or another screen opens it without importing it:
 * imports then point one way. `RouteTest` holds the names against the manifest.
 */
enum class Route(private val screen: String) {
    HOME("ui.home.HomeActivity"),
    SETUP("ui.setup.SetupActivity"),

    /** Takes [NUMBER]: the number to check. */
    CHECK("ui.check.CheckActivity"),
    RECORDS("ui.records.RecordsActivity"),

    /** Takes [RECORD_UID]: which call. */
    RECORD("ui.records.RecordActivity"),
    COUNTRIES("ui.countries.CountriesActivity"),
    GUIDE("ui.guide.GuideActivity"),
    FAMILY("ui.family.FamilyActivity"),

    /** Takes the offered settings: as text in `Intent.EXTRA_TEXT`, or a file in the intent's data. */
    OFFER("ui.family.OfferActivity"),
    SETTINGS("ui.settings.SettingsActivity"),
    OWN_NUMBERS("ui.settings.OwnNumbersActivity"),
    LISTS("ui.settings.ListsActivity"),
    SELF_TEST("ui.settings.SelfTestActivity"),
    ;

    /** An intent that opens this screen, and no screen of another app. */
    fun intent(context: Context): Intent = Intent().setClassName(context, "$PACKAGE.$screen")

    companion object {
        /** The package of the code; a build with another application id keeps it. */
        private const val PACKAGE = "app.tomeru"

        /** An extra of [CHECK]: the number as text, in any spelling. */
        const val NUMBER: String = "number"

        /** An extra of the screen [RECORD]: the `uid` of the record. */
        const val RECORD_UID: String = "uid"

        /** An action of [HOME]: what keeps the phone from being protected is repaired at once. */
        const val REPAIR: String = "app.tomeru.REPAIR"

        /** An action of [HOME], which the shortcut in `res/xml/shortcuts.xml` sends: all calls ring for an hour. */
        const val PASS_HOUR: String = "app.tomeru.PASS_HOUR"
    }
}
