// SPDX-License-Identifier: Apache-2.0
//! How long a decision takes, beside the Rust libraries that parse the same numbers. `scripts/bench` adds Java's.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tomeru::{Call, Caller, Circumstances, Policy, Region, decide, locate, locate_written};

/// The international numbers of the shared vectors.
fn numbers() -> Vec<&'static str> {
    include_str!("../../tests/vectors/origins.tsv")
        .lines()
        .filter_map(|line| line.split('\t').next())
        .filter(|number| number.starts_with('+'))
        .collect()
}

fn benches(criterion: &mut Criterion) {
    let numbers = numbers();
    let mut group = criterion.benchmark_group("a number");
    group.throughput(Throughput::Elements(numbers.len() as u64));
    group.bench_function("tomeru locate", |bencher| {
        bencher.iter(|| {
            for number in &numbers {
                black_box(locate(black_box(number), Region::JAPAN, Region::JAPAN));
            }
        });
    });
    group.bench_function("tomeru locate, as a person wrote it", |bencher| {
        bencher.iter(|| {
            for number in &numbers {
                black_box(locate_written(black_box(number), Region::JAPAN, Region::JAPAN));
            }
        });
    });
    group.bench_function("tomeru decide", |bencher| {
        let (circumstances, policy) = (Circumstances::at_home(Region::JAPAN), Policy::default());
        bencher.iter(|| {
            for number in &numbers {
                let caller = Caller::of(&Call::showing(black_box(number)), &circumstances.places);
                black_box(decide(&caller, &circumstances, &policy));
            }
        });
    });
    group.bench_function("rlibphonenumber parse, kind, validity", |bencher| {
        let util = &*rlibphonenumber::PHONE_NUMBER_UTIL;
        bencher.iter(|| {
            for number in &numbers {
                if let Ok(parsed) = util.parse(black_box(number), None) {
                    black_box((util.is_valid_number(&parsed), util.get_number_type(&parsed)));
                }
            }
        });
    });
    group.sample_size(10);
    group.bench_function("phonenumber parse, kind, validity", |bencher| {
        bencher.iter(|| {
            for number in &numbers {
                if let Ok(parsed) = phonenumber::parse(None, black_box(number)) {
                    black_box((parsed.is_valid(), parsed.number_type(&phonenumber::metadata::DATABASE)));
                }
            }
        });
    });
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
