// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

/**
 * The part of the app behind UniFFI cannot be loaded: settings, lists, countries, the explanation of a number. The ring
 * path needs none of it.
 *
 * @property callsAreScreened whether the ring path is there, and goes on by the settings that are stored
 */
class CoreMissing(cause: Throwable, val callsAreScreened: Boolean) : Exception(null, cause)

/**
 * The core's functions for everything but the ring path; the only place that calls the generated ones, which say what
 * goes in and out. Each throws what they declare, and [CoreMissing] if their library or their own classes cannot be
 * loaded: JNA says that with a [LinkageError], with a plain [Error] or, at the first use, with a [RuntimeException].
 */
class Core(
    /** What comes before each function; nothing, outside of tests. */
    private val before: () -> Unit = {},
) {
    @Volatile
    private var worked = false

    fun recommendedSettings(): Settings = call { app.tomeru.core.recommendedSettings() }

    fun loadSettings(folder: String): StoredSettings = call { app.tomeru.core.loadSettings(folder) }

    fun saveSettings(folder: String, settings: Settings) = call { app.tomeru.core.saveSettings(folder, settings) }

    fun patternOf(text: String, home: String): Pattern? = call { app.tomeru.core.patternOf(text, home) }

    fun importList(
        folder: String,
        source: String,
        name: String,
        action: Action,
        now: Long,
        replaces: UInt?,
        home: String,
    ): ImportReport = call { app.tomeru.core.importList(folder, source, name, action, now, replaces, home) }

    fun removeList(folder: String, id: UInt) = call { app.tomeru.core.removeList(folder, id) }

    fun countries(): List<CountryCode> = call { app.tomeru.core.countries() }

    fun explain(number: String, places: Long): Explanation = call { app.tomeru.core.explain(number, places) }

    fun tableIsIntact(): Boolean = call { app.tomeru.core.tableIsIntact() }

    fun actionsOf(policy: Policy): List<OwnAction> = call { app.tomeru.core.actionsOf(policy) }

    fun backup(settings: Settings): String = call { app.tomeru.core.backup(settings) }

    fun familyCode(policy: Policy): String = call { app.tomeru.core.familyCode(policy) }

    fun offerOf(text: String, current: Settings): Settings = call { app.tomeru.core.offerOf(text, current) }

    private fun <T> call(work: () -> T): T = try {
        before()
        work().also { worked = true }
    } catch (fault: VirtualMachineError) {
        // Memory or stack ran out: that says nothing of the library.
        throw fault
    } catch (fault: Error) {
        throw CoreMissing(fault, ringPathWorks())
    } catch (fault: RuntimeException) {
        throw if (worked) fault else CoreMissing(fault, ringPathWorks())
    }

    /** Whether the native half of the ring path can be called. */
    fun ringPathWorks(): Boolean = try {
        Caller.locate("110", 1, RingCore.places("JP", null, "JP")).key != null
    } catch (fault: LinkageError) {
        false
    }
}
