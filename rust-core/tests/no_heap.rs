// SPDX-License-Identifier: Apache-2.0
//! The way of a call allocates nothing. A test of its own, because it replaces the allocator.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

use tomeru::{Action, Call, Caller, Circumstances, Policy, Region, decide};

struct Counting;

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: every call is handed on to the system's allocator unchanged; counting touches a thread's own cell only.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.with(|count| count.set(count.get() + 1));
        // SAFETY: the caller's promises about `layout` are handed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: `pointer` came from `alloc` above with this `layout`, as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[test]
fn a_decision_allocates_nothing() {
    let text = include_str!("../../tests/vectors/origins.tsv");
    let (circumstances, policy) = (Circumstances::at_home(Region::JAPAN), Policy::default());
    let before = COUNT.with(Cell::get);
    let mut rejected = 0;
    for line in text.lines().filter(|line| !line.starts_with("# ")) {
        let number = line.split('\t').next().unwrap_or_default();
        let caller = Caller::of(&Call::showing(number), &circumstances.places);
        rejected += usize::from(decide(&caller, &circumstances, &policy).action == Action::Reject);
    }
    assert_eq!(COUNT.with(Cell::get) - before, 0);
    assert!(rejected > 100);
    // The counter counts.
    drop(Box::new(rejected));
    assert_eq!(COUNT.with(Cell::get) - before, 1);
}
