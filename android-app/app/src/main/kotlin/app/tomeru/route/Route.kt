// SPDX-License-Identifier: Apache-2.0
package app.tomeru.route

import android.content.Context
import android.content.Intent

/**
 * Every screen by the name of its class, so that a notice, the widget or another screen opens it without importing it:
 * imports then point one way. `RouteTest` holds the names against the manifest.
 */
enum class Route(private val className: String) {
    HOME("app.tomeru.ui.home.HomeActivity"),
    WAIT("app.tomeru.ui.home.WaitActivity"),
    WAYS("app.tomeru.ui.home.WaysActivity"),
    SETUP("app.tomeru.ui.setup.SetupActivity"),

    /** Takes [NUMBER]: the number to check. */
    CHECK("app.tomeru.ui.check.CheckActivity"),
    RECORDS("app.tomeru.ui.records.RecordsActivity"),

    /** Takes [RECORD_UID]: which call. */
    RECORD("app.tomeru.ui.records.RecordActivity"),
    COUNTRIES("app.tomeru.ui.countries.CountriesActivity"),
    GUIDE("app.tomeru.ui.guide.GuideActivity"),
    LIMITS("app.tomeru.ui.guide.LimitsActivity"),
    MAKER("app.tomeru.ui.guide.MakerActivity"),
    FAMILY("app.tomeru.ui.family.FamilyActivity"),
    FAMILY_NUMBER("app.tomeru.ui.family.FamilyNumberActivity"),

    /** Takes [RECORD_UID]: which call it is about; without, the last one that may have been fraud. */
    PAID("app.tomeru.ui.paid.PaidActivity"),

    /** Takes the offered settings: as text in `Intent.EXTRA_TEXT`, or a file in the intent's data. */
    OFFER("app.tomeru.ui.family.OfferActivity"),
    SETTINGS("app.tomeru.ui.settings.SettingsActivity"),
    OWN_NUMBERS("app.tomeru.ui.settings.OwnNumbersActivity"),
    LISTS("app.tomeru.ui.settings.ListsActivity"),

    /** Takes a file of numbers in the intent's data, and [REPLACES]. */
    LIST_PREVIEW("app.tomeru.ui.settings.ListPreviewActivity"),
    SELF_TEST("app.tomeru.ui.settings.SelfTestActivity"),
    ABOUT("app.tomeru.ui.settings.AboutActivity"),
    ;

    /** An intent that opens this screen, and no screen of another app. */
    fun intent(context: Context): Intent = Intent().setClassName(context, className)

    companion object {
        /** An extra of [CHECK]: the number as text, in any spelling. */
        const val NUMBER: String = "number"

        /** An extra of the screens [RECORD] and [PAID]: the `uid` of the record. */
        const val RECORD_UID: String = "uid"

        /** An extra of [LIST_PREVIEW]: the id (an int) of the list whose place the file takes. */
        const val REPLACES: String = "replaces"

        /** An action of [HOME]: Android is asked at once for what keeps the phone from being protected. */
        const val REPAIR: String = "app.tomeru.REPAIR"
    }
}
