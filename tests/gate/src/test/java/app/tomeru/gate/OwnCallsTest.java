// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.app.Notification;
import android.content.Intent;
import android.os.SystemClock;
import java.time.Duration;
import org.junit.Test;
import org.robolectric.shadows.ShadowSystemClock;

/** The owner's own calls, redirected by the service that the manifest names. */
public class OwnCallsTest extends GateTest {
  private static final String ABROAD = "+639171234567";

  @Test
  public void aCallAbroadIsStoppedAndSaidAndGoesThroughAfterCallAnyway() {
    assertTrue(telecom.places("0312345678"));
    assertTrue(telecom.places("110"));
    telecom.assertStops(ABROAD);
    assertEquals("outgoing_stopped", phone.lastCall().getAsString("reason"));
    Notification notice = phone.notices("outgoing_channel").get(0);
    assertEquals(Res.text("outgoing_title"), Phone.title(notice));
    Intent dialled = Notices.press(phone, notice, "outgoing_anyway");
    assertEquals(Intent.ACTION_DIAL, dialled.getAction());
    assertEquals(ABROAD, dialled.getData().getSchemeSpecificPart());
    assertTrue("within a minute it is placed", telecom.places(ABROAD));
    ShadowSystemClock.advanceBy(Duration.ofMillis(120_000));
    assertTrue(SystemClock.elapsedRealtime() > 120_000);
    telecom.assertStops(ABROAD);
  }
}
