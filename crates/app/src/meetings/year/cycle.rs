//! The records that the half-term cycle is counted from: for the year, the page of a half-term, and Home.

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    AgendaItem, Answer, Assignment, Event, HalfTerm, Meeting, Voice,
    cycle::{Cycle, CycleRecords},
};
use pledgeboard_store::{Arg, Reading};

use crate::error::Outcome;

/// What belongs to half-terms between two days.
#[derive(Debug)]
pub(crate) struct Gathered {
    today: NaiveDate,
    champions_required: bool,
    pub half_terms: Vec<HalfTerm>,
    pub assignments: Vec<Assignment>,
    pub events: Vec<Event>,
    voices: Vec<Voice>,
    answers: Vec<Answer>,
    pub items: Vec<AgendaItem>,
    pub meetings: Vec<Meeting>,
}

/// Voices heard in that time, or at an event that belongs to a half-term of it.
macro_rules! voices {
    ($column:literal) => {
        concat!(
            $column,
            " IN (SELECT v.id FROM voice AS v WHERE (v.heard_on >= $1 AND v.heard_on <= $2) \
             OR v.event_id IN (SELECT e.id FROM event AS e WHERE (e.date >= $1 AND e.date <= $2) \
             OR e.half_term_id IN (SELECT h.id FROM half_term AS h WHERE h.starts >= $1 AND h.starts <= $2)))"
        )
    };
}

impl Gathered {
    pub async fn between(
        read: &mut Reading,
        today: NaiveDate,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Outcome<Self> {
        let within = [Arg::Date(from), Arg::Date(to)];
        Ok(Self {
            today,
            champions_required: read.board().await?.champions_required,
            half_terms: read.all().await?,
            assignments: read.all().await?,
            events: read
                .find(
                    "(t.date >= $1 AND t.date <= $2) \
                     OR t.half_term_id IN (SELECT h.id FROM half_term AS h WHERE h.starts >= $1 AND h.starts <= $2) \
                     OR t.id IN (SELECT v.event_id FROM voice AS v WHERE v.heard_on >= $1 AND v.heard_on <= $2)",
                    &within,
                )
                .await?,
            voices: read.find(voices!("t.id"), &within).await?,
            answers: read.find(voices!("t.voice_id"), &within).await?,
            items: read
                .find(
                    concat!(
                        "t.id IN (SELECT l.agenda_item_id FROM agenda_item_voice AS l WHERE ",
                        voices!("l.voice_id"),
                        ")"
                    ),
                    &within,
                )
                .await?,
            meetings: read.all().await?,
        })
    }

    /// What belongs to one half-term.
    pub async fn of(read: &mut Reading, today: NaiveDate, half_term: &HalfTerm) -> Outcome<Self> {
        let next = read.all::<HalfTerm>().await?;
        let next = next.iter().map(|it| it.starts).filter(|day| *day > half_term.starts).min();
        // Beyond the longest holiday, nothing belongs to a half-term that none follows.
        let last = next.and_then(|day| day.pred_opt()).unwrap_or(half_term.ends + Days::new(70));
        Self::between(read, today, (half_term.starts, last)).await
    }

    pub fn cycle(&self) -> Cycle<'_> {
        Cycle::new(CycleRecords {
            today: self.today,
            champions_required: self.champions_required,
            half_terms: &self.half_terms,
            assignments: &self.assignments,
            events: &self.events,
            voices: &self.voices,
            answers: &self.answers,
            items: &self.items,
            meetings: &self.meetings,
        })
    }
}
