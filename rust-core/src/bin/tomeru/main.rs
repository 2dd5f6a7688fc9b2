// SPDX-License-Identifier: Apache-2.0
//! The command line: what the app would say of a number, for people who check it and for analysts.

mod arguments;
mod help;
mod list;
mod output;
mod problem;
mod report;
mod stream;

use std::{
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use arguments::{Command, Numbers, Pairs};
use help::HELP;
use output::Format;
use problem::Problem;
use tomeru::{METADATA_VERSION, numbers_in, plan_of, sameness_of_texts};

fn main() -> ExitCode {
    let out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match arguments::parse(lexopt::Parser::from_env()).map_err(Problem::Usage).and_then(|command| run(command, out)) {
        Ok(code) => code,
        // Whoever reads the output has seen enough.
        Err(Problem::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(problem) => {
            let (text, code) = match problem {
                Problem::Usage(text) => (format!("{text}\n\n{HELP}"), 2),
                Problem::Unknown(text) => (text, 1),
                Problem::Io(error) => (error.to_string(), 1),
            };
            // Nothing is left to do if the error cannot be shown either.
            let _ = writeln!(io::stderr(), "tomeru: {text}");
            ExitCode::from(code)
        }
    }
}

fn run(command: Command, mut out: impl Write) -> Result<ExitCode, Problem> {
    let mut code = ExitCode::SUCCESS;
    match command {
        Command::Help => writeln!(out, "{HELP}")?,
        Command::Version => {
            writeln!(out, "tomeru {} (libphonenumber metadata {METADATA_VERSION})", env!("CARGO_PKG_VERSION"))?;
        }
        Command::Plan(key) => {
            let plan = plan_of(&key).ok_or_else(|| Problem::Unknown(format!("no plan of {key} is known")))?;
            output::plan(&mut out, &plan)?;
        }
        Command::Check { view, numbers, format } => match numbers {
            Numbers::Listed(numbers) => {
                if format == Format::Tsv {
                    output::tsv_head(&mut out)?;
                }
                for number in numbers {
                    output::row(&mut out, format, number.as_encoded_bytes(), &view)?;
                }
            }
            Numbers::Stdin { column } => {
                let counted = stream::check(io::stdin().lock(), &mut out, format, &view, column.as_deref())?;
                out.flush()?;
                code = counted.tell()?;
            }
        },
        Command::List { file, home, shows } => code = list::show(&mut out, &file, home, &shows)?,
        Command::Report(wanted) => code = report::show(&mut out, &wanted)?,
        Command::Text { view, texts, format } => {
            for text in texts {
                let text = text.to_string_lossy();
                let candidates = numbers_in(&text, &view.circumstances.places);
                output::text_row(&mut out, format, &text, &candidates, &view)?;
            }
        }
        Command::Same { places, pairs, format } => match pairs {
            Pairs::One(stored, number) => {
                let (stored, number) = (stored.to_string_lossy(), number.to_string_lossy());
                let sameness = sameness_of_texts(&stored, &number, &places);
                output::same_row(&mut out, format, &stored, &number, sameness)?;
                code = ExitCode::from(u8::from(!sameness.is_same()));
            }
            Pairs::Stdin => stream::same(io::stdin().lock(), &mut out, format, &places)?,
        },
    }
    out.flush()?;
    Ok(code)
}
