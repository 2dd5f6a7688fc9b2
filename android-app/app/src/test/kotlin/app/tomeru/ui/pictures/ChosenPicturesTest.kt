// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.pictures

import android.app.Activity
import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Color
import android.view.ViewGroup
import android.widget.EditText
import android.widget.ImageView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.pass.TimedPass
import app.tomeru.support.FakeCall
import app.tomeru.support.FakeContacts
import app.tomeru.support.Look
import app.tomeru.support.Phone
import app.tomeru.support.ScreenTest
import app.tomeru.support.Studio
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Vectors
import app.tomeru.support.Wait
import app.tomeru.ui.check.CheckActivity
import app.tomeru.ui.countries.CountriesActivity
import app.tomeru.ui.family.FamilyActivity
import app.tomeru.ui.home.HomeActivity
import app.tomeru.ui.records.RecordsActivity
import app.tomeru.ui.setup.Setup
import app.tomeru.ui.setup.SetupActivity
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import java.io.File
import kotlin.math.abs

/** The pictures in docs/screens still show the app; `scripts/screens --keep` takes new ones. */
@RunWith(TomeruRunner::class)
@Config(sdk = [35])
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ChosenPicturesTest : ScreenTest() {
    private val kept = File(Vectors.root, "docs/screens")
    private val keeps = System.getProperty("tomeru.keep") == "true"
    private val ja = Look("ja-rJP", height = 760, density = "hdpi")
    private val en = ja.copy(language = "en-rUS")

    private fun calls() {
        val telecom = Telecom()
        FakeContacts.add("+639171234567")
        val day = 24 * 60 * 60 * 1_000L
        val numbers = listOf("+18442980122", "+8000286210110", "+77273219876", "+442079460018", "+18442980110")
        for ((ago, count) in listOf(5 to 2, 3 to 4, 2 to 1, 1 to 3)) {
            numbers.take(count).forEachIndexed { hours, number ->
                phone.at(Phone.NOW - ago * day - hours * 3_600_000L)
                telecom.screen(FakeCall(phone.handle(number)))
            }
        }
        for ((minutes, number) in listOf(0 to "+8000286210110", 20 to "+18442980110", 45 to "0312345678")) {
            phone.at(Phone.NOW + minutes * 60_000L)
            telecom.screen(FakeCall(phone.handle(number)))
        }
    }

    private inline fun <reified T : Activity> compare(name: String, look: Look, prepare: (T) -> Unit): Bitmap {
        val picture = Studio.draw<T>("chosen-$name", look, prepare = prepare)
        val file = File(kept, "$name.png")
        if (keeps) Studio.write(picture, file)
        val bytes = file.readBytes()
        val before = checkNotNull(BitmapFactory.decodeByteArray(bytes, 0, bytes.size)) { "$file is no picture" }
        val difference = difference(before, picture)
        assertTrue("$name has changed by $difference: look at it, then run scripts/screens --keep", difference < MOST)
        return picture
    }

    @Test
    fun `the first screen`() {
        calls()
        val awaitAll = { home: HomeActivity ->
            Wait.until { home.requireViewById<ViewGroup>(R.id.last).childCount == 2 && home.text(R.id.state) != "" }
        }
        val japanese = compare("home-ja", ja, awaitAll)
        val english = compare("home-en", en, awaitAll)
        assertTrue("two pictures that differ are told apart", difference(japanese, english) > MOST)
        compare<RecordsActivity>("records-ja", ja) { screen -> Wait.until { screen.rows() > 10 } }
    }

    @Test
    fun `set-up, and what is set`() {
        roles.lose()
        Setup(app).current = Setup.Step.PRESET
        compare<SetupActivity>("setup-ja", ja) {}
        Setup(app).current = Setup.Step.ROLE
        compare<SetupActivity>("role-ja", ja) {}
        roles.hold()
        store.setCountry("US", Action.ALLOW)
        TimedPass(app).startForDays("PH", 7)
        compare<CountriesActivity>("countries-ja", ja) { screen -> Wait.until { screen.rows() > 200 } }
        compare<FamilyActivity>("family-ja", ja) { screen ->
            Wait.until { screen.requireViewById<ImageView>(R.id.code).drawable != null }
        }
        compare<CheckActivity>("check-ja", ja) { screen ->
            screen.requireViewById<EditText>(R.id.number).setText("+1800335814321")
            screen.press(R.id.check)
            Wait.until { screen.shows(R.id.result) }
        }
    }

    /** The share of pixels that differ so much that it is seen. */
    private fun difference(one: Bitmap, other: Bitmap): Double {
        if (one.width != other.width || one.height != other.height) return 1.0
        val pixels = listOf(one, other).map { bitmap ->
            IntArray(one.width * one.height).also { bitmap.getPixels(it, 0, one.width, 0, 0, one.width, one.height) }
        }
        val seen = pixels[0].indices.count { at ->
            val (a, b) = pixels.map { it[at] }
            listOf(Color::red, Color::green, Color::blue).any { abs(it(a) - it(b)) > SEEN }
        }
        return seen.toDouble() / pixels[0].size
    }

    private companion object {
        /** Of 256 shades; edges of letters differ by less between machines. */
        const val SEEN = 48

        /** A word that changed is more, a letter's edge less. */
        const val MOST = 0.002
    }
}
