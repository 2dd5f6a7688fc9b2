// SPDX-License-Identifier: Apache-2.0
package app.tomeru.core

import com.google.i18n.phonenumbers.PhoneNumberUtil
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType
import java.util.Random

/** Numbers with a plus: every example of libphonenumber, then random and mutated ones. */
class NumberSamples(private val util: PhoneNumberUtil, private val random: Random) {
    private val codes = util.supportedCallingCodes.sorted()

    private val examples: List<String> = buildList {
        for (region in util.supportedRegions.sorted()) {
            for (type in PhoneNumberType.entries) util.getExampleNumberForType(region, type)?.let(::add)
            util.getInvalidExampleNumber(region)?.let(::add)
        }
        util.supportedGlobalNetworkCallingCodes.sorted().forEach { add(util.getExampleNumberForNonGeoEntity(it)) }
    }.map { util.format(it, PhoneNumberFormat.E164) }

    /** The examples and as many others as make [count]. */
    fun take(count: Int): List<String> = examples + List((count - examples.size).coerceAtLeast(0)) {
        when (random.nextInt(KINDS)) {
            0 -> "+" + digits(1 + random.nextInt(MOST))
            1, 2, 3 -> "+" + codes[random.nextInt(codes.size)] + digits(1 + random.nextInt(MOST))
            else -> mutated(examples[random.nextInt(examples.size)])
        }
    }

    private fun digits(count: Int) = (1..count).joinToString("") { random.nextInt(TEN).toString() }

    private fun mutated(number: String): String {
        var changed = number
        repeat(1 + random.nextInt(MUTATIONS)) {
            val at = 1 + random.nextInt(changed.length - 1)
            changed = when (random.nextInt(MUTATIONS)) {
                0 -> changed.replaceRange(at, at + 1, digits(1))
                1 -> changed.take(at) + digits(1) + changed.drop(at)
                2 -> if (changed.length > 2) changed.removeRange(at, at + 1) else changed
                else -> changed.dropLast(1 + random.nextInt(2)).ifEmpty { "+" } + digits(2)
            }
        }
        return changed
    }

    private companion object {
        const val KINDS = 10
        const val TEN = 10
        const val MUTATIONS = 4

        /** E.164's longest and a little more. */
        const val MOST = 16
    }
}
