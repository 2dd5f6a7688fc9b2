// SPDX-License-Identifier: Apache-2.0
//! The walk over the automaton: the plan compiler's own text, with which it proved the table.

include!(env!("TOMERU_WALK"));
