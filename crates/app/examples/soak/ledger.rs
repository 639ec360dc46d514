//! What must be on the board: every change that was acknowledged, and perhaps the one that was under way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The words of every voice, and what is being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stand {
    pub voices: BTreeMap<Uuid, String>,
    pub drafts: BTreeMap<String, String>,
}

/// What a piece of work does to the board.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Effect {
    Nothing,
    /// A voice has these words; without an id it is a new one, whose id nobody knows yet.
    Says(Option<Uuid>, String),
    Gone(Uuid),
    Typed(String, String),
    /// A copy of everything, at this path.
    Copied(Option<String>),
    /// Everything is as in the copy at this path.
    PutBack(String),
    /// A word is gone from a voice for good, from every copy too.
    Removed(String),
}

pub struct Ledger {
    pub now: Stand,
    copies: BTreeMap<String, Stand>,
}

impl Ledger {
    pub fn begin(now: Stand) -> Self {
        Self { now, copies: BTreeMap::new() }
    }

    pub fn apply(&mut self, effect: &Effect) {
        match effect {
            Effect::Nothing | Effect::Says(None, _) | Effect::Copied(None) => {}
            Effect::Says(Some(id), words) => drop(self.now.voices.insert(*id, words.clone())),
            Effect::Gone(id) => drop(self.now.voices.remove(id)),
            Effect::Typed(place, text) => drop(self.now.drafts.insert(place.clone(), text.clone())),
            Effect::Copied(Some(path)) => drop(self.copies.insert(path.clone(), self.now.clone())),
            Effect::PutBack(path) => {
                if let Some(copy) = self.copies.get(path) {
                    self.now = copy.clone();
                }
            }
            Effect::Removed(word) => {
                for stand in self.copies.values_mut().chain([&mut self.now]) {
                    let texts = stand.voices.values_mut().chain(stand.drafts.values_mut());
                    texts.for_each(|text| *text = text.replace(word, "[removed]"));
                }
            }
        }
    }

    /// How many changes that were acknowledged are not in `found`, whether or not the one under way came to be.
    pub fn lost(&self, found: &Stand, under_way: Option<&Effect>) -> usize {
        let mut after = Self { now: self.now.clone(), copies: self.copies.clone() };
        if let Some(effect) = under_way {
            after.apply(effect);
        }
        let new = match under_way {
            Some(Effect::Says(None, words)) => Some(words),
            _ => None,
        };
        missing(&self.now, found, new).min(missing(&after.now, found, new))
    }
}

impl Ledger {
    /// For whoever looks for the cause.
    pub fn print_missing(&self, found: &Stand) {
        for (id, words) in self.now.voices.iter().filter(|(id, words)| found.voices.get(id) != Some(*words)) {
            println!("  voice {id}: {words:?} is {:?}", found.voices.get(id));
        }
        for (place, text) in
            self.now.drafts.iter().filter(|(place, it)| found.drafts.get(*place) != Some(*it))
        {
            println!("  draft {place}: {text:?} is {:?}", found.drafts.get(place));
        }
        for (id, words) in found.voices.iter().filter(|(id, _)| !self.now.voices.contains_key(id)) {
            println!("  voice {id}: {words:?} was not acknowledged");
        }
    }
}

fn missing(expected: &Stand, found: &Stand, new: Option<&String>) -> usize {
    let voices = expected.voices.iter().filter(|(id, words)| found.voices.get(id) != Some(*words));
    let drafts = expected.drafts.iter().filter(|(place, text)| found.drafts.get(*place) != Some(*text));
    let extra =
        found.voices.iter().filter(|(id, words)| !expected.voices.contains_key(id) && Some(*words) != new);
    voices.count() + drafts.count() + extra.count()
}
