// SPDX-License-Identifier: Apache-2.0
//! Tables of numbers as people have them: exports, call logs, address books, notes. A file is judged as a whole before a
//! single number of it counts, and whatever looks like a number is taken or told with its line and the reason.
//!
//! ```text
//! bytes -> encoding -> layout -> columns -> cells -> tokens -> taken, beginning, danger, or not taken and why
//! ```
//! The file is read four times, as a stream: memory does not depend on its size.

mod apart;
mod atoms;
mod bounds;
mod column;
mod danger;
mod decode;
mod encoding;
mod heading;
mod held;
mod hint;
mod judge;
mod layout;
mod names;
mod numbers;
mod options;
mod read;
mod report;
mod rows;
mod samples;
mod shapes;
mod signature;
mod special;
#[cfg(feature = "cli")]
mod streams;
mod survey;
mod take;

pub use crate::{encoding::Encoding, refusal::Refusal};
pub use danger::Danger;
pub use decode::Decode;
pub use layout::FileKind;
pub use numbers::MAX_NUMBERS;
pub use options::Options;
pub use read::{MAX_BYTES, read};
pub use report::{Beginning, Column, Dangerous, Holds, NotTaken, ReasonCount, Report, Sample};
pub use rows::MAX_CELL;
pub use shapes::Why;
#[cfg(feature = "cli")]
#[doc(hidden)] // for the command line
pub use streams::{HEAD_BYTES, Log, Logged, Moment, Named, Pick, Style, civil, legacy_decoder};
