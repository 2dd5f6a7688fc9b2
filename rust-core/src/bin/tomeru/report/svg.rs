// SPDX-License-Identifier: Apache-2.0
//! A report as one picture, a page of A4 upright: nothing but black, white and grey, so that any printer prints it, and
//! no font, script or file from elsewhere.

use std::io::{self, Write};

use super::{
    counts::Counts,
    sections::{self, Section, condensed},
    source::{Source, at_least, grouped, printable, sentence},
};

/// A4 at 96 dots an inch.
const PAGE: (f64, f64) = (794.0, 1123.0);
const MARGIN: f64 = 40.0;
const GAP: f64 = 30.0;
/// From one row to the next, and what is left of it for a bar.
const ROW: f64 = 16.0;
const THICK: f64 = 10.0;
/// Letters are at most so wide, on an average.
const LETTER: f64 = 7.2;
/// Rows of a part.
const MOST_ROWS: usize = 14;
/// What stands beside bars.
const COUNT: f64 = 96.0;
const MOST_LETTERS: usize = 30;
const INK: &str = "#222";

pub(crate) fn write(out: &mut impl Write, source: &Source<'_>, counts: &Counts<'_>) -> io::Result<()> {
    let all = sections::all(counts, source.places, source.most.min(MOST_ROWS));
    let days = condensed(&counts.days);
    let part = |key: &str| all.iter().find(|section| section.key == key).filter(|section| section.total > 0);
    let mut page = Page { text: String::new() };
    page.write(MARGIN, MARGIN + 8.0, 20, "start", "Calls");
    page.write(MARGIN, MARGIN + 28.0, 11, "start", &sentence(counts));
    let from = format!("{} ({}), times for {}", printable(&source.name), source.kind(), source.zone());
    page.write(MARGIN, MARGIN + 43.0, 11, "start", &shortened(&from, 100));
    let mut y = MARGIN + 74.0;
    for pair in [
        [part("origins"), part("kinds")],
        [part("countries"), part("forged")],
        [part("hours"), part("weekdays")],
        [Some(&days).filter(|days| days.total > 0), None],
        [part("numbers"), part("imitated")],
    ] {
        y += page.parts(y, pair);
    }
    let (width, height) = (PAGE.0, PAGE.1.max(y + MARGIN));
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"{:.0}mm\" viewBox=\"0 0 {width} {height:.0}\" \
         font-family=\"sans-serif\" fill=\"{INK}\">\n<title>Calls</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{}</svg>",
        height / PAGE.1 * 297.0,
        page.text
    )
}

struct Page {
    text: String,
}

impl Page {
    /// Up to two parts beside each other; says how high they are.
    fn parts(&mut self, y: f64, pair: [Option<&Section>; 2]) -> f64 {
        let whole = PAGE.0 - 2.0 * MARGIN;
        let parts: Vec<&Section> = pair.into_iter().flatten().collect();
        let width = if parts.len() > 1 { (whole - GAP) / 2.0 } else { whole };
        let mut height: f64 = 0.0;
        for (at, section) in parts.iter().enumerate() {
            let x = MARGIN + at as f64 * (width + GAP);
            height = height.max(self.part(x, y, width, section));
        }
        if height > 0.0 { height + GAP } else { 0.0 }
    }

    fn part(&mut self, x: f64, y: f64, width: f64, section: &Section) -> f64 {
        self.write(x, y, 13, "start", section.title);
        let mut top = y + 8.0;
        if section.lost > 0 {
            self.write(x, top + 8.0, 9, "start", &shortened(&at_least(section.lost), (width / 5.4) as usize));
            top += 14.0;
        }
        top - y
            + if section.is_series { self.columns(x, top, width, section) } else { self.rows(x, top, width, section) }
    }

    /// A bar below the other, its name before it and its count and share behind it.
    fn rows(&mut self, x: f64, y: f64, width: f64, section: &Section) -> f64 {
        let bars = &section.bars[..section.bars.len().min(MOST_ROWS)];
        let longest = bars.iter().map(|bar| bar.key.chars().count()).max().unwrap_or_default().min(MOST_LETTERS);
        let names = longest as f64 * LETTER + 6.0;
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or_default();
        let room = (width - names - COUNT).max(20.0);
        for (at, bar) in bars.iter().enumerate() {
            let base = y + ROW * (at as f64 + 0.8);
            let long = (bar.share(most) * room).max(1.0);
            self.write(x + names - 6.0, base, 11, "end", &shortened(&bar.key, MOST_LETTERS));
            self.bar(x + names, base - THICK + 1.0, long, THICK);
            let told = format!("{} ({:.1} %)", grouped(bar.count), bar.share(section.total) * 100.0);
            self.write(x + names + long + 5.0, base, 10, "start", &told);
            // Whose number it is, where the bar leaves room.
            let left = room - long - 10.0;
            if !bar.about.is_empty() && left > 60.0 {
                let about = shortened(&bar.about, (left / 6.0) as usize);
                self.write(x + width, base, 9, "end", &about);
            }
        }
        bars.len() as f64 * ROW
    }

    /// Bars side by side, in the order of time.
    fn columns(&mut self, x: f64, y: f64, width: f64, section: &Section) -> f64 {
        const HIGH: f64 = 90.0;
        let most = section.bars.iter().map(|bar| bar.count).max().unwrap_or_default();
        let step = width / section.bars.len().max(1) as f64;
        let widest = section.bars.iter().map(|bar| bar.key.len()).max().unwrap_or_default() as f64 * 5.4 + 6.0;
        let every = (widest / step).ceil().max(1.0) as usize;
        let floor = y + 14.0 + HIGH;
        self.write(x, y + 8.0, 9, "start", &format!("up to {}", grouped(most)));
        for (at, bar) in section.bars.iter().enumerate() {
            let left = x + step * at as f64;
            let high = bar.share(most) * HIGH;
            if bar.count > 0 {
                self.bar(left + step * 0.1, floor - high.max(0.8), step * 0.8, high.max(0.8));
            }
            if at.is_multiple_of(every) {
                self.write(left + step / 2.0, floor + 12.0, 9, "middle", &bar.key);
            }
        }
        self.text.push_str(&format!(
            "<line x1=\"{x:.1}\" y1=\"{floor:.1}\" x2=\"{:.1}\" y2=\"{floor:.1}\" stroke=\"{INK}\" stroke-width=\"0.8\"/>\n",
            x + width
        ));
        14.0 + HIGH + 16.0
    }

    fn bar(&mut self, x: f64, y: f64, width: f64, height: f64) {
        self.text.push_str(&format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"#666\"/>\n"
        ));
    }

    fn write(&mut self, x: f64, y: f64, size: u32, anchor: &str, text: &str) {
        self.text.push_str(&format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" text-anchor=\"{anchor}\">{}</text>\n",
            escaped(text)
        ));
    }
}

/// Text as XML has it, whatever a file's name or a number may hold.
fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for character in printable(text).chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // No characters of XML.
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            _ => safe.push(character),
        }
    }
    safe
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            escaped("<script>&\"'\u{1}\u{202e}\u{ffff}"),
            "&lt;script&gt;&amp;&quot;&#39;\u{fffd}\u{fffd}\u{fffd}"
        );
        assert_eq!(shortened("迷惑電話番号", 4), "迷惑電…");
    }
}
