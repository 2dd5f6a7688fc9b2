// SPDX-License-Identifier: Apache-2.0
//! The words of the command line.

use std::{ffi::OsString, fs, path::Path};

use lexopt::{Arg, Parser, ValueExt as _};
use tomeru::{Circumstances, Places, Policy, Preset, Region, policy_of_backup};

use crate::output::{Format, Reading, View};

pub(crate) const HELP: &str = "\
Usage: tomeru check [OPTIONS] NUMBER...      what a network shows of a caller: read strictly
       tomeru check --typed [OPTIONS] NUMBER...   what a person wrote: read kindly
       tomeru check --stdin [OPTIONS]        one number a line, or a table: its column of numbers is found
       tomeru list [OPTIONS] FILE | -        what an import of the file would take, and why not (exit code 1: refused)
       tomeru text [OPTIONS] TEXT...         the number that a message is about
       tomeru same [OPTIONS] STORED NUMBER   whether a contact is the caller, and why (exit code 0: yes, 1: no)
       tomeru same --stdin [OPTIONS]         the same for lines of STORED, a tab, NUMBER
       tomeru plan JP | +81 | 81             what the table knows of a region or a country code
       tomeru --version | --help

Options:
  --json               one object a line
  --tsv                a table (check)
  --column NAME|N      the column of a table that has the numbers (check --stdin)
  --numbers            only the numbers that are taken, one a line (list)
  --home JP            the region that the phone belongs to (ISO 3166-1 alpha-2)
  --network JP         the region whose network it is in
  --preset stop|warn|known
                       how the phone is protected
  --settings FILE      decide by the settings in a file that the app wrote

Examples:
  tomeru check '+1800335814321*' 0018442980122 sip:+639171234567@example.com
  tomeru check --typed --json '+33 (0)1 23 45 67 89'
  tomeru check --settings backup.json +18442980122
  tomeru check --stdin --column src <log.csv
  tomeru list --home US blocked.csv
  tomeru text '12月1日(火)10:30 着信 +639171234567'
  tomeru same '+44 (0)20 7946 0018' +442079460018";

/// What is to be done.
pub(crate) enum Command {
    Help,
    Version,
    Plan(String),
    Check { view: Box<View>, numbers: Numbers, format: Format },
    List { file: OsString, home: Region, shows: Shows },
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
        Some(Arg::Value(word)) if word == "plan" => {
            Ok(Command::Plan(words.value().map_err(text)?.string().map_err(text)?))
        }
        Some(Arg::Value(word)) if word == "check" => check(options(words)?),
        Some(Arg::Value(word)) if word == "list" => list(options(words)?),
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
    column: Option<String>,
    numbers: bool,
}

impl Options {
    /// Refuses what only one command takes.
    fn plain(self) -> Result<Self, String> {
        match (&self.column, self.numbers) {
            (Some(_), _) => Err("--column belongs to check --stdin".into()),
            (None, true) => Err("--numbers belongs to list".into()),
            (None, false) => Ok(self),
        }
    }
}

fn options(mut words: Parser) -> Result<Options, String> {
    let (mut home, mut network, mut reading) = (Region::JAPAN, None, Reading::Shown);
    let (mut preset, mut settings) = (None, None);
    let (mut format, mut values, mut stdin) = (Format::Text, Vec::new(), false);
    let (mut column, mut numbers) = (None, false);
    while let Some(argument) = words.next().map_err(text)? {
        match argument {
            Arg::Long("json") => format = Format::Json,
            Arg::Long("tsv") => format = Format::Tsv,
            Arg::Long("stdin") => stdin = true,
            Arg::Long("column") => column = Some(words.value().map_err(text)?.string().map_err(text)?),
            Arg::Long("numbers") => numbers = true,
            Arg::Long("typed") => reading = Reading::Typed,
            Arg::Long("home") => home = region(&mut words)?,
            Arg::Long("network") => network = Some(region(&mut words)?),
            Arg::Long("preset") => {
                let key = words.value().map_err(text)?.string().map_err(text)?;
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
    let circumstances = Circumstances { places, ..Circumstances::default() };
    Ok(Options { view: View { circumstances, policy, reading }, format, values, stdin, column, numbers })
}

fn policy_in(file: &Path) -> Result<Policy, String> {
    let wrong = |told: String| format!("{}: {told}", file.display());
    let text = fs::read_to_string(file).map_err(|error| wrong(error.to_string()))?;
    policy_of_backup(&text).map_err(wrong)
}

fn check(mut options: Options) -> Result<Command, String> {
    let column = options.column.take();
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

fn list(options: Options) -> Result<Command, String> {
    let shows = match (options.format, options.numbers) {
        (Format::Text, false) => Shows::Text,
        (Format::Json, false) => Shows::Json,
        (Format::Text, true) => Shows::Numbers,
        _ => return Err("list takes --json or --numbers".into()),
    };
    let mut values = options.values.into_iter();
    match (values.next(), values.next(), options.stdin || options.column.is_some()) {
        (Some(file), None, false) => Ok(Command::List { file, home: options.view.circumstances.places.home, shows }),
        _ => Err("list takes one file, or - for the standard input".into()),
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
    let id = words.value().and_then(|value| value.string()).map_err(text)?;
    Region::new(&id).ok_or_else(|| format!("{id} is no region (ISO 3166-1 alpha-2)"))
}
