// SPDX-License-Identifier: Apache-2.0
//! Cells as a spreadsheet's guards have them.

/// What a cell says without what keeps a spreadsheet from running or changing it: `'+81…`, `="090…"`.
pub(super) fn unguarded(cell: &str) -> &str {
    let inside = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    inside.or_else(|| cell.strip_prefix('\'')).unwrap_or(cell)
}
