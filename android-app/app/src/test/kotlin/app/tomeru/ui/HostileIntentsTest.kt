// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.app.Activity
import android.content.BroadcastReceiver
import android.content.ClipData
import android.content.ClipboardManager
import android.content.ContentProvider
import android.content.ContentValues
import android.content.Intent
import android.content.pm.ActivityInfo
import android.content.pm.ComponentInfo
import android.content.pm.PackageManager
import android.content.res.AssetFileDescriptor
import android.database.Cursor
import android.graphics.Rect
import android.net.Uri
import android.os.BadParcelableException
import android.os.Bundle
import android.os.Parcel
import android.os.Parcelable
import android.telecom.TelecomManager
import app.tomeru.R
import app.tomeru.platform.systemService
import app.tomeru.route.Route
import app.tomeru.support.FakeCall
import app.tomeru.support.ScreenTest
import app.tomeru.support.Telecom
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import app.tomeru.ui.check.CheckActivity
import app.tomeru.ui.family.FamilyActivity
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.annotation.Config
import java.io.ObjectInputStream
import java.io.Serializable
import java.util.concurrent.CopyOnWriteArrayList

/** Whatever another app puts into an intent or the clipboard ends nothing, changes nothing, and costs no call its answer. */
@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
class HostileIntentsTest : ScreenTest() {
    private val uncaught = CopyOnWriteArrayList<Throwable>()
    private val before = Thread.getDefaultUncaughtExceptionHandler()

    @Before
    fun watch() = Thread.setDefaultUncaughtExceptionHandler { _, thrown -> uncaught += thrown }

    @After
    fun nothingEnded() {
        Thread.setDefaultUncaughtExceptionHandler(before)
        assertEquals("what would have ended the process", emptyList<Throwable>(), uncaught.toList())
    }

    /** Of a class that the app does not have: it cannot be read. */
    class Stranger : Parcelable {
        override fun describeContents() = 0

        override fun writeToParcel(out: Parcel, flags: Int) = out.writeInt(1)

        companion object {
            @JvmField
            val CREATOR = object : Parcelable.Creator<Stranger> {
                override fun createFromParcel(from: Parcel): Stranger = throw BadParcelableException("no such class")

                override fun newArray(size: Int) = arrayOfNulls<Stranger>(size)
            }
        }
    }

    /** The same, as Java writes objects. */
    class SerialStranger : Serializable {
        @Suppress("unused") // Java calls it by its name
        private fun readObject(from: ObjectInputStream): Unit = throw ClassNotFoundException("$from")
    }

    /** One of each type that an extra may have, put under a name. */
    private val extras: List<Bundle.(String) -> Unit> = listOf(
        { putString(it, null) },
        { putString(it, MEGABYTE) },
        { putCharSequence(it, StringBuilder("+1\u202e\u0000\ud800")) },
        { putInt(it, -1) },
        { putLong(it, Long.MIN_VALUE) },
        { putBoolean(it, true) },
        { putDouble(it, Double.NaN) },
        { putByteArray(it, ByteArray(1_000)) },
        { putIntArray(it, intArrayOf(1)) },
        { putStringArray(it, arrayOf(null, "+18442980122")) },
        { putStringArrayList(it, arrayListOf("+18442980122")) },
        { putBundle(it, Bundle().apply { putBundle("deeper", Bundle()) }) },
        { putParcelable(it, Rect()) },
        { putParcelable(it, Uri.parse("content:opaque")) },
        { putParcelableArray(it, arrayOf(Rect(), null)) },
        { putParcelable(it, Stranger()) },
        { putSerializable(it, SerialStranger()) },
    )

    private val addresses = listOf(
        null,
        Uri.EMPTY,
        Uri.parse("tel:$MEGABYTE"),
        Uri.parse("tomeru:1?p=$MEGABYTE&end"),
        Uri.parse("tomeru:%ff%00"),
        Uri.parse("content://nobody/at-all"),
        Uri.parse("file:///data/data/app.tomeru/databases/calls.db"),
        Uri.parse("mailto:opaque"),
    )

    private val actions = listOf(
        null,
        Intent.ACTION_VIEW,
        Intent.ACTION_SEND,
        Intent.ACTION_PROCESS_TEXT,
        Intent.ACTION_DIAL,
        Route.REPAIR,
        TelecomManager.ACTION_POST_CALL,
        Intent.ACTION_BOOT_COMPLETED,
    )

