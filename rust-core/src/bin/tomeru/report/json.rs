// SPDX-License-Identifier: Apache-2.0
//! A report as one object: exactly these keys, `null` where there is nothing.

use std::io::{self, Write};

use serde_json::{Value, json};
use tomeru::table::Named;

use super::{
    counts::Counts,
    sections,
    source::{Source, span},
};

pub(crate) fn write(out: &mut impl Write, source: &Source<'_>, counts: &Counts<'_>) -> io::Result<()> {
    let column = |column: &Named| json!({"number": column.number, "name": column.name});
    let log = source.log.as_ref();
    let optional = |named: Option<&Named>| named.map_or(Value::Null, column);
    let days = span(counts);
    let mut object = json!({
        "file": source.name,
        "kind": source.kind(),
        "encoding": log.map_or("utf-8", |log| log.encoding.key()),
        "number_column": optional(log.map(|log| &log.number)),
        "time_column": optional(log.and_then(|log| log.time.as_ref())),
        "hour_column": optional(log.and_then(|log| log.clock.as_ref())),
        "direction_column": optional(log.and_then(|log| log.direction.as_ref())),
        "date_order_guessed": log.is_some_and(|log| log.is_order_guessed),
        "zone": source.zone(),
        "home": source.places.home.id(),
        "calls": counts.calls,
        "outgoing": counts.outgoing,
        "unreadable": counts.unreadable(),
        "first_day": days.as_ref().map(|(first, _)| first),
        "last_day": days.as_ref().map(|(_, last)| last),
    });
    for section in sections::all(counts, source.places, source.most) {
        let bars = section.bars.iter().map(|bar| {
            let about = (!bar.about.is_empty()).then_some(&bar.about);
            json!({"key": bar.key, "about": about, "count": bar.count, "share": bar.share(section.total)})
        });
        object[section.key] = json!({
            "total": section.total,
            "lower_bounds": section.lost > 0,
            "missing_at_most": section.lost,
            "rows": bars.collect::<Vec<_>>(),
        });
    }
    serde_json::to_writer(&mut *out, &object)?;
    writeln!(out)
}
