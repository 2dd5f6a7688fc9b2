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

    /** The recommended settings. */
    @Throws(CoreMissing::class)
    fun recommendedSettings(): Settings = call { app.tomeru.core.recommendedSettings() }

    /** The settings in [folder]; what cannot be read falls back to the last good copy, then to the recommended ones. */
    @Throws(CoreMissing::class)
    fun loadSettings(folder: String): StoredSettings = call { app.tomeru.core.loadSettings(folder) }

    /**
     * The settings in [folder], for a change of them.
     *
     * @throws SettingsException if the system refuses to read what may be whole: a change of older settings would write
     * over the newest
     */
    @Throws(CoreMissing::class, SettingsException::class)
    fun settingsToChange(folder: String): Settings = call { app.tomeru.core.settingsToChange(folder) }

    /**
     * Writes [settings] to [folder]; the next call is decided by them.
     *
     * @throws SettingsException if a field is invalid or the system refused; the old settings stay in force then
     */
    @Throws(CoreMissing::class, SettingsException::class)
    fun saveSettings(folder: String, settings: Settings) = call { app.tomeru.core.saveSettings(folder, settings) }

    /**
     * What the user typed, a number in any spelling or a prefix and a `*`, as the settings hold it; null if it is
     * neither.
     *
     * @param home the region (ISO 3166-1 alpha-2) in which a number in national form is dialled
     */
    @Throws(CoreMissing::class)
    fun patternOf(text: String, home: String): Pattern? = call { app.tomeru.core.patternOf(text, home) }

    /**
     * What the file [source] holds, and what an import would take of it; nothing is kept.
     *
     * @throws SettingsException if the system refused to read
     */
    @Throws(CoreMissing::class, SettingsException::class)
    fun readList(source: ListSource): Report = call { app.tomeru.core.readList(source) }

    /**
     * What happens to calls from each of [numbers], of which nothing else is known, now and once they are on a list.
     *
     * @param replaces the list whose place that list takes, or null
     * @param places as in [explain]
     * @param now in seconds since 1970
     */
    @Throws(CoreMissing::class)
    fun listEffects(
        folder: String,
        numbers: List<String>,
        replaces: NumberList?,
        places: Long,
        now: Long,
    ): List<ListEffect> = call { app.tomeru.core.listEffects(folder, numbers, replaces?.id, places, now) }

    /**
     * Makes a list of the numbers in the file [source] as [choice] says, and puts it in force.
     *
     * @param now in seconds since 1970
     * @throws SettingsException if nothing was imported; nothing has changed then
     */
    @Throws(CoreMissing::class, SettingsException::class)
    fun importList(folder: String, source: ListSource, choice: ListChoice, now: Long): NumberList =
        call { app.tomeru.core.importList(folder, source, choice, now) }

    /** The last import, if it can be undone; else null. */
    @Throws(CoreMissing::class)
    fun lastImport(folder: String): LastImport? = call { app.tomeru.core.lastImport(folder) }

    /**
     * Undoes the import that made the list [id], if it was the last one; whether it did.
     *
     * @throws SettingsException if the settings could not be saved; nothing has changed then
     */
    @Throws(CoreMissing::class, SettingsException::class)
    @JvmName("undoImport")
    fun undoImport(folder: String, id: UInt, importedAt: Long): Boolean =
        call { app.tomeru.core.undoImport(folder, id, importedAt) }

    /**
     * Takes the list [id] out of force.
     *
     * @throws SettingsException if the settings could not be saved; the list stays in force then
     */
    @Throws(CoreMissing::class, SettingsException::class)
    @JvmName("removeList")
    fun removeList(folder: String, id: UInt) = call { app.tomeru.core.removeList(folder, id) }

    /** Every country and territory that has telephone numbers, with its calling code. */
    @Throws(CoreMissing::class)
    fun countries(): List<CountryCode> = call { app.tomeru.core.countries() }

    /**
     * What [number], in any spelling, is for a phone that is at [places] (see [RingCore.places]); [written] as in
     * [RingCore.locate].
     */
    @Throws(CoreMissing::class)
    fun explain(number: String, written: Boolean, places: Long): Explanation =
        call { app.tomeru.core.explain(number, written, places) }

    /** The numbers in [text], which a person shared, as they stand there, the likeliest first; [places] as in [explain]. */
    @Throws(CoreMissing::class)
    fun numbersIn(text: String, places: Long): List<String> = call { app.tomeru.core.numbersIn(text, places) }

    /** The digits to look for in the records' keys for [text], some digits as a person writes them; [home] as in [patternOf]. */
    @Throws(CoreMissing::class)
    fun searchForms(text: String, home: String): List<String> = call { app.tomeru.core.searchForms(text, home) }

    /** The area that a record's [key] belongs to, not where the caller is; Japanese lines with a place alone have one. */
    @Throws(CoreMissing::class)
    fun areaOfKey(key: String): AreaText? = call { app.tomeru.core.areaOfKey(key) }

    /** Whether the number table is the one that was built. */
    @Throws(CoreMissing::class)
    fun tableIsIntact(): Boolean = call { app.tomeru.core.tableIsIntact() }

    /** The action for each kind of call under [policy]. */
    @Throws(CoreMissing::class)
    fun actionsOf(policy: Policy): List<OwnAction> = call { app.tomeru.core.actionsOf(policy) }

    /** The strictest action that can be chosen for calls of [kind]. */
    @Throws(CoreMissing::class)
    fun strictestAction(kind: Kind): Action = call { app.tomeru.core.strictestAction(kind) }

    /** [settings] as a JSON document, which [offerOf] reads. */
    @Throws(CoreMissing::class)
    fun backup(settings: Settings): String = call { app.tomeru.core.backup(settings) }

    /** [policy] as a text for a QR code, without any number; [offerOf] reads it, [FamilyCode] finds it in a message. */
    @Throws(CoreMissing::class)
    fun familyCode(policy: Policy): String = call { app.tomeru.core.familyCode(policy) }

    /**
     * The settings that [text], a family code or a backup, offers to a phone with the settings [current].
     *
     * @throws OfferException if it is neither, cut off, made by a later version, or would let a whole country ring
     */
    @Throws(CoreMissing::class, OfferException::class)
    fun offerOf(text: String, current: Settings): Settings = call { app.tomeru.core.offerOf(text, current) }

    /** What [after] changes of [before], found by asking about the same calls under both; [home] as in [patternOf]. */
    @Throws(CoreMissing::class)
    fun changesOf(before: Settings, after: Settings, home: String): Changes =
        call { app.tomeru.core.changesOf(before, after, home) }

    /** What [policy] does with strangers' calls, found by asking about the same ones; [home] as in [patternOf]. */
    @Throws(CoreMissing::class)
    fun strangersUnder(policy: Policy, home: String): Strangers =
        call { app.tomeru.core.strangersUnder(policy, home) }

    /**
     * What [importList] is to make of a file, for Java, which has no unsigned numbers and cannot make a [ListChoice] with
     * its constructor; its other fields can be set.
     *
     * @param replaces the list whose place the new one takes, or null
     */
    fun choiceOf(name: String, action: Action, replaces: NumberList?): ListChoice =
        ListChoice(name, action, replaces?.id)

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
        Caller.locate("110", 1, written = false, RingCore.places("JP", null, "JP")).key != null
    } catch (fault: LinkageError) {
        false
    }
}
