// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.app.Application
import android.content.Context
import android.content.ContextWrapper
import app.tomeru.call.Question
import app.tomeru.core.InternalException
import app.tomeru.core.RingCore
import org.robolectric.RuntimeEnvironment

/** What may be thrown where something is broken. A throwable remembers where it was made, so each is made anew. */
enum class Kind(val make: () -> Throwable) {
    ERROR({ Error("of JNA: $NUMBER") }),
    OUT_OF_MEMORY({ OutOfMemoryError(NUMBER) }),
    STACK_OVERFLOW({ StackOverflowError(NUMBER) }),
    UNSATISFIED_LINK({ UnsatisfiedLinkError(NUMBER) }),
    RUNTIME({ IllegalStateException(NUMBER) }),

    /** As UniFFI hands one over; the ring path has its own. */
    PANIC({ InternalException(NUMBER) }),
}

/** What no message may carry into a log. */
const val NUMBER = "+81312345678"

/** Where the app meets what it does not control; each can be broken in every way. */
enum class Seam {
    /** The native function of the ring path. */
    RING,

    /** What UniFFI generated. */
    BINDINGS,

    /** The contacts provider. */
    CONTACTS,

    /** The database of the records. */
    RECORDS,

    /** The clocks, once: they are asked for when a fault is written down, too. */
    CLOCK,

    /** What Android gives to a component: its services. */
    CONTEXT,

    ;

    private val app get() = RuntimeEnvironment.getApplication().test

    /** Breaks it by [kind]; [mend] ends that. */
    fun broken(kind: Kind) {
        when (this) {
            RING -> {
                app.decide = {
                    when (kind) {
                        Kind.PANIC -> it.ask(RingCore.SELF_TEST_PANIC)
                        else -> throw kind.make()
                    }
                }
            }

            BINDINGS -> {
                app.beforeCore = { throw kind.make() }
            }

            CONTACTS -> {
                FakeContacts.thrown = kind.make
            }

            RECORDS -> {
                app.beforeRecords = { throw kind.make() }
            }

            CLOCK -> {
                var left = 1
                val once: () -> Long = {
                    if (left-- > 0) throw kind.make()
                    Phone.NOW
                }
                app.time.set(once, once)
            }

            // Given to a component as its context.
            CONTEXT -> {
                return
            }
        }
    }

    companion object {
        /** All of them work. */
        fun mend() {
            val app = RuntimeEnvironment.getApplication().test
            app.decide = Question::ask
            app.beforeCore = {}
            FakeContacts.thrown = null
            app.beforeRecords = {}
        }

        /** [app] as a component sees it whose services are broken by [kind]; [given] is what is not broken. */
        fun context(app: Application, kind: Kind, given: (String) -> Any? = { null }): Context =
            object : ContextWrapper(app) {
                override fun getApplicationContext(): Context = this

                override fun getSystemService(name: String): Any = given(name) ?: throw kind.make()
            }
    }
}
