// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.app.Notification;
import android.app.NotificationChannel;
import android.content.Intent;
import android.media.AudioManager;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** Every notice, and what each of its buttons does. */
public class NoticesTest extends GateTest {
  /** Each is used once in a test: what a button did to a number or its country must not meet the next. */
  private static final List<String> ABROAD = List.of("+639171234567", "+442079460018", "+60312345678", "+33142685300",
      "+4930123456", "+8613812345678", "+821012345678", "+85221234567", "+6591234567", "+61212345678", "+84912345678",
      "+6621234567", "+34912345678", "+351212345678", "+3222345678", "+41446681800", "+4312345678", "+4589123456");

  private final Iterator<String> numbers = ABROAD.iterator();
  private String number;

  /** What brings a notice of each channel about, by the text that the person knows the channel by. */
  private final Map<String, Runnable> causes = Map.of(
      "voice_channel", () -> warn(AudioManager.RINGER_MODE_NORMAL),
      "warning_channel", () -> warn(AudioManager.RINGER_MODE_SILENT),
      "stopped_channel", () -> {
        SetUp.choosePreset("preset_stop");
        phone.forgetAll();
        assertEquals(Told.REJECTED, telecom.screen(Call.from(number)));
      },
      "outgoing_channel", () -> telecom.assertStops(number),
      "pass_channel", () -> {
        Screen wait = Screen.open(".ui.home.WaitActivity");
        wait.await("pass_hour");
        wait.press("pass_hour");
        wait.await("pass_end");
      },
      "health_channel", () -> {
        // Only who was protected is told.
        phone.holdRole();
        Screen.open(".ui.home.HomeActivity").await("state", Res.text("state_protected"));
        phone.loseRole();
        phone.app.sendBroadcast(new Intent(Intent.ACTION_BOOT_COMPLETED));
        Wait.until("it is said", () -> !phone.notices("health_channel").isEmpty(), phone::notices);
      });

  /** They show what rings, over a locked phone too: nothing on them changes what happens to calls. */
  private static final Set<String> WITHOUT_BUTTONS = Set.of("voice_channel", "warning_channel");

  private void warn(int ringer) {
    SetUp.choosePreset("preset_warn");
    phone.forgetAll();
    phone.ringer(ringer);
    assertEquals(Told.RINGS, telecom.screen(Call.from(number)));
  }

  /** An hour in which calls ring that is still on would let the next ring, too. */
  private void endPass() {
    Screen wait = Screen.open(".ui.home.WaitActivity");
    Wait.quiet();
    if (wait.shows("pass_end")) wait.press("pass_end");
    wait.await("pass_hour");
  }

  private Notification provoke(String channel) {
    phone.holdRole();
    endPass();
    phone.forgetAll();
    number = numbers.next();
    causes.get(channel).run();
    Wait.quiet();
    assertEquals(channel, 1, phone.notices(channel).size());
    return phone.notices(channel).get(0);
  }

  @Test
  public void everyButtonOfEveryNoticeDoesItsPart() {
    for (String channel : new TreeSet<>(causes.keySet())) {
      int buttons = Notices.buttons(provoke(channel)).length;
      assertEquals(channel + " has a button", !WITHOUT_BUTTONS.contains(channel), buttons > 0);
      for (int button = 0; button < buttons; button++) {
        Notification notice = provoke(channel);
        Notices.send(phone, Notices.buttons(notice)[button].actionIntent);
        for (Notification shown : phone.notices()) {
          String title = Phone.title(shown);
          assertEquals(title, List.of(), Faults.in(List.of(title), "state_stopped"));
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
  public void aNumberIsLetThroughFromTheRecordThatItsNoticeLeadsTo() {
    Screen record = Notices.follow(phone, provoke("stopped_channel"), "notice_details");
    record.await("allow");
    record.press("allow");
    record.confirm();
    Wait.until("it is said", () -> record.shows("message"), record::texts);
    assertEquals(Told.RINGS, telecom.screen(Call.from(number)));
    assertEquals("allow_list", phone.lastCall().getAsString("reason"));
  }

  @Test
  public void allCallsRingUntilTheNoticeIsPressed() {
    provoke("pass_channel");
    assertEquals(Told.RINGS, telecom.screen(Call.from(number)));
    Notices.press(phone, phone.notices("pass_channel").get(0), "pass_end");
    assertEquals(Told.REJECTED, telecom.screen(Call.from(number)));
  }
}
