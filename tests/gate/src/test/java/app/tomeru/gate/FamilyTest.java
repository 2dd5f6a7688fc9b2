// SPDX-License-Identifier: Apache-2.0
package app.tomeru.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.drawable.BitmapDrawable;
import android.net.Uri;
import android.widget.ImageView;
import app.tomeru.gate.Telecom.Call;
import app.tomeru.gate.Telecom.Told;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.Test;

/** The settings go from one phone to another by a code. */
public class FamilyTest extends GateTest {
  private static String code(Screen screen) {
    ImageView view = screen.view("code");
    Wait.until("the code is drawn", () -> view.getDrawable() instanceof BitmapDrawable, screen::texts);
    Bitmap picture = ((BitmapDrawable) view.getDrawable()).getBitmap();
    int[] pixels = new int[picture.getWidth() * picture.getHeight()];
    picture.getPixels(pixels, 0, picture.getWidth(), 0, 0, picture.getWidth(), picture.getHeight());
    RGBLuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (ReaderException e) {
      throw new AssertionError("no camera could read the code", e);
    }
  }

  private static void take(Screen offer) {
    offer.await("take");
    offer.assertWell();
    offer.press("take");
    offer.awaitMessage("offer_taken");
    offer.assertWell();
  }

  @Test
  public void theCodeIsDrawnReadAndTakenOver() {
    SetUp.choosePreset("preset_warn");
    Screen screen = Screen.open(".ui.family.FamilyActivity");
    String code = code(screen);
    assertTrue(code, code.startsWith("tomeru:1?p=warn&"));
    screen.assertWell();
    screen.press("send");
    assertTrue(screen.opened().getParcelableExtra(Intent.EXTRA_INTENT) != null);
    SetUp.choosePreset("preset_stop");
    assertEquals(Told.REJECTED, telecom.screen(Call.from("+639171234567")));
    take(Screen.open(".ui.family.OfferActivity", new Intent(Intent.ACTION_VIEW, Uri.parse(code))));
    assertEquals(Told.RINGS, telecom.screen(Call.from("+639171234567")));
    assertEquals("warn", phone.lastCall().getAsString("action"));
  }

  @Test
  public void itGoesByAFileAndByACopiedText() {
    SetUp.choosePreset("preset_warn");
    Screen screen = Screen.open(".ui.family.FamilyActivity");
    code(screen);
    screen.press("write");
    Uri file = Documents.file("tomeru-family.txt", null);
    screen.answer(Intent.ACTION_CREATE_DOCUMENT, file);
    screen.awaitMessage("records_exported");
    SetUp.choosePreset("preset_stop");
    screen.press("read");
    screen.answer(Intent.ACTION_OPEN_DOCUMENT, file);
    take(Screen.follow(screen.opened()));
    String text = "from mother: " + Documents.read(file);
    phone.app.getSystemService(ClipboardManager.class).setPrimaryClip(ClipData.newPlainText("", text));
    screen.press("paste");
    take(Screen.follow(screen.opened()));
  }

  @Test
  public void whatIsNoCodeIsRefusedInWords() {
    refusals = 2;
    Screen offer = Screen.open(".ui.family.OfferActivity", new Intent(Intent.ACTION_VIEW, Uri.parse("tomeru:1?p=stop")));
    offer.awaitMessage("offer_broken");
    offer.assertWell("offer_broken", "offer_refused");
    Screen newer = Screen.open(".ui.family.OfferActivity", new Intent(Intent.ACTION_VIEW, Uri.parse("tomeru:3?x=1")));
    newer.awaitMessage("offer_newer");
    newer.assertWell("offer_newer", "offer_refused");
  }
}
