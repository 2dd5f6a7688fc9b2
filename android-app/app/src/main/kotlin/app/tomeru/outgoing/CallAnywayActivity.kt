// SPDX-License-Identifier: Apache-2.0
package app.tomeru.outgoing

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import app.tomeru.core.Fault
import app.tomeru.fault.Barrier

/**
 * Lets exactly one number through for a minute and opens the dialer with it; the user presses the call button there. It
 * has no UI: since Android 12, a notice's button cannot open the dialer through a receiver.
 */
class CallAnywayActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        Barrier.run(Fault.BUTTON_FAILED) {
            val handle = intent.data
            val key = intent.getStringExtra(KEY)
            if (handle != null && key != null) {
                OutgoingPass(this).start(key)
                startActivity(Intent(Intent.ACTION_DIAL, handle))
            }
        }
        finish()
    }

    companion object {
        private const val KEY = "key"

        /** Lets the number with [key] through, which was dialled as [number]. */
        fun intent(context: Context, number: String, key: String): Intent =
            Intent(context, CallAnywayActivity::class.java)
                .setData(Uri.fromParts("tel", number, null))
                .putExtra(KEY, key)
                .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
    }
}
