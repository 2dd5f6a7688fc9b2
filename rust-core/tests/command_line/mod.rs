// SPDX-License-Identifier: Apache-2.0
//! Runs the command line as a whole process.

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

/// What `tomeru` with `arguments` says about `input`, which it gets as its standard input.
pub(crate) fn tomeru(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tomeru"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // Beside the reading below, or both sides wait for each other on long inputs.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A process that ends before it has read everything breaks the pipe.
    let _ = writer.join().unwrap();
    output
}
