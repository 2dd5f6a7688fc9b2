// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

import app.tomeru.support.Vectors
import com.google.i18n.phonenumbers.NumberParseException
import com.google.i18n.phonenumbers.PhoneNumberUtil
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.File
import java.util.Random
import java.util.TreeMap

/**
 * The number table against Google's libphonenumber of the same metadata: every example number, and random and mutated
 * ones from a fixed seed (`-Dtomeru.differential=N` in all). Each difference must fall in a class of wanted ones.
 */
class DifferentialTest {
    private val util = PhoneNumberUtil.getInstance()
    private val classes = TreeMap<String, Int>()
    private val unwanted = mutableListOf<String>()

    @Test
    fun `the table says what libphonenumber says`() {
        val count = Integer.getInteger("tomeru.differential", DEFAULT_COUNT)
        val numbers = NumberSamples(util, Random(SEED)).take(count)
        numbers.zip(told(numbers)).forEach { (number, told) -> compare(number, told) }
        val report = classes.entries.joinToString("\n") { "${it.value}\t${it.key}" }
        println("Differential, ${numbers.size} numbers:\n$report")
        File(Vectors.root, "target/differential.tsv").writeText(report + "\n")
        assertEquals(unwanted.take(SHOWN).joinToString("\n"), 0, unwanted.size)
        assertTrue("the reference is used", classes.getValue(SAME) > numbers.size / 2)
    }

    /** What the command line says of each number, field by field. */
    private fun told(numbers: List<String>): List<Map<String, String>> {
        val program = File(Vectors.root, "target/debug/tomeru")
        check(program.canExecute()) { "build the command line first: scripts/build-bindings does" }
        val input = File.createTempFile("numbers", ".txt").apply {
            writeText(numbers.joinToString("\n", postfix = "\n"))
        }
        val output = File.createTempFile("told", ".tsv")
        val process = ProcessBuilder(program.path, "check", "--stdin", "--tsv")
            .redirectInput(input).redirectOutput(output).redirectError(ProcessBuilder.Redirect.INHERIT).start()
        check(process.waitFor() == 0) { "the command line failed" }
        val lines = output.readLines()
        val keys = lines.first().split('\t')
        check(lines.size == numbers.size + 1) { "${lines.size - 1} answers for ${numbers.size} numbers" }
        return lines.drop(1).map { keys.zip(it.split('\t')).toMap() }.also {
            input.delete()
            output.delete()
        }
    }

    private fun compare(number: String, told: Map<String, String>) {
        val name = difference(number, told)
        if (name.startsWith("unwanted")) unwanted += "$number: $name, told $told"
        classes.merge(name.substringBefore(':'), 1, Int::plus)
    }

    /** The class of the difference, or [SAME]. */
    private fun difference(number: String, told: Map<String, String>): String {
        val possible = told.getValue("possible").toBoolean()
        val valid = told.getValue("valid").toBoolean()
        val parsed = try {
            util.parse(number, null)
        } catch (e: NumberParseException) {
            return when {
                told["country_code"] in ASSIGNED_BY_ITU -> "a code that the ITU assigns and libphonenumber lacks"
                possible || valid -> "unwanted: not parsed (${e.errorType})"
                else -> SAME
            }
        }
        val reason = util.isPossibleNumberWithReason(parsed)
        val national = util.getNationalSignificantNumber(parsed)
        val region = util.getRegionCodeForNumber(parsed)
        if (told["origin"] == "disguised_domestic") {
            val asWritten = number.removePrefix("+${parsed.countryCode}") == national
            // Behind the home code only a number that the plan has is beyond doubt.
            val isAtHome = parsed.countryCode == HOME_CODE && !util.isValidNumber(parsed)
            return if (asWritten && reason == ValidationResult.IS_POSSIBLE && !isAtHome) "unwanted: forged" else FORGED
        }
        if (told["country_code"] != parsed.countryCode.toString()) return "unwanted: country code ${parsed.countryCode}"
        if (told["national_number"] != national) {
            val written = number.removePrefix("+${parsed.countryCode}")
            return when {
                written != national -> REPAIRED
                told["country_code"] == "52" && national == "1" + told["national_number"] -> OBSOLETE
                told["country_code"] == "81" && !util.isValidNumber(parsed) -> TRUNK_AT_HOME
                else -> "unwanted: national number $national"
            }
        }
        val isValid = util.isValidNumber(parsed)
        val isPossible = reason == ValidationResult.IS_POSSIBLE ||
            (reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY && isValid)
        val line = line(util.getNumberType(parsed))
        return when {
            reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY && !possible && valid == isValid -> LOCAL_ONLY

            possible != isPossible && !isJapaneseService(
                told,
            ) -> "unwanted: possible $reason"

            !sameRegion(region, told.getValue("regions")) -> "unwanted: region $region"

            isJapaneseService(told) && !isValid -> "a range of Japan's plan that libphonenumber gives no kind"

            valid != isValid -> "unwanted: valid $isValid"

            told["origin"] == "unreadable" && !isValid && told["country_code"] == "81" -> TOO_LONG

            told["line"] == "satellite" -> "satellite phones have a kind of their own"

            told["line"] != line -> "unwanted: line $line"

            else -> SAME
        }
    }

    private fun isJapaneseService(told: Map<String, String>) =
        told["country_code"] == "81" && told["valid"] == "true" && told["line"] in setOf("unknown", "pager")

    private fun sameRegion(theirs: String?, ours: String) = when (theirs) {
        null -> ours.contains(',')
        PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY -> ours.isEmpty()
        else -> ours == theirs
    }

    private fun line(type: PhoneNumberType) = when (type) {
        PhoneNumberType.FIXED_LINE -> "geographic"
        PhoneNumberType.MOBILE -> "mobile"
        PhoneNumberType.FIXED_LINE_OR_MOBILE -> "fixed_or_mobile"
        PhoneNumberType.TOLL_FREE -> "toll_free"
        PhoneNumberType.PREMIUM_RATE -> "premium"
        PhoneNumberType.SHARED_COST -> "shared_cost"
        PhoneNumberType.VOIP -> "voip"
        PhoneNumberType.PERSONAL_NUMBER -> "personal"
        PhoneNumberType.PAGER -> "pager"
        PhoneNumberType.UAN -> "uan"
        PhoneNumberType.VOICEMAIL -> "voicemail"
        PhoneNumberType.UNKNOWN -> "unknown"
    }

    private companion object {
        const val DEFAULT_COUNT = 100_000
        const val SEED = 20_261_124L
        const val SHOWN = 20
        const val SAME = "the same"
        const val FORGED = "a forged number, seen through"
        const val TRUNK_AT_HOME =
            "a trunk zero behind the home code is left out, where libphonenumber finds no valid number"
        const val REPAIRED =
            "rewritten by libphonenumber; a trunk prefix after the code is a sign of forgery"
        const val HOME_CODE = 81
        const val OBSOLETE = "the obsolete 1 before Mexican mobile numbers is left out"
        const val TOO_LONG = "more digits than a line at home has, and in no range of the plan"
        const val LOCAL_ONLY =
            "a length for dialling within one area only does not come with a country code"
        val ASSIGNED_BY_ITU = setOf("379", "388", "991", "997")
    }
}
