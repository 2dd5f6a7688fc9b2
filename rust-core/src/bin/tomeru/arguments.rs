// SPDX-License-Identifier: Apache-2.0
//! The words of the command line.

use std::{ffi::OsString, fs, path::Path};

use lexopt::{Arg, Parser, ValueExt as _};
use tomeru::{Circumstances, Places, Policy, Preset, Region, policy_of_backup, table::Style};

use crate::{
    output::{Format, Reading, View},
    report::{Report, Shape},
};

/// What is to be done.
pub(crate) enum Command {
    Help,
    Version,
    Plan(String),
    Check { view: Box<View>, numbers: Numbers, format: Format },
    List { file: OsString, home: Region, shows: Shows },
    Report(Box<Report>),
    Text { view: Box<View>, texts: Vec<OsString>, format: Format },
    Same { places: Places, pairs: Pairs, format: Format },
}

/// Where the numbers are.
pub(crate) enum Numbers {
    Listed(Vec<OsString>),
    /// In the column that is named, or that is found.
    Stdin {
        column: Option<String>,
    },
}

/// What is shown of a file.
pub(crate) enum Shows {
    Text,
    Json,
    Numbers,
}

/// Which numbers are compared.
pub(crate) enum Pairs {
    One(OsString, OsString),
    Stdin,
}

/// Reads the words; an error is a sentence for the person who typed them.
pub(crate) fn parse(mut words: Parser) -> Result<Command, String> {
    match words.next().map_err(text)? {
        Some(Arg::Long("help") | Arg::Short('h')) => Ok(Command::Help),
        Some(Arg::Long("version") | Arg::Short('V')) => Ok(Command::Version),
        Some(Arg::Value(word)) if word == "plan" => Ok(Command::Plan(value(&mut words)?)),
        Some(Arg::Value(word)) if word == "check" => check(options(words)?),
        Some(Arg::Value(word)) if word == "list" => list(options(words)?),
        Some(Arg::Value(word)) if word == "report" => report(options(words)?),
        Some(Arg::Value(word)) if word == "text" => texts(options(words)?),
        Some(Arg::Value(word)) if word == "same" => same(options(words)?),
        Some(argument) => Err(argument.unexpected().to_string()),
        None => Err("a command is missing".into()),
    }
}

/// Everything that may follow a command.
struct Options {
    view: View,
    format: Format,
    values: Vec<OsString>,
    stdin: bool,
    only: Only,
}

/// What only some commands take.
#[derive(Default)]
struct Only {
    column: Option<String>,
    numbers: bool,
    /// `--csv` or `--svg`.
    shape: Option<Shape>,
    top: Option<usize>,
    zone: Option<i32>,
}

impl Options {
    /// Refuses what other commands take; what this one takes is taken out before.
    fn plain(self) -> Result<Self, String> {
        match &self.only {
            Only { column: Some(_), .. } => Err("--column belongs to check --stdin and report".into()),
            Only { numbers: true, .. } => Err("--numbers belongs to list".into()),
            Only { shape: Some(_), .. } => Err("--csv and --svg belong to report".into()),
            Only { top: Some(_), .. } | Only { zone: Some(_), .. } => Err("--top and --zone belong to report".into()),
            Only { column: None, numbers: false, shape: None, top: None, zone: None } => Ok(self),
        }
    }
}

fn options(mut words: Parser) -> Result<Options, String> {
    let (mut home, mut network, mut reading) = (Region::JAPAN, None, Reading::Shown);
    let (mut preset, mut settings) = (None, None);
    let (mut format, mut values, mut stdin) = (Format::Text, Vec::new(), false);
    let mut only = Only::default();
    while let Some(argument) = words.next().map_err(text)? {
        match argument {
            Arg::Long("json") => format = Format::Json,
            Arg::Long("tsv") => format = Format::Tsv,
            Arg::Long("stdin") => stdin = true,
            Arg::Long("csv") => only.shape = Some(Shape::Csv),
            Arg::Long("svg") => only.shape = Some(Shape::Svg),
            Arg::Long("column") => only.column = Some(value(&mut words)?),
            Arg::Long("numbers") => only.numbers = true,
            Arg::Long("top") => only.top = Some(top(&value(&mut words)?)?),
            Arg::Long("zone") => only.zone = Some(zone(&value(&mut words)?)?),
            Arg::Long("typed") => reading = Reading::Typed,
            Arg::Long("home") => home = region(&mut words)?,
            Arg::Long("network") => network = Some(region(&mut words)?),
            Arg::Long("preset") => {
                let key = value(&mut words)?;
                preset = Some(Preset::from_key(&key).ok_or_else(|| format!("there is no preset {key}"))?);
            }
            Arg::Long("settings") => settings = Some(words.value().map_err(text)?),
            Arg::Value(value) => values.push(value),
            other => return Err(other.unexpected().to_string()),
        }
    }
    let policy = match (settings, preset) {
        (Some(_), Some(_)) => return Err("--settings has a preset of its own".into()),
        (Some(file), None) => policy_in(Path::new(&file))?,
        (None, preset) => Policy::of(preset.unwrap_or_default()),
    };
    let places = Places { network: network.unwrap_or(home), ..Places::at_home(home) };
    let circumstances = Circumstances::of(places);
    Ok(Options { view: View { circumstances, policy, reading }, format, values, stdin, only })
}

