// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import java.io.File

/** The vectors that Rust and Kotlin share. */
object Vectors {
    /** The repository. */
    val root = File(checkNotNull(System.getProperty("tomeru.root")) { "run the tests with Maven" })

    /** The rows of a file in `tests/vectors`, field by field; lines that begin with `#` and a space are comments. */
    fun read(name: String): List<List<String>> = File(root, "tests/vectors/$name").readLines()
        .filterNot { it.startsWith("# ") || it.isEmpty() }
        .map { it.split('\t') }
}
