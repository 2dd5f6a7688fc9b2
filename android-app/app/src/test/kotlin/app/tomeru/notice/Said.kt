// SPDX-License-Identifier: Apache-2.0
package app.tomeru.notice

import app.tomeru.support.Vectors
import java.io.File

/** A [sentence] of [file] about warnings, and the [rows] of the table that bear it. */
internal data class Said(val file: String, val sentence: String, val rows: List<String>) {
    companion object {
        private const val README = "README.md"
        private const val PRIVACY = "PRIVACY.md"
        private const val JAPANESE = "android-app/app/src/main/res/values-ja/strings.xml"
        private const val ENGLISH = "android-app/app/src/main/res/values/strings.xml"

        /** Where such sentences stand. */
        val FILES = listOf(README, PRIVACY, JAPANESE, ENGLISH)

        /** Whoever uses one of these speaks of how a warning is seen or heard; a recorded voice is a caller's. */
        val WORDS = Regex(
            "ロック画面|ロックし|ロック中|画面の上に|電話の画面|(?<!音)(?<!録音の)声[でを]|" +
                "lock screen|locked phone|phone is locked|call's screen|call screen\\b|screen of a|aloud|(?<!recorded )\\bvoice\\b(?!\\.md)",
            RegexOption.IGNORE_CASE,
        )

        /** The text of a file; how its lines are broken does not matter. */
        fun text(file: String): String {
            val text = File(Vectors.root, file).readText()
            // Of resources the texts alone; of documents, lines that go on are one, and a letter of Japanese needs no space.
            return if (file.endsWith(".xml")) {
                Regex("<(string|item)[^>]*>(.*?)</").findAll(text).joinToString("\n") { it.groupValues[2] }
            } else {
                text.replace(Regex("\n(?=[^\n#|*-])"), " ").replace(Regex(" +"), " ")
            }
        }

        val ALL = listOf(
            Said(README, "**電話の画面の上に**、大きな注意を出します（ほかのアプリの上に出す許可があるとき）。", listOf("W1", "W2", "C1")),
            Said(README, "ロックした電話では、電話の画面が出ているときに見えます。ロック画面だけのときは見えません。", listOf("C1")),
            Said(README, "**お知らせ**も出します。鳴っている間、9秒のうちに、あと2回出します。", listOf("N3", "REPEATS")),
            Said(README, "ロック画面に出るかどうかは、電話の設定によります。お知らせに電話番号は入りません。", listOf("T1", "T2", "C4", "C5")),
            Said(README, "国際電話のときは、**声でも**知らせます。マナーモードのときは声を出しません。設定で切れます。", listOf("N2", "N3", "C2")),
            Said(
                README,
                "on top of the call screen if Android allows the app to draw over others, with a notice that announces itself twice more within 9 s, and aloud unless the ringer is off",
                listOf("W1", "C1", "N2", "N3", "C2", "REPEATS"),
            ),
            Said(
                PRIVACY,
                "No notice of a warning has the number, locked or not; the window over the call's screen has it, where the phone itself shows it.",
                listOf("T1", "T2", "C1"),
            ),
            Said(
                PRIVACY,
                "Whether the lock screen shows the numbers of calls that were stopped is chosen in the phone's settings (\"sensitive contents\").",
                listOf("C5"),
            ),
            Said(
                PRIVACY,
                "to lay the warning over the call's screen; on Android 11 and later it comes with the choice as the app that protects calls, and can be taken away in the phone's settings",
                listOf("W1", "W2"),
            ),
            Said(PRIVACY, "声の注意は、国際電話だということだけを言います。番号は言いません。", listOf("N2")),
            Said(JAPANESE, "電話の画面にも注意を出す", listOf("W1", "C1")),
            Said(
                JAPANESE,
                "鳴っている電話の画面の上に、大きな注意を出せます。電話が終わると消えます。次の画面で「とめる」を入（オン）にしてください。",
                listOf("W1", "W2", "E1", "E2", "E3"),
            ),
            Said(JAPANESE, "鳴っている電話の画面に、大きな注意を出します。", listOf("W1", "C1")),
            Said(JAPANESE, "大きな注意を描いた（ロックしたまま）", listOf("W1")),
            Said(
                JAPANESE,
                "10分以内に、連絡先に入れた人の電話から、この電話にかけてみてください。この電話をロックしておくと、ロックしたときの出方がわかります。",
                listOf("W1", "C1"),
            ),
            Said(
                JAPANESE,
                "10分以内に、連絡先に入れていない電話から、この電話にかけてみてください。「知っている人だけ鳴らす」の設定では、「鳴らす」と決めた番号からかけてください。この電話をロックしておくと、ロックしたときの出方がわかります。",
                listOf("W1", "C1"),
            ),
            Said(JAPANESE, "・ロック画面に表示", listOf("C1")),
            Said(JAPANESE, "国際電話が鳴っているときに、声で注意します。", listOf("N2")),
            Said(JAPANESE, "注意を出す国際電話が鳴ると、「国際電話です。電話に出ないでください。」と声で知らせます。マナーモードのときは、声を出しません。", listOf("N2", "N3")),
            Said(JAPANESE, "電話の画面の上に注意を出せなくなりました。", listOf("W2")),
            Said(JAPANESE, "声でも注意する", listOf("N2")),
            Said(JAPANESE, "声を出します", listOf("N2")),
            Said(JAPANESE, "声を出しません", listOf("N3")),
            Said(ENGLISH, "Warn on the call screen, too", listOf("W1", "C1")),
            Said(
                ENGLISH,
                "A large warning can be shown over the screen of a ringing call. It goes when the call ends. Please switch Tomeru on in the next screen.",
                listOf("W1", "W2", "E1", "E2", "E3"),
            ),
            Said(ENGLISH, "A large warning is shown on the screen of a ringing call.", listOf("W1", "C1")),
            Said(ENGLISH, "• Show on Lock screen", listOf("C1")),
            Said(ENGLISH, "Says aloud that an international call rings.", listOf("N2")),
            Said(ENGLISH, "Warnings cannot be shown over the call screen any more.", listOf("W2")),
            Said(ENGLISH, "Warn aloud, too", listOf("N2")),
            Said(
                ENGLISH,
                "When an international call rings with a warning, a voice says: “International call. Do not answer the phone.” Not while the ringer is off.",
                listOf("N2", "N3"),
            ),
            Said(ENGLISH, "A voice speaks", listOf("N2")),
            Said(ENGLISH, "No voice", listOf("N3")),
            Said(ENGLISH, "The voice is off in the phone’s settings", listOf("N3")),
        )
    }
}
