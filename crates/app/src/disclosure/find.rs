//! Looking for it: in every record, in every change, in papers.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use pledgeboard_domain::{
    Entry, Person, Refusal, british_time::from_utc, id::PersonId, removal::Words, wording,
};
use pledgeboard_store::{HistoryEntry, RecordNow};
use uuid::Uuid;

use super::{About, DisclosureSummary};
use crate::{
    context::Context,
    error::Outcome,
    history::values::names,
    removal::{KindHolding, PaperHolding, papers_holding},
};

/// Everything that was found.
#[derive(Debug)]
pub struct Disclosure {
    /// "Cllr Amina Yusuf", "the words “Sam”", "the whole board".
    pub about: String,
    /// "from 1 April 2026"; empty for all time.
    pub period: String,
    pub records: Vec<RecordNow>,
    pub papers: Vec<PaperHolding>,
    /// Oldest first, each with the changes that are meant alone.
    pub changes: Vec<HistoryEntry>,
    /// What the person changed themselves, oldest first.
    pub did: Vec<Entry>,
    pub(super) people: HashMap<PersonId, String>,
    /// What the ids in records stand for.
    pub(super) names: HashMap<Uuid, String>,
}

/// Finds what the board holds, and every change that touched it.
///
/// # Errors
/// When the person is not on the board, the words are too short to look for, or the days are the wrong way round.
pub async fn find(cx: &Context, about: &About) -> Outcome<Disclosure> {
    if let (Some(since), Some(until)) = (about.since, about.until)
        && until < since
    {
        return Err(Refusal::field("until", "The last day is before the first. Check the dates.").into());
    }
    let mut read = cx.read().await?;
    let all = read.all::<Person>().await?;
    let (called, says) = meant(about, &all)?;
    let says = |text: &str| says.iter().any(|it| it.is_in(text));
    let is_all = called.is_none();
    let records = if is_all { vec![] } else { read.records_where(&says).await? };
    let mut changes = match is_all {
        true => read.changes_where(&|_| true).await?,
        false => read.changes_where(&says).await?,
    };
    changes.retain(|it| is_within(about, it.entry.at));
    let mut did = match about.person {
        Some(person) => read.entries_by(person).await?,
        None => vec![],
    };
    did.retain(|it| is_within(about, it.at));
    let papers = match Words::parse(&about.words) {
        Ok(words) if !is_all && about.person.is_none() => papers_holding(&mut read, words).await?,
        _ => vec![],
    };
    Ok(Disclosure {
        about: called.unwrap_or_else(|| "the whole board".into()),
        period: period(about),
        records,
        papers,
        changes,
        did,
        people: all.into_iter().map(|it| (it.id, it.printed_name())).collect(),
        names: names(&mut read).await?,
    })
}

/// One thing that a text may be.
enum Meant {
    Id(String),
    Words(Words),
}

impl Meant {
    fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Id(id) => text == id,
            Self::Words(words) => words.stand_in(text),
        }
    }
}

/// What is looked for, and what it is called; called nothing when it is the whole board.
fn meant(about: &About, people: &[Person]) -> Outcome<(Option<String>, Vec<Meant>)> {
    if let Some(id) = about.person {
        let person = people.iter().find(|it| it.id == id).ok_or_else(|| Refusal::not_found("person"))?;
        let mut meant = vec![Meant::Id(id.to_string())];
        let written = [&person.name, &person.first_name, &person.email, &person.phone];
        // A name too short to look for stands in too many words; where it is chosen, its id is found.
        meant.extend(written.into_iter().filter_map(|words| Words::parse(words).ok()).map(Meant::Words));
        return Ok((Some(person.printed_name()), meant));
    }
    if about.words.trim().is_empty() {
        return Ok((None, vec![]));
    }
    let words = Words::parse(&about.words)?;
    Ok((Some(format!("the words “{}”", about.words.trim())), vec![Meant::Words(words)]))
}

fn is_within(about: &About, at: DateTime<Utc>) -> bool {
    let day = from_utc(at.naive_utc()).date();
    about.since.is_none_or(|since| day >= since) && about.until.is_none_or(|until| day <= until)
}

fn period(about: &About) -> String {
    let day = |day: NaiveDate| wording::date_without_weekday(day);
    match (about.since, about.until) {
        (Some(since), Some(until)) => format!("from {} to {}", day(since), day(until)),
        (Some(since), None) => format!("from {}", day(since)),
        (None, Some(until)) => format!("until {}", day(until)),
        (None, None) => String::new(),
    }
}

impl Disclosure {
    /// How much of what it holds.
    pub fn summary(&self) -> DisclosureSummary {
        let mut kinds: BTreeMap<String, KindHolding> = BTreeMap::new();
        let mut count = |called: &str, records: u32, changes: u32| {
            let none = || KindHolding { called: called.to_owned(), records: 0, changes: 0 };
            let kind = kinds.entry(called.to_owned()).or_insert_with(none);
            kind.records += records;
            kind.changes += changes;
        };
        for record in &self.records {
            count(record.called, 1, 0);
        }
        for change in self.changes.iter().flat_map(|it| &it.changes) {
            count(change.called(), 0, 1);
        }
        let of = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        DisclosureSummary {
            about: self.about.clone(),
            kinds: kinds.into_values().collect(),
            papers: self.papers.clone(),
            changes: of(self.changes.len()),
            did: of(self.did.len()),
        }
    }
}
