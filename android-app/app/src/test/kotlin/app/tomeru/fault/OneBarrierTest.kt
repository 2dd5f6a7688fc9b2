// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

import org.junit.Assert.assertEquals
import org.junit.Test
import java.io.File

/** There is one way to keep a fault from ending the process; whoever adds a second one reads here why not. */
class OneBarrierTest {
    private val modules = listOf("app", "library").map {
        File(checkNotNull(System.getProperty("tomeru.root")), "android-app/$it/src/main/kotlin/app/tomeru")
    }

    /** What is not to be found outside of [places], which are files or folders; the reason stands beside them. */
    private class Rule(val what: String, pattern: String, val places: Map<String, String>) {
        val pattern = Regex(pattern)
    }

    private val barrier = "fault" to "the barrier itself"
    private val rules = listOf(
        Rule(
            "catching what may be anything",
            """catch\s*\([^)]*\b(Throwable|Exception|RuntimeException|Error|\w+Error)\s*\)|runCatching|\.onFailure\b""",
            mapOf(
                barrier,
                "core/Core.kt" to "gives what cannot be loaded a name and throws it on; knows nothing of Android",
            ),
        ),
        Rule(
            "starting a thread, or a pool of them",
            """\bThread\s*[({]|\bthread\s*\(\s*(name|start|isDaemon)|kotlin\.concurrent|Executor|\bTimer\b|\bHandlerThread\b|CompletableFuture""",
            mapOf(barrier),
        ),
        Rule(
            "handing work to the main thread",
            """\bHandler\s*\(|runOnUiThread|\.post(Delayed)?\s*[({]|[mM]ainExecutor""",
            mapOf(barrier),
        ),
        Rule(
            "listening to what a person does",
            """\.?set\w+Listener\s*[({]|setPositiveButton|setItems\s*\(|setSingleChoiceItems|TextWatcher|addTextChangedListener""",
            mapOf("views/Press.kt" to "sets every listener behind the barrier"),
        ),
        Rule(
            "being called by Android about a screen",
            """override fun on(Create\(\w+: Bundle|\w+InstanceState|\w+Result\b|NewIntent|(Start|Restart|Resume|Pause|Stop|Destroy)\(\))""",
            mapOf(
                "ui/Screen.kt" to "calls what the screens do behind the barrier",
                "outgoing/CallAnywayActivity.kt" to "has no face and is no Screen; its work is behind the barrier",
            ),
        ),
        Rule(
            "being called by Android in the middle of drawing",
            """override fun (dispatchDraw|on(Measure|Layout|Draw|SizeChanged|ConfigurationChanged|(At|De)tachedFromWindow|AttachedToWindow))\b""",
            mapOf(
                "notice/WarningCard.kt" to "what it does there is behind the barrier",
                "ui/records/WeekChart.kt" to "draws behind the barrier, and only calculates to measure",
            ),
        ),
        Rule(
            "the handler of what nobody caught",
            """ncaughtExceptionHandler""",
            mapOf(barrier),
        ),
        Rule(
            "asking another app's provider, with whose process ours would end",
            """[cC]ontentResolver(\(\))?\s*\.\s*(query|open|acquire|call|insert|update|delete|apply|bulk)""",
            mapOf("provider/Provider.kt" to "asks in a way that ends nothing"),
        ),
    )

    private fun found(rule: Rule, source: String) = source.lines()
        .filterNot { it.trimStart().startsWith("*") || it.trimStart().startsWith("//") || it.startsWith("import ") }
        .filter(rule.pattern::containsMatchIn)

    @Test
    fun `nothing ends a fault, starts a thread or listens in another way`() {
        val files = modules.flatMap { module ->
            module.walk().filter { it.extension == "kt" }.map { it.relativeTo(module).path to it.readText() }
        }.toMap()
        check(files.size > 50) { "the sources are not in $modules" }
        for (rule in rules) {
            val others = files.filterKeys { path -> rule.places.keys.none { path == it || path.startsWith("$it/") } }
                .mapValues { found(rule, it.value) }
                .filterValues { it.isNotEmpty() }
            assertEquals("${rule.what} is for ${rule.places}", emptyMap<String, List<String>>(), others)
        }
    }

    @Test
    fun `every place with a reason still needs it`() {
        for (rule in rules) {
            for (place in rule.places.keys) {
                val files = modules.flatMap { File(it, place).walk() }.filter(File::isFile)
                val source = files.joinToString("\n") { it.readText() }
                check(found(rule, source).isNotEmpty()) { "$place needs no leave for ${rule.what} any more" }
            }
        }
    }

    @Test
    fun `the rules see what they are about`() {
        val seen = listOf(
            "} catch (e: Throwable) {" to 0,
            "} catch (e: LinkageError) {" to 0,
            "val done = runCatching(::work)" to 0,
            "thread(name = \"x\") {" to 1,
            "Thread(task).start()" to 1,
            "Executors.newSingleThreadExecutor()" to 1,
            "Handler(Looper.getMainLooper()).post { x() }" to 2,
            "view.setOnClickListener { x() }" to 3,
            "override fun onCreate(state: Bundle?) {" to 4,
            "Thread.setDefaultUncaughtExceptionHandler(x)" to 6,
            "override fun onMeasure(width: Int, height: Int) {" to 5,
            "val rows = context.contentResolver.query(uri, columns, null, null, null)" to 7,
            "getContentResolver().openInputStream(uri)" to 7,
        )
        for ((line, rule) in seen) check(found(rules[rule], line).size == 1) { line }
        val allowed =
            listOf("} catch (e: IOException) {", "Thread.currentThread().interrupt()", "Barrier.thread(\"x\", null) {")
        for (line in allowed) rules.forEach { check(found(it, line).isEmpty()) { line } }
    }
}