fn policy_in(file: &Path) -> Result<Policy, String> {
    let wrong = |told: String| format!("{}: {told}", file.display());
    let text = fs::read_to_string(file).map_err(|error| wrong(error.to_string()))?;
    policy_of_backup(&text).map_err(|error| wrong(error.to_string()))
}

fn check(mut options: Options) -> Result<Command, String> {
    let column = options.only.column.take();
    if column.is_some() && !options.stdin {
        return Err("--column belongs to check --stdin".into());
    }
    let options = options.plain()?;
    let numbers = match (options.stdin, options.values.is_empty()) {
        (true, true) => Numbers::Stdin { column },
        (false, false) => Numbers::Listed(options.values),
        (true, false) => return Err("--stdin takes no numbers".into()),
        (false, true) => return Err("a number is missing".into()),
    };
    Ok(Command::Check { view: Box::new(options.view), numbers, format: options.format })
}

fn list(mut options: Options) -> Result<Command, String> {
    let numbers = std::mem::take(&mut options.only.numbers);
    let options = options.plain()?;
    let shows = match (options.format, numbers) {
        (Format::Text, false) => Shows::Text,
        (Format::Json, false) => Shows::Json,
        (Format::Text, true) => Shows::Numbers,
        _ => return Err("list takes --json or --numbers".into()),
    };
    let mut values = options.values.into_iter();
    match (values.next(), values.next(), options.stdin) {
        (Some(file), None, false) => Ok(Command::List { file, home: options.view.circumstances.places.home, shows }),
        _ => Err("list takes one file, or - for the standard input".into()),
    }
}

/// Numbers that are shown if nobody says how many, and at most.
const TOP: (usize, usize) = (20, 10_000);

fn report(mut options: Options) -> Result<Command, String> {
    let only = &mut options.only;
    let (column, shape, top, zone) = (only.column.take(), only.shape.take(), only.top.take(), only.zone.take());
    let options = options.plain()?;
    let shape = match (options.format, shape) {
        (Format::Text, None) => Shape::Text,
        (Format::Json, None) => Shape::Json,
        (Format::Text, Some(shape)) => shape,
        _ => return Err("report takes one of --json, --csv and --svg".into()),
    };
    let places = options.view.circumstances.places;
    // No other country's zone follows from the country, summer and winter.
    let zone = zone.unwrap_or(if places.home == Region::JAPAN { 9 * 60 } else { 0 });
    let style = Style { zone, month_first: places.home.id() == "US" };
    let mut values = options.values.into_iter();
    match (values.next(), values.next(), options.stdin) {
        (Some(file), None, false) => {
            Ok(Command::Report(Box::new(Report { file, places, column, style, most: top.unwrap_or(TOP.0), shape })))
        }
        _ => Err("report takes one file, or - for the standard input".into()),
    }
}

fn texts(options: Options) -> Result<Command, String> {
    let options = options.plain()?;
    if options.values.is_empty() || options.stdin || options.format == Format::Tsv {
        return Err("text takes texts, and --json alone".into());
    }
    let view = View { reading: Reading::Typed, ..options.view };
    Ok(Command::Text { view: Box::new(view), texts: options.values, format: options.format })
}

fn same(options: Options) -> Result<Command, String> {
    let options = options.plain()?;
    let mut values = options.values.into_iter();
    let pairs = match (options.stdin, values.next(), values.next(), values.next()) {
        (true, None, ..) => Pairs::Stdin,
        (false, Some(stored), Some(number), None) => Pairs::One(stored, number),
        _ => return Err("same takes a stored number and a caller's, or --stdin".into()),
    };
    if options.format == Format::Tsv {
        return Err("same has no table".into());
    }
    Ok(Command::Same { places: options.view.circumstances.places, pairs, format: options.format })
}

fn text(error: lexopt::Error) -> String {
    error.to_string()
}

fn region(words: &mut Parser) -> Result<Region, String> {
    let id = value(words)?;
    Region::new(&id).ok_or_else(|| format!("{id} is no region (ISO 3166-1 alpha-2)"))
}

fn value(words: &mut Parser) -> Result<String, String> {
    words.value().and_then(|value| value.string()).map_err(text)
}

fn top(word: &str) -> Result<usize, String> {
    let top = word.parse().ok().filter(|top| (1..=TOP.1).contains(top));
    top.ok_or_else(|| format!("--top takes a number from 1 to {}", TOP.1))
}

/// Minutes east of UTC.
fn zone(word: &str) -> Result<i32, String> {
    let minutes = |rest: &str| {
        let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "00"));
        let is_pair = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        let total = hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok().filter(|&minutes| minutes < 60)?;
        (is_pair(hours) && is_pair(minutes) && total <= 14 * 60).then_some(total)
    };
    let found = match (word.strip_prefix('+'), word.strip_prefix(['-', '−'])) {
        _ if word.eq_ignore_ascii_case("utc") => Some(0),
        (Some(east), _) => minutes(east),
        (_, Some(west)) => minutes(west).map(|minutes| -minutes),
        _ => None,
    };
    found.ok_or_else(|| format!("{word} is no zone such as +09:00, -05:00 or UTC"))
}
