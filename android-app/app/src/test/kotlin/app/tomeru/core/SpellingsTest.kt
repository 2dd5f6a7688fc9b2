// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

import app.tomeru.support.Vectors
import com.google.i18n.phonenumbers.NumberParseException
import com.google.i18n.phonenumbers.PhoneNumberUtil
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.File
import java.util.Random
import java.util.TreeMap

/**
 * What people write, beside Google's libphonenumber of the same metadata: valid numbers of every region in generated
 * spellings (`-Dtomeru.spellings=N` in all). Each must be the number that libphonenumber parses, and the same line.
 */
class SpellingsTest {
    private val util = PhoneNumberUtil.getInstance()
    private val random = Random(SEED)

    @Test
    fun `what a person wrote is what libphonenumber reads, and the same line`() {
        val count = Integer.getInteger("tomeru.spellings", DEFAULT_COUNT)
        val samples = generateSequence { number() }.map { it to spell(it) }.take(count).toList()
        val spelled = samples.map { it.second }
        val read = run(spelled, "check", "--typed", "--stdin", "--tsv").drop(1).map { it.split('\t') }
        val pairs = samples.map { (number, spelling) -> "$spelling\t${util.format(number, PhoneNumberFormat.E164)}" }
        val same = run(pairs, "same", "--stdin", "--json").map { "\"same\":true" in it }
        val classes = TreeMap<String, Int>()
        val unwanted = mutableListOf<String>()
        for ((index, sample) in samples.withIndex()) {
            val name = difference(sample.first, sample.second, read[index], same[index])
            if (name.startsWith("unwanted")) unwanted += "${sample.second}: $name"
            classes.merge(name.substringBefore(':'), 1, Int::plus)
        }
        val report = classes.entries.joinToString("\n") { "${it.value}\t${it.key}" }
        println("Spellings, ${samples.size} of them:\n$report")
        assertEquals(unwanted.take(SHOWN).joinToString("\n"), 0, unwanted.size)
        assertTrue("the reference is used", classes.getValue(SAME) > samples.size * 9 / 10)
    }

    private fun difference(meant: PhoneNumber, spelling: String, read: List<String>, same: Boolean): String {
        val parsed = try {
            util.parse(spelling, HOME)
        } catch (e: NumberParseException) {
            return if (same) ONLY_HERE else "unwanted: neither reads it"
        }
        val theirs = parsed.countryCode.toString() to util.getNationalSignificantNumber(parsed)
        val ours = read[CODE] to read[NATIONAL]
        val isMeant = theirs == meant.countryCode.toString() to util.getNationalSignificantNumber(meant)
        return when {
            isMeant && !same -> "unwanted: not the same line, told $ours"

            ours == theirs -> SAME

            // It is read as it was meant, and libphonenumber takes it for another number, or for none.
            same -> ONLY_HERE

            else -> "unwanted: $theirs, told $ours"
        }
    }

    /** A valid number: an example of any region and kind, its last digits changed. */
    private tailrec fun number(): PhoneNumber {
        val region = REGIONS[random.nextInt(REGIONS.size)]
        val type = TYPES[random.nextInt(TYPES.size)]
        val example = util.getExampleNumberForType(region, type)
        if (example != null) {
            val national = util.getNationalSignificantNumber(example).dropLast(2) + "%02d".format(random.nextInt(100))
            val changed = util.parse("+${example.countryCode}$national", null)
            val isPlain = util.getNationalSignificantNumber(changed) == national
            if (isPlain && util.isValidNumberForRegion(changed, region)) return changed
        }
        return number()
    }

    private fun spell(number: PhoneNumber): String {
        val code = number.countryCode
        val national = util.getNationalSignificantNumber(number)
        val international = util.format(number, PhoneNumberFormat.INTERNATIONAL)
        val trunk = util.getNddPrefixForRegion(util.getRegionCodeForCountryCode(code), true).orEmpty()
        val styles = listOf<() -> String>(
            { international },
            { util.format(number, PhoneNumberFormat.E164) },
            { util.format(number, PhoneNumberFormat.RFC3966) },
            { util.formatOutOfCountryCallingNumber(number, HOME) },
            { if (trunk.isEmpty()) international else "+$code ($trunk)$national" },
            { if (trunk.isEmpty()) international else "+$code $trunk$national" },
            { "010 $code $national" },
            { "010-$code-${if (trunk.isEmpty()) "" else "($trunk)"}$national" },
            { "$international${EXTENSIONS[random.nextInt(EXTENSIONS.size)]}" },
            { "Tel: $international" },
            { if (code == JAPAN) util.format(number, PhoneNumberFormat.NATIONAL) else international },
        )
        val spelled = styles[random.nextInt(styles.size)]()
        return when (random.nextInt(SCRIPTS)) {
            0 -> spelled.map {
                if (it in '0'..'9') {
                    '０' + (it - '0')
                } else if (it == '+') {
                    '＋'
                } else {
                    it
                }
            }.joinToString("")

            1 -> spelled.map { if (it in '0'..'9') '٠' + (it - '0') else it }.joinToString("")

            2 -> spelled.map { if (it in '0'..'9') '۰' + (it - '0') else it }.joinToString("")

            3 -> spelled.replace(' ', '\u00A0')

            4 -> spelled.replace('-', DASHES[random.nextInt(DASHES.length)])

            5 -> "\u202A$spelled\u202C"

            6 -> spelled.replace('(', '（').replace(')', '）')

            else -> spelled
        }
    }

    private fun run(lines: List<String>, vararg arguments: String): List<String> {
        val program = File(Vectors.root, "target/debug/tomeru")
        check(program.canExecute()) { "build the command line first: scripts/build-bindings does" }
        val input = File.createTempFile("spellings", ".txt").apply {
            writeText(lines.joinToString("\n", postfix = "\n"))
        }
        val output = File.createTempFile("told", ".txt")
        val process = ProcessBuilder(program.path, *arguments)
            .redirectInput(input).redirectOutput(output).redirectError(ProcessBuilder.Redirect.INHERIT).start()
        check(process.waitFor() == 0) { "the command line failed" }
        return output.readLines().also {
            input.delete()
            output.delete()
        }
    }

    private companion object {
        const val DEFAULT_COUNT = 100_000
        const val SEED = 20_261_126L
        const val SHOWN = 20
        const val HOME = "JP"
        const val JAPAN = 81
        const val SCRIPTS = 12

        /** Columns of the table. */
        const val CODE = 3
        const val NATIONAL = 5
        const val SAME = "the same"
        const val ONLY_HERE = "read as it is meant, where libphonenumber reads another number or none"
        val EXTENSIONS = listOf(" x12", " ext. 12", " extension 12", ";ext=12", " #12", ",,12", " 内線12")
        const val DASHES = "‐‑‒–—―−ー－"
        val REGIONS = PhoneNumberUtil.getInstance().supportedRegions.sorted()
        val TYPES = PhoneNumberUtil.PhoneNumberType.entries.filter { it != PhoneNumberUtil.PhoneNumberType.UNKNOWN }
    }
}
