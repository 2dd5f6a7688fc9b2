// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.app.Notification;
import android.app.NotificationChannel;
import android.content.Intent;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** Every notice, and what each of its buttons does. */
public class NoticesTest extends GateTest {
  private static final String ABROAD = "+639171234567";

  /** What brings a notice of each channel about, by the text that the person knows the channel by. */
  private final Map<String, Runnable> causes = Map.of(
      "warning_channel", () -> {
        SetUp.choosePreset("preset_warn");
        telecom.screen(Call.from(ABROAD));
      },
      "stopped_channel", () -> {
        SetUp.choosePreset("preset_stop");
        telecom.screen(Call.from(ABROAD));
      },
      "outgoing_channel", () -> telecom.assertStops("+442079460018"),
      "pass_channel", () -> {
        Screen home = Screen.open(".ui.home.HomeActivity");
        home.await("pass_hour");
        home.press("pass_hour");
        home.await("pass_end");
      },
      "health_channel", () -> {
        // Only who was protected is told.
        phone.holdRole();
        Screen.open(".ui.home.HomeActivity").await("state", Res.text("state_protected"));
        phone.loseRole();
        phone.app.sendBroadcast(new Intent(Intent.ACTION_BOOT_COMPLETED));
        Wait.until("it is said", () -> !phone.notices("health_channel").isEmpty(), phone::notices);
      });

  private Notification provoke(String channel) {
    phone.forgetAll();
    phone.holdRole();
    causes.get(channel).run();
    Wait.quiet();
    assertEquals(channel, 1, phone.notices(channel).size());
    return phone.notices(channel).get(0);
  }

  @Test
  public void everyButtonOfEveryNoticeDoesItsPart() {
    for (String channel : new TreeSet<>(causes.keySet())) {
      int buttons = Notices.buttons(provoke(channel)).length;
      assertTrue(channel + " has a button", buttons > 0);
      for (int button = 0; button < buttons; button++) {
        Notification notice = provoke(channel);
        Notices.send(phone, Notices.buttons(notice)[button].actionIntent);
        for (Notification shown : phone.notices()) {
          String title = Phone.title(shown);
          assertEquals(title, java.util.List.of(), Faults.in(java.util.List.of(title), "state_stopped"));
        }
        SetUp.choosePreset("preset_stop");
      }
      Notification notice = provoke(channel);
      if (notice.contentIntent != null) Notices.send(phone, notice.contentIntent);
    }
    phone.holdRole();
    assertEquals("a cause for every channel", names(), causes.keySet());
  }

  /** The resources that name channels; each of them must be there once its notice was. */
  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (NotificationChannel channel : phone.notices.getNotificationChannels()) {
      for (Map.Entry<String, String> text : Res.texts("string", "app_name").entrySet()) {
        boolean named = text.getKey().endsWith("_channel") && text.getValue().contentEquals(channel.getName());
        if (named) names.add(text.getKey());
      }
    }
    for (String name : Res.texts("string", "app_name").keySet()) {
      if (name.endsWith("_channel")) assertTrue("no notice of " + name, names.contains(name));
    }
    return names;
  }

  @Test
  public void aNumberIsLetThroughFromTheNoticeThatItWasStopped() {
    Notices.press(phone, provoke("stopped_channel"), "allow_number");
    assertEquals(Told.RINGS, telecom.screen(Call.from(ABROAD)));
    assertEquals("allow_list", phone.lastCall().getAsString("reason"));
  }

  @Test
  public void aNumberIsStoppedFromTheWarning() {
    Notices.press(phone, provoke("warning_channel"), "block_number");
    assertEquals(Told.REJECTED, telecom.screen(Call.from(ABROAD)));
    assertEquals("block_list", phone.lastCall().getAsString("reason"));
  }

  @Test
  public void aCountryRingsForToday() {
    Notices.press(phone, provoke("stopped_channel"), "pass_today");
    assertEquals(Told.RINGS, telecom.screen(Call.from(ABROAD)));
    assertEquals("country_pass", phone.lastCall().getAsString("reason"));
    Notices.press(phone, phone.notices("pass_channel").get(0), "pass_end");
    assertEquals(Told.REJECTED, telecom.screen(Call.from(ABROAD)));
  }
}
