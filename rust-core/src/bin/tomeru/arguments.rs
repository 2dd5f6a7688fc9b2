// SPDX-License-Identifier: Apache-2.0
//! The words of the command line.

use std::ffi::OsString;

use lexopt::{Arg, Parser, ValueExt as _};
use tomeru::{Circumstances, Places, Policy, Preset, Region};

use crate::output::{Format, View};

pub(crate) const HELP: &str = "\
Usage: tomeru check [--json | --tsv] [--home JP] [--network JP] [--preset stop|warn] NUMBER...
       tomeru check --stdin [--json | --tsv] ...     one number a line
       tomeru plan JP | +81 | 81                     what the table knows of a region or a country code
       tomeru --version | --help";

/// What is to be done.
pub(crate) enum Command {
    Help,
    Version,
    Plan(String),
    Check { view: Box<View>, numbers: Numbers, format: Format },
}

/// Where the numbers are.
pub(crate) enum Numbers {
    Listed(Vec<OsString>),
    Stdin,
}

/// Reads the words; an error is a sentence for the person who typed them.
pub(crate) fn parse(mut words: Parser) -> Result<Command, String> {
    let text = |error: lexopt::Error| error.to_string();
    match words.next().map_err(text)? {
        Some(Arg::Long("help") | Arg::Short('h')) => Ok(Command::Help),
        Some(Arg::Long("version") | Arg::Short('V')) => Ok(Command::Version),
        Some(Arg::Value(word)) if word == "plan" => {
            Ok(Command::Plan(words.value().map_err(text)?.string().map_err(text)?))
        }
        Some(Arg::Value(word)) if word == "check" => check(words),
        Some(argument) => Err(argument.unexpected().to_string()),
        None => Err("a command is missing".into()),
    }
}

fn check(mut words: Parser) -> Result<Command, String> {
    let text = |error: lexopt::Error| error.to_string();
    let (mut home, mut network) = (Region::JAPAN, None);
    let (mut preset, mut format, mut listed, mut stdin) = (Preset::default(), Format::Text, Vec::new(), false);
    while let Some(argument) = words.next().map_err(text)? {
        match argument {
            Arg::Long("json") => format = Format::Json,
            Arg::Long("tsv") => format = Format::Tsv,
            Arg::Long("stdin") => stdin = true,
            Arg::Long("home") => home = region(&mut words)?,
            Arg::Long("network") => network = Some(region(&mut words)?),
            Arg::Long("preset") => {
                let key = words.value().map_err(text)?.string().map_err(text)?;
                preset = Preset::from_key(&key).ok_or_else(|| format!("there is no preset {key}"))?;
            }
            Arg::Value(number) => listed.push(number),
            other => return Err(other.unexpected().to_string()),
        }
    }
    let places = Places { network: network.unwrap_or(home), ..Places::at_home(home) };
    let circumstances = Circumstances { places, ..Circumstances::default() };
    let numbers = match (stdin, listed.is_empty()) {
        (true, true) => Numbers::Stdin,
        (false, false) => Numbers::Listed(listed),
        (true, false) => return Err("--stdin takes no numbers".into()),
        (false, true) => return Err("a number is missing".into()),
    };
    Ok(Command::Check { view: Box::new(View { circumstances, policy: Policy::of(preset) }), numbers, format })
}

fn region(words: &mut Parser) -> Result<Region, String> {
    let id = words.value().and_then(|value| value.string()).map_err(|error| error.to_string())?;
    Region::new(&id).ok_or_else(|| format!("{id} is no region (ISO 3166-1 alpha-2)"))
}
