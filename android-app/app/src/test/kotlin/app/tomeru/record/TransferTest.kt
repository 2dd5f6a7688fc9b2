// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

import android.app.Application
import android.app.backup.BackupAgent
import android.app.backup.BackupDataInput
import android.app.backup.BackupDataOutput
import android.app.backup.FullBackup
import android.app.backup.FullBackupDataOutput
import android.content.Context
import android.os.ParcelFileDescriptor
import android.os.Process
import app.tomeru.R
import app.tomeru.support.TomeruRunner
import org.junit.Assert.assertEquals
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.util.ReflectionHelpers
import java.io.File

/**
 * Setting up a new phone from the old one copies nothing of this app.
 *
 * Since Android 12 `allowBackup` does not stop that (AOSP, `BackupEligibilityRules.isAppBackupAllowed`: for a transfer
 * the change IGNORE_ALLOW_BACKUP_IN_D2D counts instead); the rules alone do. Android's own agent reads them here. Up to
 * Android 11 there are no such rules, and `allowBackup` stops everything.
 */
@RunWith(TomeruRunner::class)
@Config(sdk = [33, 35], shadows = [TransferTest.Tar::class])
class TransferTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val unlocked = app.createCredentialProtectedStorageContext()
    private val device = app.createDeviceProtectedStorageContext()

    /** Where Android looks, each by itself (`BackupAgent.onFullBackup`): its name, and a folder of it. */
    private val domains = mapOf(
        "r" to unlocked.dataDir.resolve("lists"),
        "d_r" to device.dataDir.resolve("lists"),
        "f" to unlocked.filesDir,
        "d_f" to device.filesDir,
        "db" to unlocked.databases(),
        "d_db" to device.databases(),
        "sp" to unlocked.preferences(),
        "d_sp" to device.preferences(),
        "ef" to checkNotNull(app.getExternalFilesDir(null)),
    )

    private fun Context.databases() = checkNotNull(getDatabasePath("any").parentFile)

    private fun Context.preferences() = dataDir.resolve("shared_prefs")

    /** The native half: what it is called with goes to the transport. */
    @Implements(FullBackup::class)
    object Tar {
        val handed = mutableListOf<Pair<String, File>>()

        @Suppress("UNUSED_PARAMETER")
        @JvmStatic
        @Implementation
        fun backupToTar(
            packageName: String,
            domain: String,
            linkDomain: String?,
            root: String,
            path: String,
            output: FullBackupDataOutput,
        ): Int {
            handed += domain to File(path)
            return 0
        }
    }

    private class Agent : BackupAgent() {
        override fun onBackup(old: ParcelFileDescriptor?, out: BackupDataOutput?, new: ParcelFileDescriptor?) = Unit

        override fun onRestore(data: BackupDataInput?, version: Int, new: ParcelFileDescriptor?) = Unit
    }

    @Before
    fun somethingEverywhere() {
        Tar.handed.clear()
        // Kept for the process, as on a phone; the folders are of this test.
        ReflectionHelpers.getStaticField<MutableMap<*, *>>(FullBackup::class.java, "kPackageBackupSchemeMap").clear()
        for (folder in domains.values) {
            folder.mkdirs()
            folder.resolve("0312345678").writeText("a number")
        }
    }

    /** The domains from which a file goes to [destination]. */
    @Suppress("DEPRECATION") // the newer way in is Android 14's
    private fun handed(destination: Int, rules: Int): Set<String> {
        // Robolectric's reader of manifests does not know the attribute; tests/apk looks for it in the manifest.
        app.applicationInfo.dataExtractionRulesRes = rules
        Agent().apply {
            attach(app)
            onCreate(Process.myUserHandle(), destination)
            onFullBackup(FullBackupDataOutput(Long.MAX_VALUE))
        }
        return Tar.handed.filter { (_, file) -> file.isFile }.map { (domain, _) -> domain }.toSet()
    }

    @Test
    fun `without rules everything is handed to a new phone`() {
        assertEquals(domains.keys, handed(TRANSFER, 0))
    }

    @Test
    fun `nothing is handed to a new phone`() {
        assertEquals(emptySet<String>(), handed(TRANSFER, R.xml.data_extraction_rules))
    }

    @Test
    fun `nothing is handed to a cloud`() {
        assertEquals(emptySet<String>(), handed(CLOUD, R.xml.data_extraction_rules))
    }

    private companion object {
        /** `BackupAnnotations.BackupDestination`, called `BackupManager.OperationType` on Android 13. */
        const val CLOUD = 0
        const val TRANSFER = 1
    }
}
