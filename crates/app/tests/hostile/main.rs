//! Hostile input: whatever comes in by a command, an import, a paper or the keyboard, nothing panics, nothing is a fault
//! of ours, nothing is half changed, and what is kept is shown and written as the words that it is.
//!
//! Few cases in a test, many in a long run: `PLEDGEBOARD_CASES=500 cargo test -p pledgeboard-app --test hostile`;
//! `PLEDGEBOARD_SEED=7` tries others.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod by_chance;
mod commands;
mod desk;
mod imports;
mod papers;
#[allow(dead_code, reason = "the stories of reports use more of it")]
#[path = "../reports/printed.rs"]
mod printed;
mod shapes;
mod texts;
#[path = "../../../documents/tests/unpack/mod.rs"]
mod unpack;