    /** Each kind of extra under every name that the app reads, each time with another action and address. */
    private fun hostile(): List<Intent> = extras.mapIndexed { index, put ->
        val intent = Intent(actions[index % actions.size]).setData(addresses[index % addresses.size])
        val bundle = Bundle()
        NAMES.forEach { bundle.put(it) }
        intent.putExtras(bundle)
        if (index % 2 == 0) intent.clipData = ClipData("", arrayOf("*/*"), ClipData.Item(null as CharSequence?))
        intent
    }

    /** As it comes out of the binder: what it holds is not read yet. */
    private fun sent(intent: Intent): Intent {
        val parcel = Parcel.obtain()
        intent.writeToParcel(parcel, 0)
        parcel.setDataPosition(0)
        return Intent.CREATOR.createFromParcel(parcel).also { it.setExtrasClassLoader(javaClass.classLoader) }
    }

    private fun exported(): List<ComponentInfo> {
        val all = PackageManager.GET_ACTIVITIES or PackageManager.GET_RECEIVERS
        val info = app.packageManager.getPackageInfo(app.packageName, all)
        return (info.activities.orEmpty().toList() + info.receivers.orEmpty()).filter { it.exported }
    }

    private fun start(component: ComponentInfo, intent: Intent) {
        val made = Class.forName((component as? ActivityInfo)?.targetActivity ?: component.name)
        intent.setClassName(app, component.name)
        if (Activity::class.java.isAssignableFrom(made)) {
            Robolectric.buildActivity(made.asSubclass(Activity::class.java), intent).setup()
        } else {
            made.asSubclass(BroadcastReceiver::class.java).getDeclaredConstructor().newInstance().onReceive(app, intent)
        }
    }

    @Test
    fun `no extra of any type ends the process, changes the settings or costs a call its answer`() {
        val settings = store.load()
        val components = exported()
        assertTrue("$components", components.size >= LEAST)
        val telecom = Telecom(app)
        for (component in components) {
            for (intent in hostile()) start(component, sent(intent))
            Wait.idle()
            assertEquals(component.name, settings, store.load())
            assertEquals(component.name, emptyList<Throwable>(), uncaught.toList())
            assertTrue("the next call after ${component.name}", telecom.screen(FakeCall("tel:+639171234567")).reject)
        }
    }

    /** Another app's: whoever opens what it has reads without end. */
    class Endless : ContentProvider() {
        override fun onCreate() = true

        override fun openTypedAssetFile(uri: Uri, type: String, options: Bundle?): AssetFileDescriptor? {
            opened++
            return null
        }

        override fun getType(uri: Uri): String = "text/plain"

        override fun query(u: Uri, p: Array<String>?, s: String?, a: Array<String>?, o: String?): Cursor? = null

        override fun insert(uri: Uri, values: ContentValues?): Uri? = null

        override fun delete(uri: Uri, selection: String?, arguments: Array<String>?) = 0

        override fun update(u: Uri, v: ContentValues?, s: String?, a: Array<String>?) = 0

        companion object {
            var opened = 0
        }
    }

    @Test
    fun `what was copied is never fetched from another app`() {
        Endless.opened = 0
        Robolectric.setupContentProvider(Endless::class.java, "endless")
        val clip = ClipData("", arrayOf("text/plain"), ClipData.Item(Uri.parse("content://endless/text")))
        app.systemService<ClipboardManager>().setPrimaryClip(clip)
        for (screen in listOf(open<CheckActivity>(), open<FamilyActivity>())) {
            screen.press(R.id.paste)
            Wait.idle()
            assertTrue(screen.text(R.id.message), screen.text(R.id.message) == app.getString(R.string.nothing_copied))
        }
        assertEquals("how often it was opened", 0, Endless.opened)
    }

    private companion object {
        const val LEAST = 6
        val MEGABYTE = "9".repeat(1 shl 20)
        val NAMES = listOf(
            Intent.EXTRA_TEXT,
            Intent.EXTRA_PROCESS_TEXT,
            Intent.EXTRA_STREAM,
            TelecomManager.EXTRA_HANDLE,
            TelecomManager.EXTRA_DISCONNECT_CAUSE,
            Route.NUMBER,
            Route.RECORD_UID,
            Route.REPLACES,
        )
    }
}
