// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui

import android.appwidget.AppWidgetManager
import android.content.ClipData
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.os.Parcel
import android.os.Parcelable
import android.telecom.TelecomManager
import app.tomeru.route.Route
import app.tomeru.support.FakeDocuments
import java.io.InputStream
import java.io.Serializable

/** The worst that another app may put into an intent, with names for what is told of it. */
internal object Hostile {
    /** So many bytes, in a parcel. */
    private const val MEGA = 1 shl 20
    private val MEGABYTE = "9".repeat(MEGA / Char.SIZE_BYTES)

    /** The names of every extra that the app or Android reads of an intent, and one that nobody does. */
    private val NAMES = listOf(
        Intent.EXTRA_TEXT,
        Intent.EXTRA_PROCESS_TEXT,
        Route.NUMBER,
        Intent.EXTRA_STREAM,
        TelecomManager.EXTRA_HANDLE,
        TelecomManager.EXTRA_DISCONNECT_CAUSE,
        Route.RECORD_UID,
        Route.REPLACES,
        AppWidgetManager.EXTRA_APPWIDGET_IDS,
        "android.view.autofill.extra.RESTORE_SESSION_TOKEN",
        "android.view.autofill.extra.RESTORE_CROSS_ACTIVITY",
        "nobody reads it",
    )

    /** Of a class that the app does not have, as [sent] sees to. */
    private class Stranger : Parcelable {
        override fun describeContents() = 0

        override fun writeToParcel(out: Parcel, flags: Int) = out.writeInt(1)
    }

    /** The same, as Java writes objects. */
    private class SerialStranger : Serializable

    /** More than fits into one intent if it is under every name. */
    private val large: Map<String, Bundle.(String) -> Unit> = mapOf(
        "a text of a megabyte" to { putString(it, MEGABYTE) },
        "a megabyte" to { putByteArray(it, ByteArray(MEGA)) },
        "many texts" to { putStringArray(it, Array(1 shl 12) { index -> "+1844298$index".takeIf { index > 0 } }) },
    )

    private val kinds: Map<String, Bundle.(String) -> Unit> = mapOf(
        "null" to { putString(it, null) },
        "half a letter" to { putCharSequence(it, StringBuilder("+1\u202e\u0000\ud800")) },
        "an int" to { putInt(it, -1) },
        "a long" to { putLong(it, Long.MIN_VALUE) },
        "bundles in bundles" to { putBundle(it, nested()) },
        "an address" to { putParcelable(it, Uri.parse("content:opaque")) },
        "an unknown parcelable" to { putParcelable(it, Stranger()) },
        "an unknown parcelable in a bundle" to { putBundle(it, Bundle().apply { putParcelable("in it", Stranger()) }) },
        "an unknown serializable" to { putSerializable(it, SerialStranger()) },
    )

    private fun nested() = (0..100).fold(Bundle()) { inner, _ -> Bundle().apply { putBundle("deeper", inner) } }

    /** Extras of each kind, each under every name that the app reads; some cannot even be taken apart. */
    fun extras(): Map<String, Bundle> =
        kinds.mapValues { (_, put) -> Bundle().also { NAMES.forEach { name -> it.put(name) } } } +
            large.mapValues { (_, put) -> Bundle().also { NAMES.take(FEW).forEach { name -> it.put(name) } } } +
            ("what no Android writes" to broken())

    /** One entry, of a type that there is not. */
    private fun broken(): Bundle {
        val parcel = Parcel.obtain()
        parcel.writeInt(0)
        parcel.writeInt(BUNDLE)
        val begin = parcel.dataPosition()
        parcel.writeInt(1)
        parcel.writeString(Intent.EXTRA_TEXT)
        parcel.writeInt(NO_TYPE)
        val end = parcel.dataPosition()
        parcel.setDataPosition(0)
        parcel.writeInt(end - begin)
        parcel.setDataPosition(0)
        return Bundle.CREATOR.createFromParcel(parcel)
    }

    /** What other apps send for an address; one of them leads to [endless]. */
    fun addresses(): List<Uri?> = listOf(
        null,
        Uri.EMPTY,
        Uri.parse("tel:$MEGABYTE"),
        Uri.parse("tomeru:"),
        Uri.parse("tomeru:1?p=warn&a=&c=US.allow&d=30&e=120&end"),
        Uri.parse("tomeru:1?p=$MEGABYTE&end"),
        Uri.parse("tomeru:1?p=warn&a=&c=US.allow&d=30&e=120"),
        Uri.parse("tomeru:99?p=warn&a=&c=&d=30&e=120&end"),
        Uri.parse("tomeru:1?p=warn&a=*&c=ZZ.allow&d=-1&e=99999999999&end"),
        Uri.parse("tomeru:%ff%00"),
        Uri.parse("javascript:alert(1)"),
        Uri.parse("file:///data/data/app.tomeru/databases/calls.db"),
        Uri.parse("content://nobody/at-all"),
        endless(),
    )

    /** A file that never ends. */
    private fun endless(): Uri = FakeDocuments.add("endless.csv", size = null) {
        object : InputStream() {
            override fun read() = '1'.code

            override fun read(bytes: ByteArray, from: Int, count: Int): Int {
                bytes.fill('1'.code.toByte(), from, from + count)
                reads++
                return count
            }
        }
    }

    /** How often something was read of the file that never ends. */
    @Volatile
    var reads = 0L
        private set

    /** [intent] with [extras] as it comes out of the binder: what it holds is not taken apart yet. */
    fun sent(intent: Intent, extras: Bundle?): Intent {
        intent.replaceExtras(extras)
        if (extras == null) intent.clipData = ClipData("", arrayOf("*/*"), ClipData.Item(null as CharSequence?))
        val parcel = Parcel.obtain()
        intent.writeToParcel(parcel, 0)
        parcel.setDataPosition(0)
        return Intent.CREATOR.createFromParcel(parcel).also { it.setExtrasClassLoader(OwnClasses) }
    }

    /** The classes of the app, which are not those of whoever sent the intent. */
    private object OwnClasses : ClassLoader(Hostile::class.java.classLoader) {
        override fun loadClass(name: String, resolve: Boolean): Class<*> =
            if (name.endsWith("Stranger")) throw ClassNotFoundException(name) else super.loadClass(name, resolve)
    }

    /** What begins a bundle in a parcel (AOSP, `BaseBundle.BUNDLE_MAGIC`). */
    private const val BUNDLE = 0x4C444E42
    private const val NO_TYPE = 99
    private const val FEW = 3
}
