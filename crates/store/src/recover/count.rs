//! What was there, what is there now, and what became of the rest.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{Recovered, RecoveredKind};
use crate::records::{KINDS, kind};

/// The history's entries, counted as a kind of their own.
const ENTRY: &str = "entry";
/// Papers' files.
const FILE: &str = "paper_file";

#[derive(Debug, Default)]
struct Count {
    known: BTreeSet<Uuid>,
    saved: BTreeSet<Uuid>,
    from_history: BTreeSet<Uuid>,
    unlinked: u64,
}

/// By table.
#[derive(Debug, Default)]
pub(super) struct Counts {
    kinds: BTreeMap<String, Count>,
    files: BTreeSet<String>,
    lost_files: BTreeSet<String>,
}

impl Counts {
    pub fn were_there(&mut self, table: &str, ids: Vec<Uuid>) {
        self.kinds.entry(table.into()).or_default().known.extend(ids);
    }

    pub fn are_there(&mut self, table: &str, ids: Vec<Uuid>) {
        let count = self.kinds.entry(table.into()).or_default();
        count.known.extend(&ids);
        count.saved = ids.into_iter().collect();
    }

    pub fn came_from_history(&mut self, table: &str, id: Uuid) {
        self.kinds.entry(table.into()).or_default().from_history.insert(id);
    }

    pub fn was_unlinked(&mut self, table: &str) {
        self.kinds.entry(table.into()).or_default().unlinked += 1;
    }

    pub fn files_were_there(&mut self, hashes: Vec<String>) {
        self.files.extend(hashes);
    }

    pub fn file_is_lost(&mut self, hash: String) {
        self.files.insert(hash.clone());
        self.lost_files.insert(hash);
    }

    pub fn files(&self) -> impl Iterator<Item = &String> {
        self.files.iter()
    }

    /// Kind by kind, in the board's order; what was never there is left out.
    pub fn report(self) -> Recovered {
        let tables = KINDS.iter().map(|kind| kind.table.name).chain([ENTRY]);
        let of = |table: &str| {
            let count = self.kinds.get(table)?;
            let number = |it: usize| u64::try_from(it).unwrap_or(u64::MAX);
            let it = RecoveredKind {
                called: called(table),
                saved: number(count.saved.len()),
                from_history: number(count.from_history.intersection(&count.saved).count()),
                lost: number(count.known.difference(&count.saved).count()),
                unlinked: count.unlinked,
            };
            (it.saved + it.lost + it.unlinked > 0).then_some(it)
        };
        let mut kinds: Vec<RecoveredKind> = tables.filter_map(of).collect();
        let (all, lost) = (self.files.len() as u64, self.lost_files.len() as u64);
        if all > 0 {
            let called = called(FILE);
            kinds.push(RecoveredKind { called, saved: all - lost, from_history: 0, lost, unlinked: 0 });
        }
        Recovered { kinds }
    }
}

/// What people call what lies in a table.
fn called(table: &str) -> &'static str {
    match table {
        ENTRY => "change in the history",
        FILE => "paper's file",
        other => kind(other).map_or("record", |kind| kind.table.called),
    }
}
