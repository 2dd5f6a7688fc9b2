// SPDX-License-Identifier: Apache-2.0
//! How far a long file is read, on a terminal.

use std::{
    io::{self, IsTerminal as _, Read, Write as _},
    time::{Duration, Instant},
};

/// A quicker file needs none.
const EVERY: Duration = Duration::from_millis(300);
/// Back to the beginning of the line, which is cleared.
const CLEAR: &str = "\r\x1b[K";

/// What is read, and told while it is.
pub(crate) struct Progress<R> {
    input: R,
    total: Option<u64>,
    done: u64,
    told: Instant,
    is_shown: bool,
    has_shown: bool,
}

impl<R> Progress<R> {
    /// `total` is how many bytes there are, if that is known.
    pub(crate) fn new(input: R, total: Option<u64>) -> Self {
        let is_shown = io::stderr().is_terminal();
        Self { input, total, done: 0, told: Instant::now(), is_shown, has_shown: false }
    }
}

impl<R: Read> Read for Progress<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.done += length as u64;
        if self.is_shown && self.told.elapsed() >= EVERY {
            (self.told, self.has_shown) = (Instant::now(), true);
            // Nobody misses what a terminal refuses.
            let _ = write!(io::stderr(), "{CLEAR}tomeru: {}", told(self.done, self.total));
        }
        Ok(length)
    }
}

impl<R> Drop for Progress<R> {
    fn drop(&mut self) {
        if self.has_shown {
            let _ = write!(io::stderr(), "{CLEAR}");
        }
    }
}

fn told(done: u64, total: Option<u64>) -> String {
    let whole = total.filter(|&total| total > 0);
    let share =
        whole.map_or_else(String::new, |total| format!(" of {} ({} %)", total >> 20, done.min(total) * 100 / total));
    format!("{}{share} MiB read", done >> 20)
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn a_file_tells_its_share_and_a_pipe_how_much() {
        assert_eq!(told(50 << 20, Some(200 << 20)), "50 of 200 (25 %) MiB read");
        assert_eq!(told(50 << 20, None), "50 MiB read");
        assert_eq!(told(0, Some(0)), "0 MiB read");
    }
}
