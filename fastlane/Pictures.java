// SPDX-License-Identifier: Apache-2.0

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Draws the pictures of the store listing, in the sizes that Google Play asks for. Reads what to draw from lines with tabs:
 * {@code feature TITLE WORDS OUT} (1024 x 500), {@code icon OUT} (512 x 512), {@code screen PICTURE WORDS OUT} (1080 x 1920).
 * The sign comes from the app's own drawable.
 */
public class Pictures {
  private static final Path RES = Path.of(System.getProperty("tomeru.root", "."), "android-app/app/src/main/res");
  private static final String FONT = "Noto Sans CJK JP";
  private static final Color INK = new Color(0x1A1C1B);
  private static final Color PAGE = new Color(0xDDEFEA);

  public static void main(String[] none) throws IOException {
    System.setProperty("java.awt.headless", "true");
    for (String line : new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) draw(line.split("\t"));
  }

  private static void draw(String[] words) throws IOException {
    BufferedImage drawn = switch (words[0]) {
      case "feature" -> feature(words[1], words[2]);
      case "icon" -> icon();
      case "screen" -> screen(ImageIO.read(new File(words[1])), words[2]);
      default -> throw new IllegalArgumentException(words[0]);
    };
    File out = new File(words[words.length - 1]);
    out.getAbsoluteFile().getParentFile().mkdirs();
    ImageIO.write(drawn, "png", out);
  }

  private static BufferedImage feature(String title, String words) throws IOException {
    BufferedImage picture = new BufferedImage(1024, 500, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = begin(picture, background());
    sign(g, 40, 70, 360);
    g.setColor(Color.WHITE);
    write(g, title, 410, 240, 574, 120);
    List<String> lines = wrap(g, font(40), words, 574);
    for (int line = 0; line < lines.size(); line++) write(g, lines.get(line), 410, 320 + 56 * line, 574, 40);
    g.dispose();
    return picture;
  }

  private static BufferedImage icon() throws IOException {
    BufferedImage picture = new BufferedImage(512, 512, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = begin(picture, background());
    // Of an adaptive icon's 108, the middle 72 are seen.
    sign(g, -84, -84, 680);
    g.dispose();
    return picture;
  }

  private static BufferedImage screen(BufferedImage shot, String words) {
    BufferedImage picture = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = begin(picture, PAGE);
    g.setColor(INK);
    List<String> lines = wrap(g, font(60), words, 960);
    for (int line = 0; line < lines.size(); line++) {
      g.setFont(font(60));
      g.drawString(lines.get(line), (1080 - g.getFontMetrics().stringWidth(lines.get(line))) / 2, 130 + 84 * line);
    }
    int top = 100 + 84 * lines.size();
    // A picture of all that a screen holds is cut where a phone ends.
    int height = Math.min(shot.getHeight(), shot.getWidth() * 19 / 9);
    double scale = Math.min(900.0 / shot.getWidth(), (1880.0 - top) / height);
    double left = (1080 - shot.getWidth() * scale) / 2;
    g.clip(new RoundRectangle2D.Double(left, top, shot.getWidth() * scale, height * scale, 60, 60));
    g.drawImage(shot, new AffineTransform(scale, 0, 0, scale, left, top), null);
    g.dispose();
    return picture;
  }

  private static Graphics2D begin(BufferedImage picture, Color background) {
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.setColor(background);
    g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    return g;
  }

  private static Font font(int size) {
    Font font = new Font(FONT, Font.BOLD, size);
    if (font.canDisplayUpTo("止める") != -1) throw new IllegalStateException("the font " + FONT + " is missing: ./scripts/setup");
    return font;
  }

  /** One line, made smaller until it fits. */
  private static void write(Graphics2D g, String text, int x, int y, int width, int size) {
    int fits = size;
    while (g.getFontMetrics(font(fits)).stringWidth(text) > width) fits--;
    g.setFont(font(fits));
    g.drawString(text, x, y);
  }

  /** As few lines as fit, and those about as long as each other. */
  private static List<String> wrap(Graphics2D g, Font font, String text, int width) {
    List<String> lines = lines(g, font, text, width);
    for (String line : lines) {
      if (g.getFontMetrics(font).stringWidth(line) > width) throw new IllegalArgumentException("too long for a line: " + line);
    }
    for (int narrow = width - 20; narrow > 0 && lines(g, font, text, narrow).size() == lines.size(); narrow -= 20) {
      List<String> even = lines(g, font, text, narrow);
      if (even.stream().anyMatch(line -> g.getFontMetrics(font).stringWidth(line) > width)) break;
      lines = even;
    }
    return lines;
  }

  /** Lines broken at spaces, behind a comma of Japanese, or at a bar, which is not drawn. */
  private static List<String> lines(Graphics2D g, Font font, String text, int width) {
    List<String> lines = new ArrayList<>(List.of(""));
    for (String word : text.split("(?<=[ 、。])|[|]")) {
      String longer = lines.get(lines.size() - 1) + word;
      if (g.getFontMetrics(font).stringWidth(longer.strip()) > width && longer.length() > word.length()) lines.add(word);
      else lines.set(lines.size() - 1, longer);
    }
    return lines.stream().map(String::strip).toList();
  }

  private static Color background() throws IOException {
    Matcher color = Pattern.compile("name=\"icon_background\">#([0-9A-Fa-f]{6})<").matcher(Files.readString(RES.resolve("values/colors.xml")));
    if (!color.find()) throw new IllegalStateException("values/colors.xml has no icon_background");
    return new Color(Integer.parseInt(color.group(1), 16));
  }

  /** The launcher's sign, white, as large as its 108 units say. */
  private static void sign(Graphics2D g, int x, int y, int size) throws IOException {
    Graphics2D scaled = (Graphics2D) g.create();
    scaled.translate(x, y);
    scaled.scale(size / 108.0, size / 108.0);
    scaled.setColor(Color.WHITE);
    Matcher paths = Pattern.compile("<path([^>]*)/>", Pattern.DOTALL).matcher(Files.readString(RES.resolve("drawable/ic_launcher_foreground.xml")));
    while (paths.find()) {
      Path2D path = path(attribute(paths.group(1), "pathData"));
      if (paths.group(1).contains("fillColor")) scaled.fill(path);
      if (!paths.group(1).contains("strokeColor")) continue;
      scaled.setStroke(new BasicStroke(Float.parseFloat(attribute(paths.group(1), "strokeWidth")), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
      scaled.draw(path);
    }
    scaled.dispose();
  }

  private static String attribute(String node, String name) {
    Matcher value = Pattern.compile("android:" + name + "=\"([^\"]*)\"").matcher(node);
    if (!value.find()) throw new IllegalStateException("no " + name + " in " + node);
    return value.group(1);
  }

  private static Path2D path(String data) {
    Path2D path = new Path2D.Double();
    Matcher part = Pattern.compile("([MLHVCZ])([^A-Z]*)").matcher(data);
    while (part.find()) {
      double[] n = Pattern.compile("[ ,]+").splitAsStream(part.group(2).strip()).filter(word -> !word.isEmpty()).mapToDouble(Double::parseDouble).toArray();
      switch (part.group(1)) {
        case "M" -> path.moveTo(n[0], n[1]);
        case "L" -> path.lineTo(n[0], n[1]);
        case "H" -> path.lineTo(n[0], path.getCurrentPoint().getY());
        case "V" -> path.lineTo(path.getCurrentPoint().getX(), n[0]);
        case "C" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
        default -> path.closePath();
      }
    }
    return path;
  }
}
