// SPDX-License-Identifier: Apache-2.0
package app.tomeru.record

/** The tables, as migration steps: a file of any version goes through those it has not seen. */
internal object Schema {
    /** Step N turns version N - 1 into version N. A released step never changes. */
    val STEPS: List<List<String>> = listOf(
        listOf(
            """
            CREATE TABLE calls (
                id INTEGER PRIMARY KEY,
                uid TEXT NOT NULL UNIQUE,
                at INTEGER NOT NULL,
                outgoing INTEGER NOT NULL,
                number TEXT,
                number_key TEXT,
                presentation INTEGER NOT NULL,
                origin TEXT NOT NULL,
                line TEXT NOT NULL,
                country_code INTEGER,
                region TEXT,
                more_regions INTEGER NOT NULL,
                action TEXT NOT NULL,
                reason TEXT NOT NULL,
                signs TEXT NOT NULL,
                fault TEXT,
                contact TEXT NOT NULL,
                dialled TEXT NOT NULL,
                since_dialled INTEGER,
                since_emergency INTEGER,
                home TEXT NOT NULL,
                second_home TEXT,
                network TEXT NOT NULL,
                verification INTEGER NOT NULL,
                unlocked INTEGER NOT NULL,
                took_micros INTEGER NOT NULL
            )
            """.trimIndent(),
            "CREATE INDEX calls_at ON calls (at)",
            "CREATE INDEX calls_number ON calls (number_key, at)",
            // When the owner last dialled a number, other than to call back a call that was stopped or warned of.
            "CREATE TABLE dialled (number_key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID",
        ),
        listOf("ALTER TABLE calls ADD COLUMN rehearsal INTEGER NOT NULL DEFAULT 0"),
        listOf(
            // Every time that the owner dialled a number: one that turns out to have been stopped leaves the others.
            "ALTER TABLE dialled RENAME TO dialled_last",
            "CREATE TABLE dialled (number_key TEXT, at INTEGER, PRIMARY KEY (number_key, at)) WITHOUT ROWID",
            "INSERT INTO dialled SELECT number_key, at FROM dialled_last",
            "DROP TABLE dialled_last",
            // The owner's calls that were stopped before Android told of them as calls.
            "CREATE TABLE stopped_first (number_key TEXT, at INTEGER, PRIMARY KEY (number_key, at)) WITHOUT ROWID",
        ),
    )

    /** The newest version. */
    val VERSION: Int = STEPS.size
}
