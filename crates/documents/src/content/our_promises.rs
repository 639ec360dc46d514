//! Our promises: the set of one strategy period, for the public and partners, for members, and in plain words for
//! children.
//!
//! You said, we will, how will we know, we did for each; the three lenses stand apart (rule 7), and where they disagree
//! it says so. The public reads ratings and months; what shows them may tell of one child and is for members.

mod promise;

use std::collections::HashMap;

use pledgeboard_domain::{Audience, id::PersonId, wording};

use super::{
    child_promises::{self, ChildPromisesInput},
    children, head, lenses,
};
use crate::block::{Block, Document, Icon, Tone};

#[derive(Debug, Clone, PartialEq)]
pub struct OurPromisesInput {
    /// The set, with the day on which it is looked at: today, or the period's last day.
    pub set: ChildPromisesInput,
    /// Printed names of those who are responsible.
    pub names: HashMap<PersonId, String>,
}

pub fn build(input: &OurPromisesInput, audience: Audience) -> Document {
    if audience == Audience::Children {
        let mut document = open_for_children(input);
        children::close(&mut document, &input.set.board);
        return document;
    }
    let set = &input.set;
    let called = set.board.promise_words();
    let title = format!("Our {} to children and young people", called.many);
    let mut document = head::adult(&set.board, &title, &set.period.name, vec![period(input)]);
    if !set.period.vision_for_children.trim().is_empty() {
        document.push(Block::lead(set.period.vision_for_children.trim()));
    }
    if set.promises.is_empty() {
        document.paragraph(format!("There are no {} in this set yet.", called.many));
        return document;
    }
    document.heading(2, format!("All {} at a glance", called.many));
    document.paragraph(format!(
        "Each {} is looked at in three ways, which are never added up: what officers say, what the Link Champion saw, \
         and what children and young people say. Only what was said in the last two half-terms counts.",
        called.one
    ));
    document.push(Block::Table(lenses::table(&set.board, &set.promises, set.today, &set.half_terms)));
    for record in &set.promises {
        document.push(Block::PageBreak);
        promise::push(&mut document, input, record, audience);
    }
    document
}

/// For children, without its close, so that it can be given in parts.
pub fn open_for_children(input: &OurPromisesInput) -> Document {
    let set = &input.set;
    let called = set.board.promise_words().many;
    let subtitle = format!("{} · from your {}", years(input), set.board.name);
    let mut document =
        children::document(&set.board, set.edition, &format!("Our {called} to you"), &subtitle);
    document.push(children::pair(
        Icon::or_star("handshake"),
        Tone::Teal,
        "What we want for you",
        [set.period.vision_for_children.as_str()],
    ));
    if set.promises.is_empty() {
        document.paragraph(format!("We have not made our {called} yet."));
    } else {
        document.heading(2, format!("We made {} {called}", wording::in_words(set.promises.len())));
        document.push(Block::bullets(set.promises.iter().map(|it| it.promise.title.as_str())));
    }
    for record in &set.promises {
        document.push(Block::PageBreak);
        child_promises::one(&mut document, set, record);
    }
    if !set.promises.is_empty() {
        document.push(Block::PageBreak);
    }
    document
}

/// "September 2025 to August 2028".
fn period(input: &OurPromisesInput) -> String {
    let period = &input.set.period;
    let from = wording::month(period.starts);
    match period.ends {
        Some(ends) => format!("{from} to {}, as things stood on {}", wording::month(ends), day(input)),
        None => format!("Since {from}, as things stood on {}", day(input)),
    }
}

/// "2025 to 2029".
fn years(input: &OurPromisesInput) -> String {
    let period = &input.set.period;
    let from = period.starts.format("%Y");
    match period.ends {
        Some(ends) => format!("{from} to {}", ends.format("%Y")),
        None => format!("Since {from}"),
    }
}

fn day(input: &OurPromisesInput) -> String {
    wording::date_without_weekday(input.set.today)
}
