//! The review rhythm: when each lens should look at a promise again. Each lens has its own day, as each has its own word
//! (rule 7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    check::{Check, Lens},
    half_term::{HalfTerm, half_term_on},
    id::{PersonId, PromiseId},
    person::{Person, Role},
    promise::Promise,
    theme::{Assignment, ChampionKind},
    wording,
};

crate::text_enum! {
    ReviewState {
        Ahead = "ahead" => "looked at in its rhythm",
        Due = "due" => "time to look again",
        Late = "late" => "late",
    }
}

/// When one lens should look at one promise again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Review {
    pub promise_id: PromiseId,
    pub number: i64,
    pub title: String,
    pub lens: Lens,
    /// The latest check through this lens.
    pub last: Option<NaiveDate>,
    /// The first and the last day of the half-term in which it is due; none while that half-term is not entered.
    pub opens: Option<NaiveDate>,
    pub by: Option<NaiveDate>,
    pub state: ReviewState,
    /// Who looks through it: whoever is responsible, the theme's Link Champion, the participation workers.
    pub people: Vec<PersonId>,
}

impl Review {
    /// "Officers: late since Friday 23 October 2026".
    pub fn words(&self) -> String {
        format!("{}: {}", who(self.lens), self.when())
    }

    /// "by Friday 18 December 2026".
    pub fn when(&self) -> String {
        match (self.state, self.by) {
            (ReviewState::Late, Some(by)) => format!("late since {}", wording::date(by)),
            (_, Some(by)) => format!("by {}", wording::date(by)),
            (ReviewState::Ahead, None) => "in a half-term that is not entered yet".into(),
            (_, None) => "now".into(),
        }
    }
}

/// Who looks through a lens, as the beginning of a line.
pub fn who(lens: Lens) -> &'static str {
    match lens {
        Lens::Officers => "Officers",
        Lens::LinkChampion => "Link Champion",
        Lens::Children => "Children and young people",
    }
}

/// What the rhythm is told from.
#[derive(Debug, Clone, Copy)]
pub struct ReviewRecords<'a> {
    /// Those of today's set ([`crate::promise::current_set`]): others are looked at no more.
    pub promises: &'a [Promise],
    pub checks: &'a [Check],
    pub half_terms: &'a [HalfTerm],
    pub assignments: &'a [Assignment],
    pub people: &'a [Person],
}

/// For every promise and lens, when it is looked at again; a promise's lenses stand together.
pub fn reviews(today: NaiveDate, records: ReviewRecords<'_>) -> Vec<Review> {
    let of = |promise: &Promise| {
        let own: Vec<&Check> = records.checks.iter().filter(|it| it.promise_id == promise.id).collect();
        Lens::ALL
            .iter()
            .map(|&lens| Review {
                people: looks(promise, lens, today, records),
                ..review(promise, lens, &own, today, records.half_terms)
            })
            .collect::<Vec<_>>()
    };
    records.promises.iter().flat_map(of).collect()
}

/// Those that are due or late, the longest due first: what reminders are made of.
pub fn reviews_due(today: NaiveDate, records: ReviewRecords<'_>) -> Vec<Review> {
    let mut due = reviews(today, records);
    due.retain(|it| it.state != ReviewState::Ahead);
    due.sort_by_key(|it| (it.by.is_none(), it.by, it.number, it.lens));
    due
}

/// When one lens should look at a promise again: `review_every` half-terms after the one of its latest check. What
/// nobody has looked at yet is due in the half-term that comes to an end next.
pub fn review(
    promise: &Promise,
    lens: Lens,
    checks: &[&Check],
    today: NaiveDate,
    half_terms: &[HalfTerm],
) -> Review {
    let own = checks.iter().filter(|it| it.promise_id == promise.id && it.lens == lens && it.on <= today);
    let last = own.map(|it| it.on).max();
    let mut in_order: Vec<&HalfTerm> = half_terms.iter().collect();
    in_order.sort_by_key(|it| it.starts);
    let due = match last {
        Some(on) => {
            let after = usize::try_from(promise.review_every.max(1)).unwrap_or(usize::MAX);
            in_order.into_iter().filter(|it| it.starts > on).nth(after - 1)
        }
        None => in_order.into_iter().find(|it| it.ends >= today),
    };
    Review {
        promise_id: promise.id,
        number: promise.number,
        title: promise.title.clone(),
        lens,
        last,
        opens: due.map(|it| it.starts),
        by: due.map(|it| it.ends),
        state: state(last, due, today, half_terms),
        people: vec![],
    }
}

fn state(
    last: Option<NaiveDate>,
    due: Option<&HalfTerm>,
    today: NaiveDate,
    half_terms: &[HalfTerm],
) -> ReviewState {
    match due {
        _ if last.is_none() => ReviewState::Due,
        None => ReviewState::Ahead,
        Some(due) if today < due.starts => ReviewState::Ahead,
        // What happens in the holiday after it belongs to it still.
        Some(due) if today <= due.ends || half_term_on(today, half_terms) == Some(due) => ReviewState::Due,
        Some(_) => ReviewState::Late,
    }
}

fn looks(promise: &Promise, lens: Lens, today: NaiveDate, records: ReviewRecords<'_>) -> Vec<PersonId> {
    let champion = |kind: ChampionKind| {
        let own = records
            .assignments
            .iter()
            .filter(move |it| it.theme_id == promise.theme_id && it.kind == kind && it.holds_on(today));
        own.map(|it| it.person_id).collect::<Vec<_>>()
    };
    match lens {
        Lens::Officers => match promise.person_id {
            Some(person) => vec![person],
            None => champion(ChampionKind::OfficerChampion),
        },
        Lens::LinkChampion => champion(ChampionKind::LinkChampion),
        Lens::Children => {
            let works = |it: &&Person| it.has(Role::ParticipationWorker) && !it.has_left(today);
            records.people.iter().filter(works).map(|it| it.id).collect()
        }
    }
}
